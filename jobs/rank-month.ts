import { inRoom } from '../models/reply.ts'
import type { Stores } from '../models/stores.ts'
import { mainBook } from '../rules/books.ts'
import { topOf } from '../rules/ranking.ts'
import { isQuiet } from '../rules/village-settings.ts'
import * as texts from '../texts/jobs.ts'
import { monthly } from './calendar.ts'
import { nothingEverReported } from './first-case.ts'
import { job, nothingToDo } from './job.ts'
import { viewRegister } from './register-view.ts'

async function sayNothingBooked(period: string, stores: Stores) {
  if (await nothingEverReported(stores)) return nothingToDo('还没有任何申报')
  const inNotice = await stores.cases.reportsInStates(['in-notice', 'objected'])
  return { did: true, replies: [inRoom('villagers', texts.nothingBooked(period, inNotice.length))], summary: '当月没有入账' }
}

/** 月榜: on the 1st the villagers see which households earned most in the month that has ended, by honour, at most ten places. */
export const rankMonth = job({
  name: 'rank-month',
  at: monthly(1, '08:30'),
  catchUp: 'latest',
  kind: 'effect',

  async run({ period }, { stores }) {
    if (await isQuiet(stores)) return nothingToDo('安静中')
    const register = await viewRegister(stores)
    const { top, tied } = topOf(await stores.ledger.ranking(mainBook, period, period, null), register.households)
    const crowd = tied[0] ? { households: tied.length, points: tied[0].points } : null
    if (top.length === 0 && !crowd) return sayNothingBooked(period, stores)
    const rows = top.map(({ place, household, points }) => ({ place, household: register.household(household), points }))
    return {
      did: true,
      replies: [inRoom('villagers', texts.monthRanking(period, rows, crowd))],
      summary: `月榜 ${top.length + tied.length} 户`,
    }
  },
})
