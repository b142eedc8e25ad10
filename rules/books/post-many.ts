import { type EntryKind, postingLimit } from '../../models/ledger.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Book } from '../scheme.ts'

/** Points come from the village's own source account, whose balance is minus all that was ever given. */
const source = { kind: 'source', holder: 'village' } as const

/** Holders of one entry: a statement has to hold all its postings. */
const holdersAtOnce = 200

/** What a holder is given or, below zero, what is taken of them. */
export interface Share {
  readonly holder: string
  readonly amount: number
}

/** An entry that many holders share: one act of the calendar or of the scheme. */
export interface Shared {
  /** the entries are `<cause>:<0, 1, …>` */
  readonly cause: string
  readonly kind: EntryKind
  readonly at: number
  readonly actor: string
  readonly edition: number
  readonly text: string
}

/** An amount in parts that a posting may hold. */
function inParts(amount: number, limit: number): readonly number[] {
  const parts: number[] = []
  for (let left = amount; left !== 0;) {
    const part = Math.sign(left) * Math.min(Math.abs(left), limit)
    parts.push(part)
    left -= part
  }
  return parts
}

/** Books a share for each holder of a book against the village's source, a few hundred holders to an entry; how many entries. */
export async function postToMany(
  ledger: Stores['ledger'],
  code: string,
  { holder: kind, unit, mayOwe }: Pick<Book, 'unit' | 'mayOwe'> & { readonly holder: 'household' | 'person' },
  shares: readonly Share[],
  { cause, ...entry }: Shared,
): Promise<number> {
  const due = shares.filter(({ amount }) => amount !== 0)
  const from = due.length === 0 ? null : await ledger.account(code, unit, source.kind, source.holder)
  let entries = 0
  for (let start = 0; from && start < due.length; start += holdersAtOnce) {
    const postings: { account: string; book: string; amount: number }[] = []
    for (const { holder, amount } of due.slice(start, start + holdersAtOnce)) {
      const { id } = await ledger.account(code, unit, kind, holder, mayOwe)
      for (const part of inParts(amount, postingLimit[unit])) {
        postings.push({ account: from.id, book: code, amount: 0 - part }, { account: id, book: code, amount: part })
      }
    }
    await ledger.post({ ...entry, cause: `${cause}:${String(entries)}`, postings })
    entries += 1
  }
  return entries
}
