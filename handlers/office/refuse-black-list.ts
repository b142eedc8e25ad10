import { refuse } from '../../models/outcome.ts'
import { neverPublished } from '../../texts/objection/bar.ts'
import { command } from '../command.ts'

/** 黑榜: is never posted, whoever asks (JZ-6; PIPL 25, 民法典 1024, 1032); the road is a private reminder, and publicly a count. */
export const refuseBlackList = command({
  intent: 'black_list_publish',
  words: ['黑榜'],
  examples: ['发黑榜', '把黑榜发群里'],
  role: ['secretary', 'bookkeeper'],
  refusal: neverPublished,
  help: '不发黑榜（法律不许）',
  handle: () => Promise.resolve(refuse(neverPublished)),
})
