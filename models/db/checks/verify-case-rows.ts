import type { CaseFile, Decision, Notice } from '../../case.ts'
import type { LocalDate } from '../../dates.ts'
import { caseColumns, caseOf, decisionOf, noticeOf } from '../stores/case-rows.ts'
import { int, intOrNull, oneOf, oneOfOrNull, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

/** What does not agree in the cases of a village, and at which case (null when it is no single one). */
export interface CaseProblem {
  readonly kind:
    | 'number'
    | 'row'
    | 'walk'
    | 'actor'
    | 'own-household'
    | 'right'
    | 'approval'
    | 'revocation'
    | 'notice'
    | 'objection'
    | 'answer'
    | 'deduction'
    | 'duplicate'
    | 'entry'
    | 'reversal'
    | 'outbox'
  readonly number: number | null
  readonly detail: string
}

/** One move of a case as the supervisors read it back. */
export interface MoveRow {
  readonly number: number
  readonly at: number
  readonly actor: string | null
  readonly action: string
  readonly from: string
  readonly to: string | null
}

/** What the check has to know of a report beside its case file. */
export interface ReportRow {
  readonly item: string
  readonly doer: string
  readonly reporter: string
  readonly points: number | null
  readonly duplicateOf: number | null
}

/** What the check has to know of an objection beside its case file. */
export interface ObjectionRow {
  readonly target: number | null
  readonly by: string
  readonly result: 'maintain' | 'correct' | 'reverse' | null
}

/** Who stands behind a deduction, and how much evidence it has. */
export interface DeductionRow {
  readonly proposedBy: string
  readonly confirmedBy: string | null
  readonly evidence: number
}

/** An entry that a case has caused, with what it put to households and people. */
export interface EntryRow {
  readonly seq: number
  readonly at: number
  readonly cause: string
  readonly kind: string
  readonly actor: string
  readonly edition: number
  readonly reverses: number | null
  readonly toHolders: readonly { readonly kind: 'household' | 'person'; readonly holder: string; readonly amount: number }[]
}

/** Days on which a person held an office. */
export interface GrantRow {
  readonly person: string
  readonly role: string
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** Everything one village's cases are checked by, read at one moment. */
export interface CaseRows {
  readonly nextNumber: number
  readonly files: ReadonlyMap<number, CaseFile>
  /** numbers of the rows of each kind's own table */
  readonly own: Readonly<Record<'report' | 'objection' | 'deduction' | 'binding' | 'suggestion' | 'proposal' | 'bar', ReadonlySet<number>>>
  readonly reports: ReadonlyMap<number, ReportRow>
  readonly objections: ReadonlyMap<number, ObjectionRow>
  readonly deductions: ReadonlyMap<number, DeductionRow>
  readonly bars: ReadonlyMap<number, DeductionRow>
  /** who put a proposal forward */
  readonly proposers: ReadonlyMap<number, string>
  /** state of each 分配方案, by the number of its proposal */
  readonly plans: ReadonlyMap<number, string>
  /** numbers of the objections that name a case, by the case's number */
  readonly against: ReadonlyMap<number, readonly number[]>
  readonly decisions: ReadonlyMap<number, readonly Decision[]>
  readonly notices: ReadonlyMap<number, Notice>
  readonly moves: ReadonlyMap<number, readonly MoveRow[]>
  readonly entries: readonly EntryRow[]
  /** person → household, null for who has none */
  readonly households: ReadonlyMap<string, string | null>
  readonly grants: readonly GrantRow[]
}

const none: readonly never[] = []

/** The rows of a case, in order; none when it has none. */
export const rowsOf = <T>(rows: ReadonlyMap<number, readonly T[]>, number: number): readonly T[] => rows.get(number) ?? none

function byNumber<T>(rows: readonly Row[], read: (row: Row) => T): ReadonlyMap<number, readonly T[]> {
  const lists = new Map<number, T[]>()
  for (const row of rows) {
    const number = int(row, 'number')
    const list = lists.get(number)
    if (list) list.push(read(row))
    else lists.set(number, [read(row)])
  }
  return lists
}

const oneEach = <T>(rows: readonly Row[], read: (row: Row) => T): ReadonlyMap<number, T> =>
  new Map(rows.map((row) => [int(row, 'number'), read(row)]))

const moveOf = (row: Row): MoveRow => ({
  number: int(row, 'number'),
  at: int(row, 'at'),
  actor: textOrNull(row, 'actor'),
  action: text(row, 'action'),
  from: text(row, 'from_state'),
  to: textOrNull(row, 'to_state'),
})

const reportOf = (row: Row): ReportRow => ({
  item: text(row, 'item'),
  doer: text(row, 'doer'),
  reporter: text(row, 'reporter'),
  points: intOrNull(row, 'points'),
  duplicateOf: intOrNull(row, 'duplicate_of'),
})

const objectionOf = (row: Row): ObjectionRow => ({
  target: intOrNull(row, 'target'),
  by: text(row, 'objector'),
  result: oneOfOrNull(row, 'result', ['maintain', 'correct', 'reverse']),
})

const deductionOf = (row: Row): DeductionRow => ({
  proposedBy: text(row, 'proposed_by'),
  confirmedBy: textOrNull(row, 'confirmed_by'),
  evidence: int(row, 'evidence'),
})

/** Entries that name a case as their cause, with the postings to households and people. */
async function entriesOf(sql: Sql, village: string): Promise<readonly EntryRow[]> {
  const heads = await sql.all(
    `SELECT e.seq, e.at, e.cause, e.kind, e.actor, e.edition, e.reverses FROM ledger_entry e
      WHERE e.village = $1 AND (e.cause LIKE 'report:%' OR e.cause LIKE 'reversal:%') ORDER BY e.seq`,
    [village],
  )
  const postings = await sql.all(
    `SELECT p.seq AS number, p.amount, a.holder_kind, a.holder FROM posting p JOIN account a ON a.village = p.village AND a.id = p.account
      WHERE p.village = $1 AND a.holder_kind IN ('household', 'person') ORDER BY p.seq, p.line`,
    [village],
  )
  const bySeq = byNumber(postings, (row) => ({
    kind: oneOf(row, 'holder_kind', ['household', 'person']),
    holder: text(row, 'holder'),
    amount: int(row, 'amount'),
  }))
  return heads.map((row) => ({
    seq: int(row, 'seq'),
    at: int(row, 'at'),
    cause: text(row, 'cause'),
    kind: text(row, 'kind'),
    actor: text(row, 'actor'),
    edition: int(row, 'edition'),
    reverses: intOrNull(row, 'reverses'),
    toHolders: rowsOf(bySeq, int(row, 'seq')),
  }))
}

/** Reads what a village's cases are checked by; run it in one reading. */
export async function readCaseRows(sql: Sql, village: string): Promise<CaseRows> {
  const all = (statement: string) => sql.all(statement, [village])
  const numbers = async (table: string) =>
    new Set((await all(`SELECT number FROM ${table} WHERE village = $1`)).map((row) => int(row, 'number')))
  const counter = await sql.one('SELECT next_number FROM village WHERE id = $1', [village])
  const files = (await all(`SELECT ${caseColumns} FROM case_file c WHERE c.village = $1 ORDER BY c.number`)).map(caseOf)
  const reports = oneEach(await all('SELECT number, item, doer, reporter, points, duplicate_of FROM report WHERE village = $1'), reportOf)
  const objections = oneEach(await all('SELECT number, target, objector, result FROM objection WHERE village = $1'), objectionOf)
  const proposers = oneEach(await all('SELECT number, proposer FROM proposal WHERE village = $1'), (row) => text(row, 'proposer'))
  const deductions = oneEach(
    await all(
      `SELECT d.number, d.proposed_by, d.confirmed_by,
        (SELECT COUNT(*) FROM evidence e WHERE e.village = d.village AND e.number = d.number) AS evidence
        FROM deduction d WHERE d.village = $1`,
    ),
    deductionOf,
  )
  const bars = oneEach(
    await all(
      `SELECT b.number, b.proposed_by, b.confirmed_by,
        (SELECT COUNT(*) FROM evidence e WHERE e.village = b.village AND e.number = b.number) AS evidence
        FROM bar b WHERE b.village = $1`,
    ),
    deductionOf,
  )
  const people = await all('SELECT id, household FROM person WHERE village = $1')
  const grants = await all('SELECT person, role, from_day, until_day FROM role_grant WHERE village = $1')
  return {
    nextNumber: counter ? int(counter, 'next_number') : 0,
    files: new Map(files.map((file) => [file.number, file])),
    own: {
      report: new Set(reports.keys()),
      objection: new Set(objections.keys()),
      deduction: new Set(deductions.keys()),
      binding: await numbers('binding'),
      suggestion: await numbers('suggestion'),
      proposal: new Set(proposers.keys()),
      bar: new Set(bars.keys()),
    },
    reports,
    objections,
    deductions,
    bars,
    proposers,
    plans: oneEach(await all('SELECT number, state FROM dividend WHERE village = $1'), (row) => text(row, 'state')),
    against: byNumber(
      await all('SELECT target AS number, number AS objection FROM objection WHERE village = $1 AND target IS NOT NULL ORDER BY objection'),
      (row) => int(row, 'objection'),
    ),
    decisions: byNumber(
      await all('SELECT id, number, actor, verdict, points, reason, at, revoked_at FROM decision WHERE village = $1 ORDER BY seq'),
      decisionOf,
    ),
    notices: oneEach(await all('SELECT number, first_day, last_day, ends_at FROM notice WHERE village = $1'), noticeOf),
    moves: byNumber(
      await all(
        `SELECT number, at, actor, action, from_state, to_state FROM audit
          WHERE village = $1 AND number IS NOT NULL AND from_state IS NOT NULL ORDER BY seq`,
      ),
      moveOf,
    ),
    entries: await entriesOf(sql, village),
    households: new Map(people.map((row) => [text(row, 'id'), textOrNull(row, 'household')])),
    grants: grants.map((row) => ({
      person: text(row, 'person'),
      role: text(row, 'role'),
      from: text(row, 'from_day'),
      until: textOrNull(row, 'until_day'),
    })),
  }
}
