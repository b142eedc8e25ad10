import { addDays, dateOf, daysOf, isDate, monthOf, weekdayOf, type LocalDate } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { delegationPrefix, delegationSetting, delegationsOf } from '../../rules/people/delegation.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/review/batch.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { command, type Context } from '../command.ts'
import { personNamed } from '../people.ts'

const sundayOf = (day: LocalDate): LocalDate => addDays(day, (7 - weekdayOf(day)) % 7)

/** The last day of a delegation as the line says it; undefined when it says none. */
function lastDay({ due, deadline, period, date }: Slots, line: string, today: LocalDate): LocalDate | undefined {
  const said = [due, deadline, period?.split('..').at(-1), date].find((one) => one !== undefined && one !== null && /^\d{4}/u.test(one))
  const day = said === undefined || said === null ? undefined : daysOf(said).last
  if (day !== undefined && isDate(day) && day >= today) return day
  if (/下周|下个?星期|下个?礼拜/u.test(line)) return addDays(sundayOf(today), 7)
  if (/这周|本周|这个?星期|这个?礼拜/u.test(line)) return sundayOf(today)
  return /这个?月|本月/u.test(line) ? daysOf(monthOf(today)).last : undefined
}

/** Takes the speaker's delegation back. */
async function endDelegation({ stores, speaker, now }: Context): Promise<readonly Reply[]> {
  const key = `${delegationPrefix}${speaker.person.id}`
  const own = delegationsOf(await stores.village.settings(key), dateOf(now)).find(({ from }) => from === speaker.person.id)
  if (!own) return refuse(texts.noDelegation)
  await stores.village.setSetting(key, '')
  return [here(texts.delegationEnded)]
}

/** 委托: a reviewer who is away asks another reviewer to look after what waits; nobody gains a right they do not have. */
export const delegate = command({
  intent: 'delegate',
  words: ['委托', '取消委托'],
  examples: ['这周我外出，待审的让陈玉莲替我'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '这周我外出，待审的让陈玉莲替我',
  async handle(slots, context) {
    const { stores, speaker, reading, line, now } = context
    if (/取消|回来了|不用替/u.test(line)) return endDelegation(context)
    const [name = refuse(texts.delegateToWhom)] = slots.to ?? []
    const { person } = await personNamed(stores, name, reading.settled)
    const today = dateOf(now)
    const offices = await stores.register.rolesOf(person.id, today)
    if (!offices.includes('reviewer') || person.id === speaker.person.id) return refuse(texts.delegateToReviewer(person.name))
    const choices = [...new Set([sundayOf(today), addDays(sundayOf(today), 7), daysOf(monthOf(today)).last])]
    const until =
      lastDay(slots, line, today) ??
      ask({
        about: 'due',
        text: texts.delegateUntil(choices),
        options: choices.map((day) => ({ label: day, slots: { due: day } })),
        free: null,
        minutes: questionMinutes,
      })
    await stores.village.setSetting(`${delegationPrefix}${speaker.person.id}`, delegationSetting({ to: person.id, until }))
    return [here(texts.delegated(person.name, until)), privately(person.id, texts.delegatedToYou(speaker.person.name, until))]
  },
})
