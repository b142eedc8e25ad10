import { refuse } from '../../models/outcome.ts'
import { cadresOnly, schemeNumber } from '../../texts/office.ts'
import { command } from '../command.ts'
import { pauseVillage } from './pause.ts'
import { groundIn, groundWords, setGround } from './set-ground.ts'

/** 设置: how loud the bot is, and what base points depend on, can be set by a word; the scheme's numbers are the village's own and cannot. */
export const setConfig = command({
  intent: 'set_config',
  words: groundWords,
  examples: ['设置安静时间', '把公示期改成7天', '登记住镇 王秀英'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '设置安静时间｜登记住镇 姓名',
  async handle(slots, context) {
    if (slots.kind === 'quiet') return pauseVillage.handle(slots, context)
    const ground = groundIn(context.line)
    return ground === null ? refuse(schemeNumber) : setGround(ground, slots, context)
  },
})
