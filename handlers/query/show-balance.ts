import type { ReportCase } from '../../models/case.ts'
import type { Household } from '../../models/village.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/query/query.ts'
import { householdName, personName } from '../../texts/name.ts'
import { noHousehold, sentPrivately } from '../../texts/report/report.ts'
import { command, type Context } from '../command.ts'
import { personNamed } from '../people.ts'
import { dateOf } from '../../models/dates.ts'
import { mainBook } from '../../rules/books/books.ts'
import { baseOf } from '../../rules/books/give-base.ts'
import { bookOf } from '../../rules/books/books.ts'
import { householdStanding, standingOf, tellingOf } from '../../rules/books/pages.ts'
import { amountText } from '../../texts/amount.ts'
import { ownPages } from './book-meant.ts'
import { benefitsOf } from './benefits.ts'

/** Most reports of a household that are still on their way; far above what a year holds. */
const UNDER_WAY = 500

/** The household's name in public. */
export async function nameOfHousehold(household: Household, { stores }: Pick<Context, 'stores'>): Promise<string> {
  const units = await stores.register.units()
  const head = household.head === null ? null : await stores.register.person(household.head)
  return householdName(household, head, units.find(({ id }) => id === household.unit) ?? null)
}

/** Reports of a household that are not booked yet and not ended. */
export async function underWay(household: string, { stores }: Pick<Context, 'stores'>): Promise<readonly ReportCase[]> {
  const reports = await stores.cases.reportsOf(household, UNDER_WAY)
  return reports.filter(({ state }) => ['pending', 'returned', 'approved', 'in-notice', 'objected'].includes(state))
}

const sum = (reports: readonly ReportCase[]): number => reports.reduce((total, { report }) => total + (report.points ?? report.proposed), 0)

/** What is told in points of the main book: not days of labour, not money, and nothing confidential. */
async function toldInPoints(file: ReportCase, { schemeOf }: Context): Promise<boolean> {
  const scheme = await schemeOf(file.edition)
  const book = scheme.books[bookOf(scheme, file.report.item)]
  return book?.audience !== 'cadres' && book?.unit !== 'fen' && book?.shownIn === undefined
}

/** The speaker's other books, each with what is in it; a confidential one is spoken of in private and in the cadres' room alone (JS-R1). */
async function otherBooks(context: Context): Promise<readonly string[]> {
  const { scheme, stores, room } = context
  const lines: string[] = []
  for (const [code, { title, audience }] of Object.entries(scheme.books)) {
    if (code === mainBook || (audience === 'cadres' && room?.kind === 'villagers')) continue
    const { spendable } = await standingOf(stores.ledger, code, await ownPages(code, context))
    if (spendable !== 0) lines.push(`${title}${amountText(spendable, tellingOf(scheme, code))}`)
  }
  return lines
}

/** In a book kept by person what one's own page holds stands beside what the household's pages hold together (YX-1). */
async function ownBalance(household: Household, context: Context): Promise<Reply> {
  const { stores, scheme, speaker, room, now } = context
  const { main } = scheme.books
  const personal = main.holder === 'person'
  const pages = await ownPages(mainBook, context)
  const standing = await standingOf(stores.ledger, mainBook, pages)
  const open: ReportCase[] = []
  for (const file of await underWay(household.id, context)) {
    if ((!personal || file.report.doer === speaker.person.id) && (await toldInPoints(file, context))) open.push(file)
  }
  const holders = pages.map(({ holder }) => holder)
  const year = dateOf(now).slice(0, 4)
  const base = pages[0] === undefined ? 0 : await baseOf(stores.ledger, mainBook, main, pages[0].kind, holders, year)
  const noticed = open.filter(({ state }) => state === 'in-notice' || state === 'objected' || state === 'approved')
  const windows: string[] = []
  for (const { number } of noticed) {
    const notice = await stores.notices.of(number)
    if (notice) windows.push(notice.lastDay)
  }
  return here(
    texts.balance({
      household: personal ? personName(speaker.person, null, 'private') : await nameOfHousehold(household, context),
      together: personal ? (await householdStanding(stores, scheme, mainBook, household.id)).spendable : null,
      base,
      others: await otherBooks(context),
      booked: standing.spendable,
      honour: standing.honour,
      inNotice: sum(noticed),
      pending: sum(open.filter((file) => !noticed.includes(file))),
      until: windows.sort().at(-1) ?? null,
      benefits: room === null ? await benefitsOf(household, context) : [],
    }),
  )
}

/** 查分: one's own household apart into booked, in notice and pending (GY-8); of others only the public figure. */
export const showBalance = command({
  intent: 'query_balance',
  words: ['查分', '查积分', '我的积分', '余额'],
  examples: ['查分', '我家多少分'],
  role: 'villager',
  help: '查分',
  async handle(slots, context) {
    const { stores, scheme, speaker, reading, room } = context
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    const asked = name === undefined || name === null ? null : await otherHousehold(name)
    if (asked && asked.id !== speaker.household?.id) {
      const { honour } = await householdStanding(stores, scheme, mainBook, asked.id)
      return [here(texts.publicBalance(await nameOfHousehold(asked, context), honour))]
    }
    const own = speaker.household ?? refuse(noHousehold(speaker.person.name))
    const answer = await ownBalance(own, context)
    return room && !speaker.person.namePublic ? [here(sentPrivately), privately(speaker.person.id, answer.text)] : [answer]

    async function otherHousehold(wanted: string): Promise<Household | null> {
      if ((await stores.register.named(wanted)).length === 0) return null
      return (await personNamed(stores, wanted, reading.settled)).household
    }
  },
})
