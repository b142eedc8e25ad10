import type { Role } from '../../models/role.ts'
import { isInternal } from '../../rules/people/panel.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { supervisorTitle } from '../../texts/review/panel.ts'
import { officeName } from '../../texts/scheme/proposal.ts'

/** An office by name under a scheme: supervisors out of 两委 are called 内部监督 wherever they are named (GY-6). */
export const officeTitle = (role: Role, scheme: Pick<Scheme, 'panel'>): string =>
  role === 'supervisor' ? supervisorTitle(isInternal(scheme)) : officeName[role]
