import { dateOf, daysBetween } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { delegateOf, settingKeys } from '../../rules/village-settings.ts'
import { waitingByReviewer } from '../../rules/waiting.ts'
import * as texts from '../../texts/office/office.ts'
import { delegateReminder, reviewerReminder } from '../../texts/review/reminders.ts'
import { command } from '../command.ts'

/** 催审: one merged private line to each reviewer for whom something waits; once a day, whoever asks. */
export const remindReviewers = command({
  intent: 'remind_reviewers',
  words: ['催审', '提醒评议员'],
  examples: ['催一下评议员', '催审'],
  role: ['secretary', 'bookkeeper'],
  refusal: texts.cadresOnly,
  help: '催审',
  async handle(_slots, { stores, now }) {
    const today = dateOf(now)
    if ((await stores.village.setting(settingKeys.reminded)) === today) return refuse(texts.remindedToday)
    const waiting = await waitingByReviewer(stores, now)
    if (waiting.length === 0) return refuse(texts.nothingWaits)
    await stores.village.setSetting(settingKeys.reminded, today)
    const reminders: Reply[] = []
    for (const { reviewer, files } of waiting) {
      const numbers = files.map(({ number }) => number)
      const days = Math.max(...files.map(({ openedAt }) => daysBetween(dateOf(openedAt), today)))
      const to = await delegateOf(stores, reviewer.id, today)
      const text = to === reviewer.id ? reviewerReminder(numbers, days) : delegateReminder(reviewer.name, numbers, days)
      reminders.push(privately(to, text))
    }
    return [here(texts.reminded(waiting.length)), ...reminders]
  },
})
