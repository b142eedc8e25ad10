import { dateOf, daysOf, monthOf } from '../../models/dates.ts'
import type { RankRow } from '../../models/ledger.ts'
import { refuse } from '../../models/outcome.ts'
import { here } from '../../models/reply.ts'
import { rankTop } from '../../rules/dialogue.ts'
import { isCat } from '../../rules/categories.ts'
import * as texts from '../../texts/query/query.ts'
import { command, type Context } from '../command.ts'
import { bookMeant } from './book-meant.ts'
import { compareHouseholds } from './compare-households.ts'
import { rankByCategory } from './rank-by-category.ts'
import { rankMembers } from './rank-members.ts'
import { unitIn } from '../records/named.ts'
import { factsOf } from './unit-facts.ts'
import { nameOfHousehold } from './show-balance.ts'

/** Most places a villager can ask for at once. */
const MOST_PLACES = 10

async function viewRow(row: RankRow, context: Context): Promise<texts.RankView> {
  const household = await context.stores.register.household(row.household)
  return { place: row.place, household: household ? await nameOfHousehold(household, context) : '一户', points: row.points }
}

/** The rows of one group, with places of their own. */
async function ofUnit(rows: readonly RankRow[], unit: string, { stores }: Context): Promise<readonly RankRow[]> {
  const inside = new Set((await stores.register.households()).filter((household) => household.unit === unit).map(({ id }) => id))
  const own = rows.filter(({ household }) => inside.has(household))
  return own.map((row) => ({ ...row, place: own.filter(({ points }) => points > row.points).length + 1 }))
}

/** The kind of deed that a line about ranking names: 「扫路排名」「公共卫生排名」. */
function categoryIn({ scheme, line }: Context): string | undefined {
  const item = scheme.items.find(({ kind, name, words }) => kind === 'award' && [name, ...words].some((word) => line.includes(word)))
  return item?.cat ?? Object.entries(scheme.categories).find(([, category]) => line.includes(category.name))?.[0]
}

const categoryName = (cat: string | undefined, { scheme }: Context): string =>
  cat !== undefined && isCat(cat) ? scheme.categories[cat].name : ''

/** 排名: the month's best households and one's own place; nobody is ever shown as last. */
export const showRanking = command({
  intent: 'query_rank',
  words: ['排名', '积分榜', '排行'],
  examples: ['排名', '排名 2组', '前十名', '我家排第几', '我家和王秀英家谁分高'],
  role: 'villager',
  help: '排名',
  async handle(slots, context) {
    const { stores, scheme, speaker, now } = context
    if (/倒数|最后|最少|垫底/u.test(context.line)) return refuse(texts.noBottom)
    if (slots.scope === 'compare') return [here(await compareHouseholds(slots.who ?? [], context))]
    const period = slots.period ?? monthOf(dateOf(now))
    const { first, last } = daysOf(period)
    const code = bookMeant(context)
    if (scheme.books[code]?.audience === 'cadres') return rankMembers(code, period, [monthOf(first), monthOf(last)], context)
    const units = await stores.register.units()
    const wanted = slots.group_no ?? (slots.scope === 'group' ? units.find(({ id }) => id === speaker.household?.unit)?.number : undefined)
    const named = wanted === undefined ? await unitIn(context) : units.find(({ number }) => number === wanted)
    const unit = named ?? (wanted === undefined ? null : refuse(texts.noSuchGroup(wanted)))
    const cat = slots.cat ?? categoryIn(context)
    const all =
      cat === undefined
        ? await stores.ledger.ranking(code, monthOf(first), monthOf(last), unit?.id ?? null)
        : await rankByCategory(cat, first, last, context)
    const rows = cat === undefined || unit === null ? all : await ofUnit(all, unit.id, context)
    const where = `${unit?.name ?? '全村'}${categoryName(cat, context)}`
    const mine = rows.find(({ household }) => household === speaker.household?.id)
    const own = mine ? await viewRow(mine, context) : null
    if (slots.scope === 'own') return [here(texts.ownPlace(period, where, own))]
    const top: texts.RankView[] = []
    for (const row of rows.slice(0, Math.min(slots.top ?? rankTop, MOST_PLACES))) top.push(await viewRow(row, context))
    const facts = unit === null ? '' : await factsOf(unit, context)
    return [here([texts.ranking(period, where, top, own), facts].filter((part) => part !== '').join('\n'))]
  },
})
