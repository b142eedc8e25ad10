import { ask, refuse } from '../../models/outcome.ts'
import type { Slots } from '../../models/intent.ts'
import type { Person } from '../../models/village.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/people/binding.ts'
import { rebindCard, somebodyAsks, splitByCadres } from '../../texts/people/rebinding.ts'
import { childHow } from '../../texts/people/guardian.ts'
import { newcomerCommand, type NewcomerContext, type Speaker } from '../command.ts'
import { villagerOf } from '../people.ts'
import { asksForList, bindByNickname, NICKNAMES } from './bind-by-nickname.ts'
import { consentForChild, ownChild, requestForChild } from './bind-child.ts'
import { endBinding } from './end-binding.ts'

/** The person of the register that the newcomer says to be, by group and full name. */
async function personMeant(slots: Slots, { stores }: NewcomerContext): Promise<Person> {
  const name = slots.name ?? slots.who?.find((one) => one !== null && one !== 'self')
  if (name === undefined || name === null) return refuse(texts.bindHow)
  const wanted = slots.group_no
  for (const person of await stores.register.named(name)) {
    const { unit } = await villagerOf(stores, person)
    if (person.name === name && (wanted === undefined || unit?.number === wanted)) return person
  }
  return refuse(texts.noSuchVillager(wanted === undefined ? '村里' : `${String(wanted)}组`, name))
}

/** 换绑: somebody with a new contact asks for their own place; the old contact hears of it and works until it is confirmed. */
async function requestRebinding(person: Person, { stores, utterance, edition, now }: NewcomerContext): Promise<readonly Reply[]> {
  const { channel, account, speaker: contact, speakerName } = utterance
  const { unit } = await villagerOf(stores, person)
  const file = await stores.cases.openBinding(
    { edition, subject: null, openedBy: null, at: now },
    { channel, account, contact, person: person.id, namePublic: person.namePublic },
  )
  return [
    here(texts.bindingAsked(file.number), file.number),
    privately(person.id, somebodyAsks(file.number, speakerName), file.number),
    inRoom('panel', rebindCard(file.number, speakerName, unit?.name ?? '本村', person.name), file.number),
  ]
}

/** Who is bound can bind nobody but a child of the own household. */
async function bindOwnChild(slots: Slots, speaker: Speaker, context: NewcomerContext): Promise<readonly Reply[]> {
  const child = await ownChild(slots, speaker, context)
  if (child) return consentForChild(child, speaker, context)
  return refuse(slots.kind === 'child' ? childHow : texts.alreadyBound(speaker.person.name))
}

/** 绑定: a newcomer says who they are and whether the name may be public; the bookkeeper or a reviewer confirms. */
export const requestBinding = newcomerCommand({
  intent: 'bind',
  words: ['绑定', NICKNAMES],
  examples: ['绑定 2组 赵福贵'],
  help: '绑定 2组 姓名',
  boundHelp: '给孩子绑定 姓名（私聊）',
  officeHelp: { role: 'bookkeeper', help: NICKNAMES },
  looksAtRoom: asksForList,
  async handle(slots, context) {
    const { speaker, stores, reading, utterance, edition, now } = context
    if (asksForList(context.line)) return bindByNickname(context)
    if (slots.kind === 'unbind') return endBinding(slots, context)
    if (slots.kind === 'split_household') return refuse(splitByCadres)
    if (speaker) return bindOwnChild(slots, speaker, context)
    if (slots.kind === 'child') return refuse(texts.bindHint)
    const person = await personMeant(slots, context)
    if (person.minor) return requestForChild(person, context)
    const { channel, account, speaker: contact, speakerName } = utterance
    const taken = (await stores.contacts.aliasesOf(person.id)).some((alias) => alias.channel === channel && alias.account === account)
    if (taken) return slots.kind === 'rebind' ? requestRebinding(person, context) : refuse(texts.takenByAnother(person.name))
    if (slots.choice === undefined) {
      return ask({
        about: 'consent',
        text: texts.consent(person.name),
        options: [
          { label: '可以', words: ['行', '同意', '公开'], slots: { choice: 'public' } },
          { label: '不要', words: ['不行', '不公开'], slots: { choice: 'private' } },
        ],
        free: null,
        minutes: questionMinutes,
      })
    }
    const { unit } = await villagerOf(stores, person)
    const file = await stores.cases.openBinding(
      { edition, subject: null, openedBy: null, at: now },
      { channel, account, contact, person: person.id, namePublic: reading.slots.choice === 'public' },
    )
    return [
      here(texts.bindingAsked(file.number), file.number),
      inRoom('panel', texts.bindingCard(file.number, speakerName, unit?.name ?? '本村', person.name), file.number),
    ]
  },
})
