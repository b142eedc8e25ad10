import { createHash } from 'node:crypto'

import type { Account, Entry, EntryKind, Posting } from '../../ledger.ts'
import { int, intOrNull, oneOf, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

/** Kinds of entry that move the honour total; their reversals are of the same kind. */
const honoured: readonly EntryKind[] = ['award', 'deduction']

/** SQL list of the kinds that move the honour total. */
export const honouredKinds = `(${honoured.map((kind) => `'${kind}'`).join(', ')})`

/** What a posting of an entry of this kind adds to the honour total. */
export const honourOf = (kind: EntryKind, amount: number): number => (honoured.includes(kind) ? amount : 0)

/** SHA-256 in lower-case hex. */
export const sha256 = (words: string): string => createHash('sha256').update(words).digest('hex')

/** The cause as it is published and hashed: with the salted digest of the case's words. */
export const publicCause = (cause: string, digest: string): string => `${cause}/${digest}`

/** The account of a row of its table. */
export const accountOf = (row: Row): Account => ({
  id: text(row, 'id'),
  book: text(row, 'book'),
  unit: oneOf(row, 'unit', ['point', 'fen']),
  holderKind: oneOf(row, 'holder_kind', ['household', 'person', 'group', 'post', 'store', 'fund', 'donor', 'source']),
  holder: text(row, 'holder'),
})

/** The kind of entry of a row. */
export const kindOf = (row: Row): EntryKind => oneOf(row, 'kind', ['award', 'deduction', 'redemption', 'donation', 'transfer', 'reset'])

const entryColumns = 'e.seq, e.at, e.on_day, e.cause, e.note_digest, e.kind, e.actor, e.edition, e.reverses, e.prev, e.hash'

const entryOf = (row: Row, postings: readonly Posting[]): Entry => ({
  seq: int(row, 'seq'),
  at: int(row, 'at'),
  on: text(row, 'on_day'),
  cause: publicCause(text(row, 'cause'), text(row, 'note_digest')),
  reverses: intOrNull(row, 'reverses'),
  kind: kindOf(row),
  actor: text(row, 'actor'),
  edition: int(row, 'edition'),
  postings,
  prev: text(row, 'prev'),
  hash: text(row, 'hash'),
})

/** Entries of a village with their postings, in order of the chain; `where` speaks of `e` and begins counting at `$2`. */
export async function entriesWhere(
  sql: Sql,
  village: string,
  where: string,
  values: readonly (string | number)[],
  limit = 1_000_000,
): Promise<readonly Entry[]> {
  const heads = await sql.all(
    `SELECT ${entryColumns} FROM ledger_entry e WHERE e.village = $1 AND ${where} ORDER BY e.seq LIMIT $${String(values.length + 2)}`,
    [village, ...values, limit],
  )
  const [first] = heads
  const last = heads.at(-1)
  if (!first || !last) return []
  const rows = await sql.all(
    'SELECT seq, account, book, amount FROM posting WHERE village = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq, line',
    [village, int(first, 'seq'), int(last, 'seq')],
  )
  const bySeq = new Map<number, Posting[]>()
  for (const row of rows) {
    const seq = int(row, 'seq')
    const postings = bySeq.get(seq) ?? []
    postings.push({ account: text(row, 'account'), book: text(row, 'book'), amount: int(row, 'amount') })
    bySeq.set(seq, postings)
  }
  return heads.map((head) => entryOf(head, bySeq.get(int(head, 'seq')) ?? []))
}
