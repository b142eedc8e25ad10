import { z } from 'zod'
import { privately } from '../../models/reply.ts'
import { bound } from '../../texts/binding.ts'
import { act } from './act.ts'

const alias = z.object({ channel: z.string(), account: z.string(), contact: z.string(), person: z.string() })

/** 核对群昵称: binds the contacts of a list that a second person has looked through; who was bound meanwhile is passed over. */
export const bindListAct = act({
  room: 'panel',
  mayPropose: ['bookkeeper'],
  mayConfirm: ['reviewer', 'secretary'],
  payload: z.object({ aliases: z.array(alias) }),
  async carryOut({ aliases }, _proposal, { stores, speaker, now }) {
    const done: string[] = []
    for (const { channel, account, contact, person } of aliases) {
      const known = await stores.register.person(person)
      const theirs = (await stores.contacts.aliasesOf(person)).some((one) => one.channel === channel && one.account === account)
      if (!known || theirs || (await stores.contacts.personOf(channel, account, contact))) continue
      await stores.contacts.bind({ channel, account, contact, person }, speaker.person.id, now)
      done.push(person)
    }
    await stores.village.touch()
    const replies = []
    for (const person of done) replies.push(privately(person, bound((await stores.register.person(person))?.name ?? '')))
    return replies
  },
})
