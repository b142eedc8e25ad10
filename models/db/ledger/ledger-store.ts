import type { HolderKind } from '../../ledger.ts'
import type { LedgerStore } from '../../stores/stores.ts'
import { IllegalEntry } from '../../stores/store-errors.ts'
import { ledgerHolders } from './ledger-holders.ts'
import { entryByCause, negated, postEntry } from './ledger-posting.ts'
import { accountOf, entriesWhere, kindOf } from './ledger-rows.ts'
import { flag, int, text, textOrNull } from '../row.ts'
import type { Sql } from '../sql.ts'

/** What the ledger takes from outside: ids of accounts and salts of notes, both unguessable. */
export interface LedgerNeeds {
  readonly newId: (prefix: string) => string
  readonly newSalt: () => string
}

/** Holders that give rather than own: what they issued stands below zero. */
const givers: readonly HolderKind[] = ['source', 'donor', 'group', 'post']

/** A case's number in a cause, `report:1001`; a reversal carries the number of what it takes back. */
function numberIn(cause: string): number | null {
  const found = /^(?!reversal:)[a-z-]+:(\d{4,6})$/.exec(cause)
  return found ? Number(found[1]) : null
}

/** The ledger of one village: entries are only ever added. */
export function ledgerStore(sql: Sql, village: string, { newId, newSalt }: LedgerNeeds): LedgerStore {
  const findAccount = async (book: string, holderKind: HolderKind, holder: string) => {
    const row = await sql.one(
      'SELECT id, book, unit, holder_kind, holder, may_owe FROM account WHERE village = $1 AND book = $2 AND holder_kind = $3 AND holder = $4',
      [village, book, holderKind, holder],
    )
    return row && { account: accountOf(row), owes: flag(row, 'may_owe') }
  }

  async function letOwe(account: string, owes: boolean): Promise<void> {
    const floor = owes ? '' : ' AND spendable >= 0'
    const changed = await sql.write(`UPDATE balance SET may_owe = $1 WHERE village = $2 AND account = $3${floor}`, [
      owes ? 1 : 0,
      village,
      account,
    ])
    if (changed === 1) await sql.write('UPDATE account SET may_owe = $1 WHERE village = $2 AND id = $3', [owes ? 1 : 0, village, account])
  }

  return {
    async account(book, unit, holderKind, holder, mayOwe) {
      const found = await findAccount(book, holderKind, holder)
      if (found) {
        const { account, owes } = found
        if (account.unit !== unit) throw new IllegalEntry(`book ${book} counts ${account.unit}, not ${unit}`)
        if (mayOwe !== undefined && mayOwe !== owes) await letOwe(account.id, mayOwe)
        return account
      }
      const id = newId('account')
      const owes = (mayOwe ?? givers.includes(holderKind)) ? 1 : 0
      await sql.write('INSERT INTO account (village, id, book, unit, holder_kind, holder, may_owe) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        village,
        id,
        book,
        unit,
        holderKind,
        holder,
        owes,
      ])
      await sql.write('INSERT INTO balance (village, account, spendable, honour, may_owe) VALUES ($1, $2, $3, $4, $5)', [
        village,
        id,
        0,
        0,
        owes,
      ])
      return { id, book, unit, holderKind, holder }
    },
    post: (entry) => postEntry(sql, village, entry, newSalt),
    async reverse(seq, cause, actor, edition, at, words) {
      const [original] = await entriesWhere(sql, village, 'e.seq = $2', [seq])
      if (!original) throw new IllegalEntry(`no entry ${String(seq)} to reverse`)
      const postings = negated(original.postings)
      return postEntry(sql, village, { cause, kind: original.kind, at, actor, edition, postings, text: words, reverses: seq }, newSalt)
    },
    byCause: (cause) => entryByCause(sql, village, cause),
    async standing(book, holderKind, holder) {
      const row = await sql.one(
        `SELECT b.spendable, b.honour FROM account a JOIN balance b ON b.village = a.village AND b.account = a.id
          WHERE a.village = $1 AND a.book = $2 AND a.holder_kind = $3 AND a.holder = $4`,
        [village, book, holderKind, holder],
      )
      return row ? { spendable: int(row, 'spendable'), honour: int(row, 'honour') } : { spendable: 0, honour: 0 }
    },
    async statement(book, holderKind, holder, first, last) {
      // || '' keeps SQLite from reading all entries of these days: those of one account are few
      const rows = await sql.all(
        `SELECT e.seq, e.on_day, e.cause, e.kind, r.cause AS reversed, SUM(p.amount) AS amount
          FROM account a
          JOIN posting p ON p.village = a.village AND p.account = a.id
          JOIN ledger_entry e ON e.village = p.village AND e.seq = p.seq
          LEFT JOIN ledger_entry r ON r.village = e.village AND r.seq = e.reverses
          WHERE a.village = $1 AND a.book = $2 AND a.holder_kind = $3 AND a.holder = $4
            AND e.on_day || '' >= $5 AND e.on_day || '' <= $6
          GROUP BY e.seq, e.on_day, e.cause, e.kind, r.cause ORDER BY e.seq`,
        [village, book, holderKind, holder, first, last],
      )
      return rows.map((row) => {
        const cause = text(row, 'cause')
        return {
          seq: int(row, 'seq'),
          on: text(row, 'on_day'),
          cause,
          kind: kindOf(row),
          amount: int(row, 'amount'),
          number: numberIn(textOrNull(row, 'reversed') ?? cause),
        }
      })
    },
    ...ledgerHolders(sql, village),
    entries: (afterSeq, limit) => entriesWhere(sql, village, 'e.seq > $2', [afterSeq], limit),
    booked: (first, last) => entriesWhere(sql, village, 'e.on_day >= $2 AND e.on_day <= $3', [first, last]),
    async head() {
      const row = await sql.one('SELECT ledger_seq, ledger_head FROM village WHERE id = $1', [village])
      if (!row) throw new Error(`no village ${village}`)
      return { seq: int(row, 'ledger_seq'), hash: text(row, 'ledger_head') }
    },
  }
}
