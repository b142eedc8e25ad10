import { refuse } from '../../models/outcome.ts'
import { here, inRoom } from '../../models/reply.ts'
import * as texts from '../../texts/periods/dividend.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { command } from '../command.ts'
import { takeDownPlan } from './take-down-plan.ts'

/** 撤回分配公示: a plan in notice is taken down before anything is paid; a new one starts its time anew (law.md §3). */
export const stopDividend = command({
  intent: 'retract_notice',
  words: ['撤回分配公示'],
  examples: ['撤回分配公示'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '撤回分配公示',
  async handle(_slots, context) {
    const { stores, room } = context
    const [dividend] = await stores.shares.endedBy(Number.MAX_SAFE_INTEGER)
    if (!dividend) return refuse(texts.nothingInNotice)
    const text = await takeDownPlan(dividend, null, context)
    return room?.kind === 'villagers' ? [here(text)] : [inRoom('villagers', text, dividend.number), here(text, dividend.number)]
  },
})
