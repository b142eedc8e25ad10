import { dateOf, daysOf, monthOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, type Reply } from '../../models/reply.ts'
import { mainBook } from '../../rules/books/books.ts'
import { holidays } from '../../rules/holidays.ts'
import { isConfidential } from '../../rules/books/holders.ts'
import { topOf } from '../../rules/books/ranking.ts'
import { settingKeys } from '../../rules/village-settings.ts'
import { noticeWindow } from '../../rules/window.ts'
import { periodText } from '../../texts/format.ts'
import { monthRanking, nothingBooked, type NoticeView, periodNotice } from '../../texts/periods/jobs.ts'
import * as texts from '../../texts/office/office.ts'
import { command, type Context } from '../command.ts'
import { viewReport } from '../case-view.ts'
import { nameOfHousehold } from '../query/show-balance.ts'

const cadres = ['secretary', 'bookkeeper'] as const

/** Posts in the villagers' room, and says so where it was asked for when that is another place. */
const posted = (text: string, { room }: Context): readonly Reply[] =>
  room?.kind === 'villagers' ? [here(text)] : [inRoom('villagers', text), here(text)]

/** Once a day and kind: asking again is refused. */
async function oncePerDay(key: 'ranked' | 'noticed', what: string, { stores, now }: Context): Promise<void> {
  const today = dateOf(now)
  if ((await stores.village.setting(settingKeys[key])) === today) refuse(texts.alreadyPosted(what))
  await stores.village.setSetting(settingKeys[key], today)
}

/** The month's ranking as the calendar would post it. */
async function rankingOf(period: string, { stores }: Context): Promise<string> {
  const households = (await stores.register.households()).filter(({ leftOn }) => leftOn === null)
  const { top, tied } = topOf(await stores.ledger.ranking(mainBook, period, period, null), households.length)
  const crowd = tied[0] ? { households: tied.length, points: tied[0].points } : null
  if (top.length === 0 && !crowd) return nothingBooked(period, (await stores.cases.reportsInStates(['in-notice', 'objected'])).length)
  const rows = []
  for (const { place, household, points } of top) {
    const found = households.find(({ id }) => id === household)
    rows.push({ place, household: found ? await nameOfHousehold(found, { stores }) : '一户', points })
  }
  return monthRanking(period, rows, crowd)
}

/** 发排名: posts a month's ranking on demand, at most once a day, and never one the calendar has posted. */
export const publishRank = command({
  intent: 'publish_rank',
  words: ['发排名'],
  examples: ['发排名'],
  role: cadres,
  refusal: texts.cadresOnly,
  help: '发排名',
  async handle(slots, context) {
    const { stores, now } = context
    const period = monthOf(daysOf(slots.period ?? monthOf(dateOf(now))).first)
    const ran = (await stores.jobRuns.runs('rank-month')).some((run) => run.period === period)
    const what = `${periodText(period)}积分榜`
    if (ran) return refuse(texts.postedByCalendar(what))
    await oncePerDay('ranked', what, context)
    return posted(await rankingOf(period, context), context)
  },
})

/** 发公示: posts what stands in notice now, at most once a day. */
export const publishNotice = command({
  intent: 'publish_notice',
  words: ['发公示'],
  examples: ['发公示'],
  role: cadres,
  refusal: texts.cadresOnly,
  help: '发公示',
  async handle(_slots, context) {
    const { stores, scheme, now } = context
    const views: NoticeView[] = []
    for (const file of await stores.cases.reportsInStates(['in-notice', 'objected'])) {
      if (isConfidential(await context.schemeOf(file.edition), file.report.item)) continue
      const notice = await stores.notices.of(file.number)
      if (!notice) continue
      const view = await viewReport(file, 'villagers', context)
      const { firstDay, lastDay } = notice
      const standing = file.state === 'objected' ? 'objected' : 'in-notice'
      views.push({ view, firstDay, lastDay, standing })
    }
    if (views.length === 0) return refuse(texts.noticeEmpty)
    await oncePerDay('noticed', '公示', context)
    const days = noticeWindow(dateOf(now), scheme.notice.days, holidays)
    return posted(periodNotice(monthOf(dateOf(now)), views, 0, days), context)
  },
})
