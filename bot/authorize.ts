import type { Role } from '../models/role.ts'
import { holdsRole, type Command } from '../handlers/command.ts'

/** May somebody with these offices use the command? Answers the sentence of the refusal, or null when they may. */
export const authorize = (command: Pick<Command, 'role' | 'refusal'>, roles: readonly Role[]): string | null =>
  command.refusal === undefined || holdsRole(roles, command.role) ? null : command.refusal
