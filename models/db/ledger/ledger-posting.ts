import { dateOf, monthOf } from '../../dates.ts'
import { hashedText, postingLimit, type BookUnit, type Entry, type NewEntry, type Posting } from '../../ledger.ts'
import { CauseTaken, IllegalEntry, Overdrawn } from '../../stores/store-errors.ts'
import { accountOf, entriesWhere, honourOf, publicCause, sha256 } from './ledger-rows.ts'
import { int, text } from '../row.ts'
import { placeholders, rowPlaceholders, type Sql } from '../sql.ts'

const sameJson = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const plain = (postings: readonly Posting[]) => postings.map(({ account, book, amount }) => [account, book, amount])

/** The entry of a cause, or null; `cause` as it was given, without digest. */
export async function entryByCause(sql: Sql, village: string, cause: string): Promise<Entry | null> {
  const [entry] = await entriesWhere(sql, village, 'e.cause = $2', [cause])
  return entry ?? null
}

/** The same cause again: the booked entry when the content is the same. Throws `CauseTaken` when it is not. */
async function again(sql: Sql, village: string, booked: Entry, entry: NewEntry): Promise<Entry> {
  const content = ({ kind, actor, edition, reverses, postings }: Entry | NewEntry) => [
    kind,
    actor,
    edition,
    reverses ?? null,
    plain(postings),
  ]
  if (!sameJson(content(booked), content(entry))) throw new CauseTaken(entry.cause)
  const note = await sql.one('SELECT salt FROM ledger_note WHERE village = $1 AND seq = $2', [village, booked.seq])
  // erased words cannot be compared any more
  if (note && publicCause(entry.cause, sha256(text(note, 'salt') + entry.text)) !== booked.cause) throw new CauseTaken(entry.cause)
  return booked
}

/** The unit of each account. Throws `IllegalEntry` for unknown accounts and wrong books. */
async function unitsOf(sql: Sql, village: string, postings: readonly Posting[]): Promise<ReadonlyMap<string, BookUnit>> {
  const ids = [...new Set(postings.map((posting) => posting.account))]
  const rows = await sql.all(
    `SELECT id, book, unit, holder_kind, holder FROM account WHERE village = $1 AND id IN (${placeholders(ids.length, 2)})`,
    [village, ...ids],
  )
  const accounts = new Map(rows.map((row) => [text(row, 'id'), accountOf(row)]))
  const wrong = postings.find((posting) => accounts.get(posting.account)?.book !== posting.book)
  if (wrong) throw new IllegalEntry(`no account ${wrong.account} in book ${wrong.book}`)
  return new Map([...accounts.values()].map(({ id, unit }) => [id, unit]))
}

/** Throws `IllegalEntry` unless every amount is whole and within limits and each unit's amounts sum to 0. */
function assertBalanced(postings: readonly Posting[], units: ReadonlyMap<string, BookUnit>): void {
  const sums = new Map<BookUnit, number>()
  for (const { account, amount } of postings) {
    const unit = units.get(account) ?? 'point'
    if (!Number.isSafeInteger(amount) || Math.abs(amount) > postingLimit[unit])
      throw new IllegalEntry(`${String(amount)} ${unit} in one posting`)
    sums.set(unit, (sums.get(unit) ?? 0) + amount)
  }
  for (const [unit, sum] of sums) {
    if (sum !== 0) throw new IllegalEntry(`postings of ${unit} sum to ${String(sum)}`)
  }
}

/** Throws `IllegalEntry` unless the entry takes back another one exactly, for the first time. */
async function assertReversal(sql: Sql, village: string, entry: NewEntry): Promise<void> {
  if (entry.reverses === undefined) return
  const [original] = await entriesWhere(sql, village, 'e.seq = $2', [entry.reverses])
  if (!original) throw new IllegalEntry(`no entry ${String(entry.reverses)} to reverse`)
  if (original.kind !== entry.kind || !sameJson(plain(negated(original.postings)), plain(entry.postings))) {
    throw new IllegalEntry(`not the exact negative of entry ${String(entry.reverses)}`)
  }
  const before = await sql.one('SELECT seq FROM ledger_entry WHERE village = $1 AND reverses = $2', [village, entry.reverses])
  if (before) throw new IllegalEntry(`entry ${String(entry.reverses)} was reversed before, by ${String(int(before, 'seq'))}`)
}

/** The postings with every sign turned. */
export const negated = (postings: readonly Posting[]): readonly Posting[] =>
  // 0 - amount, because -0 would be another text in the chain
  postings.map(({ account, book, amount }) => ({ account, book, amount: 0 - amount }))

/**
 * Books an entry with its postings, balances and month rollups and moves the head of the chain; the same cause with the same
 * content returns the entry booked before. Throws `CauseTaken`, `IllegalEntry`, `Overdrawn`.
 */
export async function postEntry(sql: Sql, village: string, entry: NewEntry, newSalt: () => string): Promise<Entry> {
  const booked = await entryByCause(sql, village, entry.cause)
  if (booked) return again(sql, village, booked, entry)
  if (entry.postings.length === 0) throw new IllegalEntry('an entry without postings')
  const units = await unitsOf(sql, village, entry.postings)
  assertBalanced(entry.postings, units)
  await assertReversal(sql, village, entry)

  const head = await sql.one('SELECT ledger_seq, ledger_head FROM village WHERE id = $1', [village])
  if (!head) throw new Error(`no village ${village}`)
  const salt = newSalt()
  const digest = sha256(salt + entry.text)
  const { at, kind, actor, edition, postings } = entry
  const open = {
    seq: int(head, 'ledger_seq') + 1,
    at,
    on: dateOf(at),
    cause: publicCause(entry.cause, digest),
    reverses: entry.reverses ?? null,
    kind,
    actor,
    edition,
    postings: postings.map(({ account, book, amount }) => ({ account, book, amount })),
    prev: text(head, 'ledger_head'),
  }
  const whole: Entry = { ...open, hash: sha256(hashedText(open)) }

  await sql.write(
    `INSERT INTO ledger_entry (village, seq, at, on_day, cause, note_digest, kind, actor, edition, reverses, prev, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [village, whole.seq, at, whole.on, entry.cause, digest, kind, actor, edition, whole.reverses, whole.prev, whole.hash],
  )
  await sql.write('INSERT INTO ledger_note (village, seq, salt, text) VALUES ($1, $2, $3, $4)', [village, whole.seq, salt, entry.text])
  await writePostings(sql, village, whole, units)
  await movePages(sql, village, whole)
  await sql.write('UPDATE village SET ledger_seq = $1, ledger_head = $2 WHERE id = $3', [whole.seq, whole.hash, village])
  return whole
}

const atOnce = 50

async function writePostings(sql: Sql, village: string, entry: Entry, units: ReadonlyMap<string, BookUnit>): Promise<void> {
  const rows = entry.postings.map(({ account, book, amount }, line) => [
    village,
    entry.seq,
    line,
    account,
    book,
    units.get(account) ?? 'point',
    amount,
  ])
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    await sql.write(
      `INSERT INTO posting (village, seq, line, account, book, unit, amount) VALUES ${rowPlaceholders(part.length, 7)}`,
      part.flat(),
    )
  }
}

/** Balance and month rollup of every account of the entry. */
async function movePages(sql: Sql, village: string, entry: Entry): Promise<void> {
  const sums = new Map<string, number>()
  for (const { account, amount } of entry.postings) sums.set(account, (sums.get(account) ?? 0) + amount)
  for (const [account, amount] of sums) {
    const honour = honourOf(entry.kind, amount)
    const moved = await sql.write(
      `UPDATE balance SET spendable = spendable + $1, honour = honour + $2
        WHERE village = $3 AND account = $4 AND (may_owe = 1 OR spendable + $1 >= 0)`,
      [amount, honour, village, account],
    )
    if (moved !== 1) throw new Overdrawn(account)
    await sql.write(
      `INSERT INTO month_rollup (village, account, month, amount, honour) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (village, account, month) DO UPDATE
        SET amount = month_rollup.amount + excluded.amount, honour = month_rollup.honour + excluded.honour`,
      [village, account, monthOf(entry.on), amount, honour],
    )
  }
}
