import type { Household } from '../../models/village.ts'
import { couponLine } from '../../texts/periods/coupons.ts'
import { dividendLine, shareLine } from '../../texts/periods/dividend.ts'
import { helpLine, honourLine } from '../../texts/periods/honours.ts'
import type { Context } from '../command.ts'

/** How many of its latest honours a household reads at once. */
const shownHonours = 3

/** 应享的 (PH-5): a household's honours, coupons that wait for the new year, money of reward pools, helper and share, for its own eyes. */
export async function benefitsOf({ id }: Household, { stores, scheme }: Pick<Context, 'stores' | 'scheme'>): Promise<readonly string[]> {
  const titles = new Map(scheme.honours.map(({ code, title }) => [code, title]))
  const honours = (await stores.honours.givenTo('household', id)).slice(0, shownHonours)
  const waiting: string[] = []
  for (const { book, title } of scheme.issues) {
    const own = (await stores.coupons.deferred(book)).filter(({ household }) => household === id)
    const points = own.reduce((sum, coupon) => sum + coupon.points, 0)
    if (points > 0) waiting.push(couponLine(title, points))
  }
  const money = (await stores.shares.partsOf(id)).filter(({ state }) => state !== 'stopped')
  const helper = (await stores.honours.helpers()).find(({ household }) => household === id)
  const person = helper && (await stores.register.person(helper.helper))
  const holding = await stores.shares.holding(id)
  return [
    ...honours.map(({ code, period, place, title }) => honourLine(titles.get(code) ?? title, period, place, title)),
    ...waiting,
    ...money.map(({ title, year, part, state }) => dividendLine(title, year, part.fen, state === 'booked')),
    ...(person ? [helpLine(person.name)] : []),
    ...(holding ? [shareLine(holding.thousandths)] : []),
  ]
}
