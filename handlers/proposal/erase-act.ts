import { z } from 'zod'
import type { Reply } from '../../models/reply.ts'
import { notBound } from '../../texts/people/binding.ts'
import { erased } from '../../texts/people/privacy.ts'
import type { Context } from '../command.ts'
import { act } from './act.ts'

/** Takes back the bindings that wait for the person: confirmed later, they would tie a contact to nobody. */
async function withdrawBindings(person: string, { stores, speaker, utterance, now }: Context): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const { number } of await stores.cases.inStates('binding', ['pending'])) {
    const file = await stores.cases.binding(number)
    if (file?.binding.person !== person) continue
    await stores.cases.move(file, 'withdraw', speaker.person.id, now)
    const { channel, account, contact } = file.binding
    if (channel === utterance.channel && account === utterance.account)
      replies.push({ to: 'contact', contact, text: notBound, about: number })
  }
  return replies
}

/** 退出并删除: the person's name and words are gone for good, the household keeps what it has earned (MIN-7, PIPL 47). */
export const eraseAct = act({
  room: 'cadres',
  mayPropose: ['villager'],
  mayConfirm: ['secretary', 'bookkeeper'],
  payload: z.object({ person: z.string() }),
  async carryOut({ person }, _proposal, context): Promise<readonly Reply[]> {
    const { stores, speaker, utterance, now } = context
    // before the contacts are forgotten
    const withdrawn = await withdrawBindings(person, context)
    const reached = (await stores.contacts.aliasesOf(person)).filter(
      ({ channel, account }) => channel === utterance.channel && account === utterance.account,
    )
    await stores.register.erase(person, speaker.person.id, now)
    await stores.village.touch()
    return [...reached.map(({ contact }): Reply => ({ to: 'contact', contact, text: erased })), ...withdrawn]
  },
})
