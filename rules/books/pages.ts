import type { EntryKind, Standing, StatementLine } from '../../models/ledger.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { shownIn } from './holders.ts'
import type { Scheme } from '../scheme.ts'

/** A page of a book: whose it is. */
export interface Page {
  readonly kind: 'household' | 'person'
  readonly holder: string
}

/** The pages of a household in a book: its own, or one for each of its members (YX-1); none in a book of groups. */
export async function pagesOf(
  register: Pick<Stores['register'], 'members'>,
  scheme: Pick<Scheme, 'books'>,
  code: string,
  household: string,
): Promise<readonly Page[]> {
  const kind = scheme.books[code]?.holder ?? 'household'
  if (kind === 'group') return []
  if (kind === 'household') return [{ kind, holder: household }]
  return (await register.members(household)).map(({ id }) => ({ kind, holder: id }))
}

/** What some pages of a book hold together. */
export async function standingOf(ledger: Pick<Stores['ledger'], 'standing'>, code: string, pages: readonly Page[]): Promise<Standing> {
  let [spendable, honour] = [0, 0]
  for (const { kind, holder } of pages) {
    const standing = await ledger.standing(code, kind, holder)
    spendable += standing.spendable
    honour += standing.honour
  }
  return { spendable, honour }
}

/** What a household has in a book, in all its pages. */
export const householdStanding = async (
  { ledger, register }: Pick<Stores, 'ledger' | 'register'>,
  scheme: Pick<Scheme, 'books'>,
  code: string,
  household: string,
): Promise<Standing> => standingOf(ledger, code, await pagesOf(register, scheme, code, household))

/** Earned, taken and redeemed over some lines, each apart (RA-8); what a year's close takes is none of them. */
export function turnoverOf(lines: readonly Pick<StatementLine, 'kind' | 'amount'>[]): {
  readonly earned: number
  readonly taken: number
  readonly redeemed: number
} {
  const sum = (kind: EntryKind) => lines.reduce((total, line) => (line.kind === kind ? total + line.amount : total), 0)
  return { earned: sum('award'), taken: 0 - sum('deduction'), redeemed: 0 - sum('redemption') }
}

/** How a book's figures are told. */
export const tellingOf = (scheme: Scheme, code: string) => ({ fen: scheme.books[code]?.unit === 'fen', unit: shownIn(scheme, code) })
