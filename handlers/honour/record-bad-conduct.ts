import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import * as texts from '../../texts/people/party.ts'
import { command } from '../command.ts'
import { personNamed } from '../people.ts'
import { propose } from '../proposal/open-proposal.ts'

/** 不良记录 (JS-R1): the branch records one of its nine kinds of a member, by two persons; told to that member alone. */
export const recordBadConduct = command({
  intent: 'set_config',
  words: ['不良记录'],
  examples: ['不良记录 王秀英'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '不良记录 姓名（党员，要两人）',
  async handle(slots, context) {
    const { scheme, stores, reading, now } = context
    const kinds = scheme.badRecords?.kinds ?? refuse(texts.noBadRecords)
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (name === undefined || name === null) return refuse(texts.badRecordHow)
    const { person, household } = await personNamed(stores, name, reading.settled)
    const kind = kinds.find((one) => one === slots.reason)
    if (kind === undefined) {
      const options = kinds.map((label) => ({ label, settles: {}, slots: { reason: label } }))
      return ask({ about: 'reason', text: texts.whichKind(person.name, kinds), options, free: null, minutes: questionMinutes })
    }
    const payload = { person: person.id, kind, on: dateOf(now) }
    return propose('bad-record', payload, { subject: household?.id ?? null, text: texts.badRecordText(person.name, kind) }, context)
  },
})
