import type { Stores } from '../../models/stores/stores.ts'
import type { Award } from '../../handlers/proposal/give-award.ts'
import { mostOf } from '../../rules/rates/rate-bounds.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { wrong, type Fault } from '../init/roster/fault.ts'
import type { PointsRow } from './read-points.ts'

/** The lines as awards of the village, with all that does not fit it. */
export interface Matched {
  readonly awards: readonly Award[]
  readonly faults: readonly Fault[]
}

const named = ({ items }: Scheme, name: string): Item | undefined =>
  items.find((item) => item.kind === 'award' && [item.name, ...item.words].includes(name))

function itemFault(item: Item | undefined, { row, item: name, points }: PointsRow): Fault | null {
  if (!item) return wrong(row, `办法里没有“${name}”这个加分项`, '请照办法里的项目名填')
  const most = mostOf(item.rate)
  return points <= most ? null : wrong(row, `“${name}”一次最多${String(most)}分，表里写了${String(points)}分`, '请改小，或先改办法')
}

/** Holds a sheet of points against register and scheme: households that live here, items that give so much, nobody's own household. */
export async function matchPoints(rows: readonly PointsRow[], scheme: Scheme, own: string | null, { register }: Stores): Promise<Matched> {
  const households = await register.households()
  const awards: Award[] = []
  const faults: Fault[] = []
  const seen = new Set<string>()
  for (const line of rows) {
    const household = households.find(({ number, leftOn }) => number === line.household && leftOn === null)
    const item = named(scheme, line.item)
    const wrongItem = itemFault(item, line)
    const key = `${String(line.household)} ${line.item}`
    if (!household) faults.push(wrong(line.row, `没有${String(line.household)}号户`, '请照花名册核对户号'))
    else if (household.id === own) faults.push(wrong(line.row, '是提交人自己家', '自己家的请别的评议员来提'))
    else if (seen.has(key)) faults.push(wrong(line.row, `${String(line.household)}号户的“${line.item}”写了两行`, '请合成一行'))
    if (wrongItem) faults.push(wrongItem)
    seen.add(key)
    const members = household ? await register.members(household.id) : []
    const doer = members.find(({ id }) => id === household?.head) ?? members.find(({ minor }) => !minor)
    if (household && !doer) faults.push(wrong(line.row, `${String(line.household)}号户在花名册里没有人`, '请先补上户主'))
    if (doer && item) awards.push({ doer: doer.id, item: item.code, cat: item.cat, points: line.points, text: line.note || item.name })
  }
  return { awards, faults }
}
