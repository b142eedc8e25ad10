import type { LocalDate } from './dates.ts'

/** Who can hold an account of the village. `source` is where points come from: its balance is minus all that was issued. */
export type HolderKind = 'household' | 'person' | 'group' | 'post' | 'store' | 'fund' | 'donor' | 'source'

/** What a book counts: points, or fen (0.01 元). */
export type BookUnit = 'point' | 'fen'

/** An endpoint of postings: one holder's page in one book. */
export interface Account {
  readonly id: string
  readonly book: string
  readonly unit: BookUnit
  readonly holderKind: HolderKind
  readonly holder: string
}

/** One side of an entry: a whole number of points or fen put to (or, negative, taken from) an account. */
export interface Posting {
  readonly account: string
  readonly book: string
  readonly amount: number
}

/** Why an entry was made; only `award`, `deduction` and their reversals move the honour total. */
export type EntryKind = 'award' | 'deduction' | 'redemption' | 'donation' | 'transfer' | 'reset'

/** An entry to be booked. `cause` is unique in the village: the same cause again with the same content is a no-op, with other content an error. */
export interface NewEntry {
  /** `report:1001`, `reversal:7`, `job:close-year:2026` */
  readonly cause: string
  readonly kind: EntryKind
  readonly at: number
  /** the person who decided it; a job books in the name of its case's decider */
  readonly actor: string
  readonly edition: number
  readonly postings: readonly Posting[]
  /** free text of the case; only its salted digest reaches the chain */
  readonly text: string
  /** `seq` of the entry this one takes back */
  readonly reverses?: number
}

/** An entry as booked; the chain covers seq, at, cause, reverses, postings and prev. */
export interface Entry {
  readonly seq: number
  readonly at: number
  readonly on: LocalDate
  /** the cause and the salted digest of its text: `report:1001/3fa9…` */
  readonly cause: string
  readonly reverses: number | null
  readonly kind: EntryKind
  readonly actor: string
  readonly edition: number
  readonly postings: readonly Posting[]
  readonly prev: string
  readonly hash: string
}

/** What the chain hashes, in this order; `prev` of the first entry is 64 zeros. */
export interface PublicEntry {
  readonly seq: number
  readonly at: number
  readonly cause: string
  readonly reverses: number | null
  readonly postings: readonly Posting[]
  readonly prev: string
  readonly hash: string
}

/** Where a holder stands in a book: what can be spent, and the honour that a reward never lowers. */
export interface Standing {
  readonly spendable: number
  readonly honour: number
}

/** A household's place in a period's ranking. Equal points share a place. */
export interface RankRow {
  readonly place: number
  readonly household: string
  readonly points: number
}

/** One line of a statement, oldest first. */
export interface StatementLine {
  readonly seq: number
  readonly on: LocalDate
  readonly cause: string
  readonly kind: EntryKind
  readonly amount: number
  readonly number: number | null
}

/** 基础分's own book: points that count for rank and are never in the balance of the book they belong to (ADR 0004). */
export const baseBook = (book: string): string => `${book}.base`

/** Limits of a single posting: larger amounts are slips of the finger. */
export const postingLimit = { point: 1_000_000, fen: 2_000_000_000 } as const satisfies Record<BookUnit, number>

/** The `prev` of the first entry. */
export const genesis = '0'.repeat(64)

/** The text whose SHA-256 (hex, lower case) is an entry's hash. */
export const hashedText = (entry: Omit<PublicEntry, 'hash'>): string =>
  JSON.stringify({
    seq: entry.seq,
    at: entry.at,
    cause: entry.cause,
    reverses: entry.reverses,
    postings: entry.postings.map(({ account, book, amount }) => ({ account, book, amount })),
    prev: entry.prev,
  })
