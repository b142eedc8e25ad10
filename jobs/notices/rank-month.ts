import { inRoom, type Reply } from '../../models/reply.ts'
import { mainBook } from '../../rules/books/books.ts'
import { memberRanking, shownInRoom } from '../../rules/books/member-ranking.ts'
import { topOf } from '../../rules/books/ranking.ts'
import { isQuiet } from '../../rules/village-settings.ts'
import { memberRanking as rankingOfMembers } from '../../texts/periods/deposit.ts'
import { periodText } from '../../texts/format.ts'
import * as texts from '../../texts/periods/jobs.ts'
import { byAudience } from './by-audience.ts'
import { monthly } from '../calendar.ts'
import { nothingEverReported } from './first-case.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'
import { type RegisterView, viewRegister } from './register-view.ts'

async function sayNothingBooked(period: string, forMembers: readonly Reply[], context: JobContext) {
  const { stores } = context
  if (await nothingEverReported(stores)) return nothingToDo('还没有任何申报')
  const { villagers } = await byAudience(await stores.cases.reportsInStates(['in-notice', 'objected']), context)
  return {
    did: true,
    replies: [inRoom('villagers', texts.nothingBooked(period, villagers.length)), ...forMembers],
    summary: '当月没有入账',
  }
}

/** Books that never stand before all are ranked by person, in the cadres' and party room (JS-R1). */
async function memberRankings(period: string, register: RegisterView, { scheme, stores }: JobContext): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const [code, { audience, holder, title }] of Object.entries(scheme.books)) {
    if (audience !== 'cadres' || holder !== 'person') continue
    const rows = await memberRanking(stores.ledger, code, period, period)
    const named = shownInRoom(rows).map(({ place, person, points }) => ({ place, who: register.member(person), points }))
    if (named.length > 0) replies.push(inRoom('cadres', rankingOfMembers(periodText(period), title, named)))
  }
  return replies
}

/** 月榜: on the 1st the villagers see which households earned most in the month that has ended, by honour, at most ten places. */
export const rankMonth = job({
  name: 'rank-month',
  at: monthly(1, '08:30'),
  catchUp: 'latest',
  kind: 'effect',

  async run({ period }, context) {
    const { stores } = context
    if (await isQuiet(stores)) return nothingToDo('安静中')
    const register = await viewRegister(stores)
    const forMembers = await memberRankings(period, register, context)
    const { top, tied } = topOf(await stores.ledger.ranking(mainBook, period, period, null), register.households)
    const crowd = tied[0] ? { households: tied.length, points: tied[0].points } : null
    if (top.length === 0 && !crowd) return sayNothingBooked(period, forMembers, context)
    const rows = top.map(({ place, household, points }) => ({ place, household: register.household(household), points }))
    return {
      did: true,
      replies: [inRoom('villagers', texts.monthRanking(period, rows, crowd)), ...forMembers],
      summary: `月榜 ${top.length + tied.length} 户`,
    }
  },
})
