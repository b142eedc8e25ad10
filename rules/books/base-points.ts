import { mainBook } from './books.ts'
import type { Book, Scheme } from '../scheme.ts'

/** What the base of a person depends on (JY-3, YX-1); a household is what its head is. */
export interface Ground {
  /** lives in town, not in the village */
  readonly inTown: boolean
  /** belongs to the contracted population */
  readonly contracted: boolean
  /** the hukou has moved away */
  readonly moved: boolean
}

/** Somebody of whom nothing else is registered. */
export const usualGround = { inTown: false, contracted: true, moved: false } as const satisfies Ground

type Rule = Exclude<Book['base'], number>

/** The rule by which a book's base is given: the scheme's own, or its other reading when it has no bands (JY-3). */
export function baseRule(scheme: Pick<Scheme, 'books' | 'honours'>, code: string): Rule {
  const base = scheme.books[code]?.base ?? 0
  if (typeof base === 'number') return { kind: 'equal', points: base }
  if (base.kind === 'contracted' || base.withoutBands === undefined) return base
  return scheme.honours.some(({ kind, book }) => kind === 'bands' && book === code) ? base : { kind: 'equal', ...base.withoutBands }
}

const ofPerson = (rule: Extract<Rule, { kind: 'contracted' }>, { contracted, moved }: Ground): number => {
  if (!contracted) return 0
  return moved ? rule.movedAway : rule.perPerson
}

/** The base of one holder: `head` is the person or the household's head, `members` all whose contracted share the holder's page holds. */
export function basePoints(rule: Rule, head: Ground, members: readonly Ground[]): number {
  if (rule.kind === 'equal') return head.inTown ? (rule.inTown ?? rule.points) : rule.points
  return members.reduce((sum, member) => sum + ofPerson(rule, member), 0)
}

/** The base everybody starts with in the main book when nothing is known of them: the floor that rankings and bands begin at. */
export const usualBase = (scheme: Pick<Scheme, 'books' | 'honours'>, code: string = mainBook): number =>
  basePoints(baseRule(scheme, code), usualGround, [usualGround])
