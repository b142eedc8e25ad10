import { refuse } from '../../models/outcome.ts'
import { cadresOnly, schemeNumber } from '../../texts/office.ts'
import { command } from '../command.ts'
import { pauseVillage } from './pause.ts'

/** 设置: how loud the bot is can be set by a word; the scheme's numbers are the village's own and cannot. */
export const setConfig = command({
  intent: 'set_config',
  words: [],
  examples: ['设置安静时间', '把公示期改成7天'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '设置安静时间',
  handle: (slots, context) => (slots.kind === 'quiet' ? pauseVillage.handle(slots, context) : refuse(schemeNumber)),
})
