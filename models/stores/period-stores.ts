import type { ArchiveStore } from '../archive.ts'
import type { GroundStore } from '../ground.ts'
import type { PeriodStore } from '../period.ts'

/** What a unit of work may read and write about months and years: which are closed, what base points depend on, what is kept of each year. */
export interface PeriodStores {
  readonly periods: PeriodStore
  readonly ground: GroundStore
  readonly archives: ArchiveStore
}
