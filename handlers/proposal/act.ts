import type { z } from 'zod'
import type { ProposalCase } from '../../models/case.ts'
import type { Reply } from '../../models/reply.ts'
import type { Role } from '../../models/role.ts'
import type { RoomKind } from '../../models/village.ts'
import type { Context } from '../command.ts'

/** An act that one person proposes and a second one, of another household, makes happen (design §3.6). */
export interface Act {
  /** where its card is posted */
  readonly room: RoomKind
  readonly mayPropose: readonly Role[]
  readonly mayConfirm: readonly Role[]
  /** what has happened since may forbid it: refuses then; answers who is told what */
  carryOut(payload: string, proposal: ProposalCase, context: Context): Promise<readonly Reply[]>
}

interface Declared<T> extends Omit<Act, 'carryOut'> {
  readonly payload: z.ZodType<T>
  carryOut(payload: T, proposal: ProposalCase, context: Context): Promise<readonly Reply[]>
}

/** Declares an act; its payload is read back as what it was written as, or the proposal is a bug. */
export const act = <T>({ payload: shape, carryOut, ...declared }: Declared<T>): Act => ({
  ...declared,
  carryOut: (payload, proposal, context) => carryOut(shape.parse(JSON.parse(payload)), proposal, context),
})
