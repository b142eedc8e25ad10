import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately } from '../../models/reply.ts'
import * as texts from '../../texts/periods/honours.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { noHousehold, sentPrivately } from '../../texts/report/report.ts'
import { command } from '../command.ts'
import { personNamed } from '../people.ts'

/** 帮扶 (JY-6): who earned little is given a named helper; only the two households hear of it. */
export const nameHelper = command({
  intent: 'set_config',
  words: ['帮扶'],
  examples: ['帮扶 何金水 李长顺'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '帮扶 户主 帮助人（不公开）',
  async handle(slots, { stores, speaker, reading, room, now }) {
    const [name, helperName] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (typeof name !== 'string' || typeof helperName !== 'string') return refuse(texts.helpHow)
    const helped = await personNamed(stores, name, reading.settled)
    const helper = await personNamed(stores, helperName, reading.settled)
    const household = helped.household ?? refuse(noHousehold(helped.person.name))
    if (helper.household?.id === household.id) return refuse(texts.helpOwn)
    await stores.honours.setHelper({ household: household.id, helper: helper.person.id, from: dateOf(now) }, speaker.person.id, now)
    const home = `${helped.person.name}家`
    return [
      ...(room === null ? [here(texts.helperNamed(home, helper.person.name))] : [here(sentPrivately)]),
      ...(room === null ? [] : [privately(speaker.person.id, texts.helperNamed(home, helper.person.name))]),
      privately(helper.person.id, texts.youHelp(home)),
      privately(helped.person.id, texts.youAreHelped(helper.person.name)),
    ]
  },
})
