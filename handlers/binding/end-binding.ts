import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/people/rebinding.ts'
import { bindHint } from '../../texts/people/binding.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { holdsRole, type NewcomerContext } from '../command.ts'
import { personNamed } from '../people.ts'
import { ownChild, withdrawForChild } from './bind-child.ts'
import { leaveVillage } from '../privacy/leave-village.ts'

/** 解绑: a villager's own contact, the own child's, or, by the bookkeeper, somebody else's, whose rights rest until they are bound again. */
export async function endBinding(slots: Slots, context: NewcomerContext): Promise<readonly Reply[]> {
  const { speaker, stores, utterance, room, reading, now } = context
  if (!speaker) return refuse(bindHint)
  const name = slots.name ?? slots.who?.find((one) => one !== null && one !== 'self')
  if (name === undefined || name === null) return leaveVillage({ ...context, speaker })
  const child = await ownChild(slots, speaker, context)
  if (child) return withdrawForChild(child, speaker, context)
  if (!holdsRole(speaker.roles, 'bookkeeper')) return refuse(texts.bookkeeperEnds)
  const { person } = await personNamed(stores, name, reading.settled)
  if (person.id === speaker.person.id) return leaveVillage({ ...context, speaker })
  const aliases = await stores.contacts.aliasesOf(person.id)
  if (aliases.length === 0) return refuse(texts.notBound(person.name))
  for (const alias of aliases) await stores.contacts.unbind(alias, speaker.person.id, now)
  await stores.village.touch()
  const near = aliases.filter(({ channel, account }) => channel === utterance.channel && account === utterance.account)
  const echo = texts.bindingEnded(person.name)
  return [
    ...(room?.kind === 'villagers' ? [here(sentPrivately), privately(speaker.person.id, echo)] : [here(echo)]),
    ...near.map(({ contact }): Reply => ({ to: 'contact', contact, text: texts.yourBindingEnded })),
  ]
}
