import { leastQuantity, leastShare, shareOf, thousandths, unitPoints } from './rate-unit.ts'
import { mostQuantity } from '../schema/parts.ts'
import type { Item, Rate } from '../scheme.ts'

/** What a line says about the size of a deed: `quantity` in thousandths of `unit`, `hours` as a plain number. */
export interface DeedFacts {
  readonly quantity?: number
  readonly unit?: string
  readonly hours?: number
  readonly level?: string
  /** points named by a reviewer for an item with a range */
  readonly points?: number
}

/** A deed's worth by the scheme: signed points (a deduction is negative), the quantity counted (thousandths) and its unit. */
export interface Rated {
  readonly points: number
  readonly quantity: number | null
  readonly unit: string | null
  /** the points a reviewer may choose between */
  readonly range?: { readonly min: number; readonly max: number }
}

/** What has to be asked before a deed can be rated: units it is counted in, or levels to choose from. */
export type RateNeeds =
  | { readonly needs: 'quantity'; readonly units: readonly string[] }
  | { readonly needs: 'level'; readonly units: readonly string[]; readonly options: readonly string[] }

/** A size that cannot be, with the bounds that can: quantities in thousandths of `unit` (empty when none was said), points signed. */
export interface RateInvalid {
  readonly invalid: 'quantity' | 'points'
  readonly min: number
  readonly max: number
  readonly unit: string
}

/** The answer of the scheme to the size of a deed. */
export type RateOutcome = Rated | RateNeeds | RateInvalid

type RateOf<K extends Rate['kind']> = Extract<Rate, { kind: K }>
type ByQuantity = Extract<Rate, { by: 'quantity' }>
type ByLevel = Extract<Rate, { by: 'level' }>
type Steps = ByQuantity['tiers']
type Measure = ByQuantity['unit']

const HOUR = '小时'

const calls = (name: string, words: readonly string[], said: string) => name === said || words.includes(said)

/** Quantity and unit as said; hours are a quantity of their own. */
function saidSize(facts: DeedFacts): { readonly quantity: number | null; readonly unit: string | null } {
  if (facts.quantity !== undefined) return { quantity: facts.quantity, unit: facts.unit ?? null }
  if (facts.hours !== undefined) return { quantity: thousandths(facts.hours), unit: HOUR }
  return { quantity: null, unit: facts.unit ?? null }
}

const possible = (quantity: number) => Number.isSafeInteger(quantity) && quantity > 0 && quantity <= thousandths(mostQuantity)

const impossible = (min: number, max: number, unit: string): RateInvalid => ({ invalid: 'quantity', min, max, unit })

/** No deed of any kind has such a size. */
const absurd = (unit: string | null): RateInvalid => impossible(1, thousandths(mostQuantity), unit ?? '')

function ratePerUnit(rate: RateOf<'per-unit'>, facts: DeedFacts): RateOutcome {
  const said = saidSize(facts)
  const units = rate.units.map(({ name }) => name)
  const size = said.quantity === null ? { quantity: assumed(rate, said.unit), unit: said.unit ?? rate.assumed?.unit ?? null } : said
  if (size.quantity === null) return { needs: 'quantity', units }
  const only = rate.units.length === 1 ? rate.units[0] : undefined
  const unit = size.unit === null ? only : rate.units.find(({ name, words }) => calls(name, words, size.unit ?? ''))
  if (unit === undefined) return possible(size.quantity) ? { needs: 'quantity', units } : absurd(size.unit)
  const max = thousandths(unit.max)
  if (!possible(size.quantity) || size.quantity > max) return impossible(leastQuantity(unit), max, unit.name)
  const points = unitPoints(unit, size.quantity)
  if (points < 1) return impossible(leastQuantity(unit), max, unit.name)
  return { points, quantity: size.quantity, unit: unit.name }
}

/** The scheme's own quantity (thousandths) for a deed whose size was not said; null when it wants to be told. */
function assumed(rate: RateOf<'per-unit'>, unit: string | null): number | null {
  if (rate.assumed === undefined) return null
  return unit === null || unit === rate.assumed.unit ? thousandths(rate.assumed.quantity) : null
}

/** Rates whose points do not depend on size keep the size as said. */
function sized(facts: DeedFacts, rated: Pick<Rated, 'points' | 'range'>): RateOutcome {
  const said = saidSize(facts)
  if (said.quantity === null) return { ...rated, quantity: null, unit: null }
  return possible(said.quantity) ? { ...rated, ...said } : absurd(said.unit)
}

function rateRanged(rate: RateOf<'ranged'>, facts: DeedFacts): RateOutcome {
  const { min, max } = rate
  const points = facts.points ?? rate.default ?? min
  if (!Number.isSafeInteger(points) || points < min || points > max) return { invalid: 'points', min, max, unit: '' }
  return sized(facts, { points, range: { min, max } })
}

function rateByLevel(rate: ByLevel, facts: DeedFacts): RateOutcome {
  const said = facts.level
  const tier = said === undefined ? undefined : rate.tiers.find(({ level, words }) => calls(level, words, said))
  if (tier === undefined) return { needs: 'level', units: [], options: rate.tiers.map(({ level }) => level) }
  return sized(facts, { points: tier.points })
}

/** A quantity (thousandths) of the unit that is measured, or what is wrong with what was said. */
function measured({ name, words, max }: Measure, least: number, facts: DeedFacts): number | RateNeeds | RateInvalid {
  const { quantity, unit } = saidSize(facts)
  if (quantity === null || (unit !== null && !calls(name, words, unit))) return { needs: 'quantity', units: [name] }
  return possible(quantity) && quantity >= least && quantity <= thousandths(max) ? quantity : impossible(least, thousandths(max), name)
}

function rateBySteps(unit: Measure, steps: Steps, facts: DeedFacts): RateOutcome {
  const quantity = measured(unit, Math.min(...steps.map(({ from }) => thousandths(from))), facts)
  if (typeof quantity !== 'number') return quantity
  const reached = steps.filter(({ from }) => thousandths(from) <= quantity)
  return { points: Math.max(...reached.map(({ points }) => points)), quantity, unit: unit.name }
}

function rateByTable(rate: RateOf<'table'>, facts: DeedFacts): RateOutcome {
  const said = facts.level
  const row = said === undefined ? undefined : rate.rows.find(({ level, words }) => calls(level, words, said))
  if (row === undefined) return { needs: 'level', units: [], options: rate.rows.map(({ level }) => level) }
  return rateBySteps(rate.unit, row.tiers, facts)
}

function rateByShare(rate: RateOf<'share'>, facts: DeedFacts): RateOutcome {
  const quantity = measured(rate.of, leastShare(rate), facts)
  return typeof quantity === 'number' ? { points: shareOf(rate, quantity), quantity, unit: rate.of.name } : quantity
}

function rateByKind(rate: Rate, facts: DeedFacts): RateOutcome {
  switch (rate.kind) {
    case 'fixed':
      return sized(facts, { points: rate.points })
    case 'per-unit':
      return ratePerUnit(rate, facts)
    case 'ranged':
      return rateRanged(rate, facts)
    case 'tiered':
      return rate.by === 'level' ? rateByLevel(rate, facts) : rateBySteps(rate.unit, rate.tiers, facts)
    case 'table':
      return rateByTable(rate, facts)
    case 'share':
      return rateByShare(rate, facts)
  }
}

function taken(rated: Rated): Rated {
  const range = rated.range && { min: -rated.range.max, max: -rated.range.min }
  return { ...rated, points: -rated.points, ...(range ? { range } : {}) }
}

/** What a deed is worth by its item's rate; a deduction's points are negative. Never more than the scheme's largest step. */
export function rateDeed(item: Pick<Item, 'rate' | 'kind'>, facts: DeedFacts): RateOutcome {
  const named = facts.points
  const award = item.kind === 'award'
  const outcome = rateByKind(item.rate, award || named === undefined ? facts : { ...facts, points: -named })
  if (award) return outcome
  if ('points' in outcome) return taken(outcome)
  return 'invalid' in outcome && outcome.invalid === 'points' ? { ...outcome, min: -outcome.max, max: -outcome.min } : outcome
}
