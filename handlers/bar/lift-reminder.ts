import { refuse } from '../../models/outcome.ts'
import * as texts from '../../texts/objection/bar.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { command } from '../command.ts'
import { personNamed } from '../people.ts'
import { confirmBar } from './decide-bar.ts'

/** 撤榜 (JZ-6): a reviewer of another household takes a household off the reminder list once the set time of proven change has passed. */
export const liftReminder = command({
  intent: 'black_list_remove',
  words: ['撤榜'],
  examples: ['提醒名单撤掉马玉芬'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '提醒名单撤掉 姓名',
  async handle(slots, context) {
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (name === undefined || name === null) return refuse(texts.barHow)
    const { person, household } = await personNamed(context.stores, name, context.reading.settled)
    const listed = household ? await context.stores.bars.of(household.id) : []
    const file = listed.find(({ state, bar }) => state === 'in-force' && bar.ground === 'reminder')
    return file ? confirmBar(file, null, context) : refuse(texts.notListed(person.name))
  },
})
