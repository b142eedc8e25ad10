import type { GuardianStore } from '../guardian.ts'
import type { CustodyStore, PlanStore } from '../household-plan.ts'
import type { KinshipStore } from '../kinship.ts'
import type { OriginStore } from '../origin.ts'
import type { ParticipationStore } from '../participation.ts'
import type { RecordStore } from '../record.ts'

/** Meetings on record, who takes part, household plans and custody, where reports came from, and guardians' consents. */
export interface PeopleStores {
  readonly records: RecordStore
  readonly participation: ParticipationStore
  readonly plans: PlanStore
  readonly custody: CustodyStore
  readonly origins: OriginStore
  readonly kinship: KinshipStore
  readonly guardians: GuardianStore
}
