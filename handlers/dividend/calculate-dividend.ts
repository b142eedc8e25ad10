import { dateOf } from '../../models/dates.ts'
import { postingLimit } from '../../models/ledger.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { dividendYear, type Pool } from '../../rules/books/dividend.ts'
import { isOn } from '../../rules/checks/practice-checks.ts'
import { practices } from '../../rules/practices.ts'
import * as texts from '../../texts/periods/dividend.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { command, type Context } from '../command.ts'
import { confirmation } from '../confirmation.ts'
import { propose } from '../proposal/open-proposal.ts'
import { nameOfHousehold } from '../query/show-balance.ts'
import { calculate, resolutionOf, viewOf } from './calculation.ts'

/** The pool a line means: by its title, else the first; refuses where no resolution has opened one. */
function poolMeant({ scheme, line }: Context): Pool {
  const [first] = scheme.pools
  const pool = scheme.pools.find(({ title }) => line.includes(title)) ?? first ?? refuse(texts.noPool)
  return isOn(scheme, 'points-dividend') ? pool : refuse(texts.practiceOff(practices['points-dividend'].reason))
}

function fenOf(amount: number | undefined): number {
  const fen = Math.round((amount ?? refuse(texts.howMuch)) * 100)
  return fen >= 1 && fen <= postingLimit.fen ? fen : refuse(texts.poolOutOfRange(postingLimit.fen))
}

/** 分红测算 (PH-3): cadres see what a reward pool would give; on their yes it is put to a second person. Nothing touches the share column. */
export const calculateDividend = command({
  intent: 'dividend_calc',
  words: ['分红测算'],
  examples: ['分红按积分测算，奖金池8万'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '分红按积分测算，奖金池8万',
  async handle(slots, context) {
    const { stores, scheme, room, reading, now } = context
    if (room !== null && room.kind !== 'cadres') return refuse(texts.inCadresRoom)
    const pool = poolMeant(context)
    const fen = fenOf(slots.amount)
    const year = slots.period ?? dividendYear(dateOf(now))
    const before = await stores.shares.dividendOf(pool.code, year)
    if (before) return refuse(texts.alreadyThere(pool.title, year, before.number))
    const calculation = await calculate(pool, fen, year, scheme, stores)
    const names = new Map<string, string>()
    for (const household of await stores.register.households()) names.set(household.id, await nameOfHousehold(household, context))
    const view = viewOf(calculation, pool, year, (household) => names.get(household) ?? '')
    if (!reading.settled?.confirmed) return ask(confirmation(texts.preview(view), texts.submit, texts.notNow))
    const payload = { pool: pool.code, fen, year, points: view.points, households: view.households }
    return propose('dividend', payload, { subject: null, text: texts.dividendText(view, resolutionOf(scheme)) }, context)
  },
})
