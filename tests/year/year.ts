import assert from 'node:assert/strict'
import { firstNumber } from '../../models/case.ts'
import { addDays, dateOf, instantOf, monthOf } from '../../models/dates.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import type { TestVillage } from '../village.ts'
import { verifyLimits } from './limits.ts'
import { reviewRound } from './reviewing.ts'
import { sayingsOf, type Saying } from './sayings.ts'
import { Townsfolk } from './townsfolk.ts'

/** The year that is lived: the day before its first, so that all its periods begin and end within it. */
export const yearBegins = instantOf('2026-01-01', '06:00')
const days = 365

/** after so many refusals and not one report, the scheme has nothing that villagers can bring up in chat */
const hopeless = 60

/** How a year is to be: how many live in it, how much they report, whose rules they live by. */
export interface YearWanted {
  readonly scheme: string
  readonly households: number
  readonly reports: number
  readonly seed: number
  /** days from one round of review to the next */
  readonly reviewEvery: number
  /** what happens on a day of its own, counted from 0 */
  readonly onDay?: Readonly<Record<number, (folk: Townsfolk) => Promise<void>>>
  /** called after each month that has held */
  readonly month?: (month: string) => void
}

/** What a year came to. */
export interface YearFigures {
  readonly lines: number
  readonly reports: number
  /** reports that the scheme's limits, or who may report, left nothing of */
  readonly refused: number
  readonly cases: number
  readonly entries: number
}

/** the answer to whatever the bot still wants to know: the first of its choices, or a little */
async function answered(speaker: string, said: string, folk: Townsfolk): Promise<string> {
  let answer = said
  for (let asked = 0; asked < 4 && !/已收到#\d+/u.test(answer); asked += 1) {
    if (/1 \S/u.test(answer)) answer = await folk.says(speaker, '1', '村民群')
    else if (/做了多少/u.test(answer)) answer = await folk.says(speaker, '1', '村民群')
    else if (/哪里|什么地方|在哪/u.test(answer)) answer = await folk.says(speaker, '村口', '村民群')
    else if (/为什么|起因|原因/u.test(answer)) answer = await folk.says(speaker, '村里要办', '村民群')
    else if (/几点|什么时候|哪天|时间/u.test(answer)) answer = await folk.says(speaker, '今天上午', '村民群')
    else break
  }
  return answer
}

/** one deed put forward; false when nothing came of it */
async function reports({ words, by }: Saying, folk: Townsfolk): Promise<boolean> {
  const doer = folk.pick(folk.villagers)
  if (by === 'household') return /已收到#\d+/u.test(await answered(doer.id, await folk.says(doer.id, `报 ${words}`, '村民群'), folk))
  const speaker = by === 'official' ? '陈国栋' : folk.pick(folk.reviewers).id
  if (by === 'panel' && folk.reviewers.some(({ id, household }) => id === speaker && household === doer.household)) return false
  return /已收到#\d+/u.test(await answered(speaker, await folk.says(speaker, `代报 ${doer.name} ${words}`, '村民群'), folk))
}

async function dayPasses(
  day: number,
  wanted: YearWanted,
  sayings: readonly Saying[],
  folk: Townsfolk,
  counts: { opened: number; refused: number },
) {
  const target = Math.round((wanted.reports * (day + 1)) / days)
  const own = wanted.onDay?.[day]
  const reviews = day % wanted.reviewEvery === 0
  if (counts.opened >= target && !own && !reviews) return
  await folk.village.until(addDays(dateOf(yearBegins), day), '10:00')
  // some schemes leave little to report on some days
  const most = 6 + Math.ceil((3 * wanted.reports) / days)
  for (let tries = 0; counts.opened < target && tries < most; tries += 1) {
    if (counts.opened === 0 && counts.refused > hopeless) break
    if (await reports(folk.pick(sayings), folk)) counts.opened += 1
    else counts.refused += 1
  }
  if (reviews) await reviewRound(folk)
  await own?.(folk)
}

/** what a scheme wants before anybody can report or review: a phase for every household (XY-1), this month's guests of the panel (XY-5) */
async function prepared({ participants, panel }: Scheme, folk: Townsfolk, first: boolean): Promise<void> {
  if (first && (participants?.phases ?? []).length > 0)
    for (const { name } of folk.villagers) await folk.says('罗秀珍', `户类别 ${name} 低保户`, 'bot')
  if (panel?.invited) assert.match(await folk.says('罗秀珍', '邀请王秀英当本月评议员', '干部群'), /已请王秀英/u)
}

async function countsOf(village: TestVillage) {
  const { id } = await village.current()
  return village.database.reader.read(id, async ({ ledger, cases }) => {
    let last = firstNumber - 1
    while (await cases.find(last + 1)) last += 1
    return { cases: last - firstNumber + 1, entries: (await ledger.head()).seq }
  })
}

/** Everything booked stays as it was: what a month added stands behind what was there before. */
async function verifyPast(village: TestVillage, before: readonly unknown[]): Promise<readonly unknown[]> {
  const { entries } = await village.port.ledger()
  assert.deepEqual(entries.slice(0, before.length), before, 'the past has changed')
  return entries
}

/**
 * A year of a village under a scheme, from January to January: people report what the catalogue has, reviewers review, the calendar
 * does all it has to do; every invariant is held after each month.
 */
export async function liveYear(village: TestVillage, wanted: YearWanted): Promise<YearFigures> {
  await village.port.reset({ scheme: wanted.scheme, households: wanted.households })
  const folk = new Townsfolk(village, wanted.seed)
  const { scheme }: { readonly scheme: Scheme } = await loadScheme(wanted.scheme)
  const sayings = sayingsOf(scheme, dateOf(yearBegins))
  const counts = { opened: 0, refused: 0 }
  let past: readonly unknown[] = []
  await prepared(scheme, folk, true)
  for (let day = 0; day < days; day += 1) {
    if (sayings.length > 0) await dayPasses(day, wanted, sayings, folk, counts)
    const today = addDays(dateOf(yearBegins), day)
    const tomorrow = addDays(today, 1)
    if (monthOf(tomorrow) === monthOf(today)) continue
    // what closes a month is done by noon of the next one's first day
    await village.until(tomorrow, '12:00')
    await folk.verify(monthOf(today))
    await verifyLimits(village, scheme)
    past = await verifyPast(village, past)
    await prepared(scheme, folk, false)
    wanted.month?.(monthOf(today))
  }
  return { lines: folk.lines, reports: counts.opened, refused: counts.refused, ...(await countsOf(village)) }
}
