import type { Finding } from './problem.ts'
import { wrong } from './problem.ts'
import { shareOf, thousandths, unitPoints } from '../rates/rate-unit.ts'
import type { Item, Rate, RateUnit } from '../scheme.ts'

type At = Finding['path']

const repeated = (words: readonly string[]) => words.find((word, index) => words.indexOf(word) < index)

function unitFindings(unit: RateUnit, at: At): readonly Finding[] {
  const { name, max, step } = unit
  if (step !== undefined && step > max)
    return [wrong([...at, 'step'], `“${name}”的计分步长比每次最多还大，一次也得不到分，请改小 step 或改大 max`)]
  if (unitPoints(unit, thousandths(max)) >= 1) return []
  return [wrong([...at, 'per'], `按“${name}”计，报到最多也不足1分，请改小 per 或改大 points、max`)]
}

function perUnitFindings(rate: Extract<Rate, { kind: 'per-unit' }>, at: At): readonly Finding[] {
  const twice = repeated(rate.units.flatMap(({ name, words }) => [name, ...words]))
  const assumed = rate.assumed
  const unit = rate.units.find(({ name }) => name === assumed?.unit)
  return [
    ...(twice === undefined ? [] : [wrong([...at, 'units'], `单位“${twice}”写了两遍，留一个就行`)]),
    ...rate.units.flatMap((each, index) => unitFindings(each, [...at, 'units', index])),
    ...(assumed !== undefined && unit === undefined
      ? [wrong([...at, 'assumed'], `默认数量的单位“${assumed.unit}”不在上面的单位里，请改成其中一个`)]
      : []),
    ...(assumed !== undefined && unit !== undefined && assumed.quantity > unit.max
      ? [wrong([...at, 'assumed'], '默认数量超过了每次最多，请改小')]
      : []),
  ]
}

function rangedFindings({ min, max, default: usual }: Extract<Rate, { kind: 'ranged' }>, at: At): readonly Finding[] {
  if (min > max) return [wrong([...at, 'min'], `最低分${String(min)}比最高分${String(max)}还高，请对调`)]
  if (usual === undefined || (usual >= min && usual <= max)) return []
  return [wrong([...at, 'default'], `默认分要在${String(min)}到${String(max)}之间`)]
}

interface Level {
  readonly level: string
  readonly words: readonly string[]
}

function levelFindings(levels: readonly Level[], at: At): readonly Finding[] {
  const seen = new Set<string>()
  return levels.flatMap(({ level, words }, index) => {
    const own = [level, ...words]
    const taken = own.filter((word) => seen.has(word))
    own.forEach((word) => seen.add(word))
    return taken.length === 0 ? [] : [wrong([...at, index], `“${taken.join('、')}”前面的档次已经写过，这一档轮不到，请删掉或改名`)]
  })
}

type Steps = Extract<Rate, { by: 'quantity' }>

function stepFindings({ unit, tiers }: Pick<Steps, 'unit' | 'tiers'>, at: At): readonly Finding[] {
  return tiers.flatMap(({ from, points }, index) => {
    const before = tiers[index - 1]
    const here = [...at, 'tiers', index]
    if (from > unit.max) return [wrong(here, `这一档从${String(from)}${unit.name}起，超过了每次最多${String(unit.max)}，永远轮不到`)]
    if (before === undefined) return []
    if (from <= before.from)
      return [wrong(here, `这一档的起点${String(from)}不比上一档的${String(before.from)}大，永远轮不到；请从小到大写`)]
    return points <= before.points ? [wrong(here, '做得更多分却不增加，请把这一档的分值写得比上一档高')] : []
  })
}

function tableFindings({ unit, rows }: Extract<Rate, { kind: 'table' }>, at: At): readonly Finding[] {
  return [
    ...levelFindings(rows, [...at, 'rows']),
    ...rows.flatMap(({ tiers }, index) => stepFindings({ unit, tiers }, [...at, 'rows', index])),
  ]
}

function shareFindings(rate: Extract<Rate, { kind: 'share' }>, at: At): readonly Finding[] {
  const { of: measure, percent } = rate
  if (shareOf(rate, thousandths(measure.max)) >= 1) return []
  return [wrong([...at, 'percent'], `${String(measure.max)}${measure.name}的百分之${String(percent)}也不足1分，请改大 percent 或 max`)]
}

/** Rates that can never be reached, or that contradict themselves. */
export function rateChecks({ rate }: Item, index: number): readonly Finding[] {
  const at = ['items', index, 'rate']
  switch (rate.kind) {
    case 'fixed':
      return []
    case 'per-unit':
      return perUnitFindings(rate, at)
    case 'ranged':
      return rangedFindings(rate, at)
    case 'tiered':
      return rate.by === 'level' ? levelFindings(rate.tiers, [...at, 'tiers']) : stepFindings(rate, at)
    case 'table':
      return tableFindings(rate, at)
    case 'share':
      return shareFindings(rate, at)
  }
}
