import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import * as texts from '../../texts/people/party.ts'
import { command } from '../command.ts'
import { personNamed } from '../people.ts'
import { propose } from '../proposal/open-proposal.ts'

/** 评等 (JS-R4): by a recorded resolution a member's year is graded pro rata, or not at all. */
export const exceptGrade = command({
  intent: 'set_config',
  words: ['评等'],
  examples: ['评等 王秀英'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '评等 姓名（免评、折算，要决议）',
  async handle(slots, context) {
    const { stores, reading, now } = context
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (name === undefined || name === null) return refuse(texts.exceptionHow)
    const { person, household } = await personNamed(stores, name, reading.settled)
    const resolution =
      slots.reason ?? ask({ about: 'reason', text: texts.whichException(person.name), options: [], free: 'text', minutes: reasonMinutes })
    const months = texts.monthsIn(resolution)
    if (months === undefined) return refuse(texts.exceptionUnclear)
    const year = dateOf(now).slice(0, 4)
    const text = texts.exceptionText(person.name, year, months, resolution)
    return propose('grade-exception', { person: person.id, year, months, resolution }, { subject: household?.id ?? null, text }, context)
  },
})
