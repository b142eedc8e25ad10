import type { LocalDate } from './dates.ts'

/** What a meeting resolved or noted is about. */
export const recordKinds = ['recognition', 'panel-election', 'appraisal', 'sharing', 'practice', 'scheme', 'vote', 'meeting'] as const

/** The kind of a record. */
export type RecordKind = (typeof recordKinds)[number]

/** 应到、实到、赞成、反对、弃权 as they were said; null = not said. */
export interface MeetingFigures {
  readonly expected: number | null
  readonly present: number | null
  readonly inFavour: number | null
  readonly against: number | null
  readonly abstained: number | null
}

/**
 * 记录: what a meeting resolved or noted. `valid` says whether it may be relied on: enough were there and enough agreed, or the meeting
 * only noted something (三讲一评、积分分享会).
 */
export interface VillageRecord {
  readonly id: string
  readonly kind: RecordKind
  readonly day: LocalDate
  /** the body that met: a code of the law's bodies, or null for a meeting the law does not know */
  readonly body: string | null
  /** the 组、屯 or 院 whose record it is; null = the village's */
  readonly unit: string | null
  /** the line as it was typed; erasable */
  readonly what: string
  readonly figures: MeetingFigures
  readonly valid: boolean
  /** persons or households it is about, by id */
  readonly about: readonly string[]
  /** the paper it stands on, as it was named */
  readonly document: string | null
  readonly by: string
  readonly at: number
}

/** The village's records; none is ever changed, a mistake is recorded anew. */
export interface RecordStore {
  add(record: Omit<VillageRecord, 'id'>): Promise<VillageRecord>
  /** newest first; of one unit when it is named */
  list(limit: number, unit?: string): Promise<readonly VillageRecord[]>
  /** the newest record of a kind that may be relied on and is about a person or household */
  validAbout(kind: RecordKind, id: string): Promise<VillageRecord | null>
}
