import { dateOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import { bindingAsked } from '../../texts/people/binding.ts'
import * as texts from '../../texts/people/guardian.ts'
import { privateOnly } from '../../texts/people/participation.ts'
import { notBound } from '../../texts/people/rebinding.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import type { NewcomerContext, Speaker } from '../command.ts'
import { confirmation } from '../confirmation.ts'
import { villagerOf } from '../people.ts'

/** The child of a grown-up's own household that a line means: by name, or the only one when the line speaks of the child; null otherwise. */
export async function ownChild(slots: Slots, { person, household }: Speaker, { stores }: NewcomerContext): Promise<Person | null> {
  if (household === null || person.minor) return null
  const children = (await stores.register.members(household.id)).filter(({ minor }) => minor)
  const name = slots.name ?? slots.who?.find((one) => one !== null && one !== 'self')
  if (typeof name === 'string') return children.find((child) => child.name === name || child.called.includes(name)) ?? null
  return slots.kind === 'child' && children.length === 1 ? (children[0] ?? null) : null
}

async function isBoundHere(person: Person, { stores, utterance }: NewcomerContext): Promise<boolean> {
  const aliases = await stores.contacts.aliasesOf(person.id)
  return aliases.some(({ channel, account }) => channel === utterance.channel && account === utterance.account)
}

/** 给孩子绑定: a grown-up of the household agrees, in private; who and when is kept, and nothing is bound yet. */
export async function consentForChild(child: Person, guardian: Speaker, context: NewcomerContext): Promise<readonly Reply[]> {
  const { stores, reading, room, now } = context
  if (room !== null) return refuse(privateOnly)
  if (await isBoundHere(child, context)) return refuse(texts.childBoundAlready(child.name))
  if (!reading.settled?.confirmed) return ask(confirmation(texts.guardianConsent(child.name), texts.consents, texts.consentsNot))
  await stores.guardians.consent({ child: child.id, guardian: guardian.person.id, at: now })
  const { unit } = await villagerOf(stores, child)
  return [here(texts.consentKept(child.name, unit?.name ?? '', dateOf(now)))]
}

/** Who may recognise the child: the bookkeeper, or where the bookkeeper is of the family, the reviewers who are not. */
async function recognisers(child: Person, { stores, now }: NewcomerContext): Promise<readonly Person[]> {
  for (const office of ['bookkeeper', 'reviewer'] as const) {
    const able = (await stores.register.holders(office, dateOf(now))).filter(({ household }) => household !== child.household)
    if (able.length > 0) return able
  }
  return []
}

/** The child's contact asks to be bound: only after a guardian's consent, and no room reads for whom. */
export async function requestForChild(child: Person, context: NewcomerContext): Promise<readonly Reply[]> {
  const { stores, utterance, edition, room, now } = context
  const consent = (await stores.guardians.standing(child.id)) ?? refuse(texts.consentFirst)
  if (room !== null) return refuse(privateOnly)
  if (await isBoundHere(child, context)) return refuse(texts.childBoundAlready(child.name))
  const { channel, account, speaker: contact, speakerName } = utterance
  const { number } = await stores.cases.openBinding(
    { edition, subject: null, openedBy: consent.guardian, at: now },
    { channel, account, contact, person: child.id, namePublic: false },
  )
  const { unit } = await villagerOf(stores, child)
  const guardian = await stores.register.person(consent.guardian)
  const card = texts.childCard(number, speakerName, unit?.name ?? '', child.name, guardian?.name ?? '')
  return [
    here(bindingAsked(number), number),
    inRoom('panel', texts.childAsked(number), number),
    ...(await recognisers(child, context)).map(({ id }) => privately(id, card, number)),
  ]
}

/** 解绑 of the own child: the consent is taken back, and the child's contact is nobody's any more. */
export async function withdrawForChild(child: Person, guardian: Speaker, context: NewcomerContext): Promise<readonly Reply[]> {
  const { stores, utterance, room, now } = context
  const aliases = await stores.contacts.aliasesOf(child.id)
  if (aliases.length === 0 && (await stores.guardians.standing(child.id)) === null) return refuse(notBound(child.name))
  await stores.guardians.withdraw(child.id, guardian.person.id, now)
  for (const alias of aliases) await stores.contacts.unbind(alias, guardian.person.id, now)
  await stores.village.touch()
  const near = aliases.filter(({ channel, account }) => channel === utterance.channel && account === utterance.account)
  return [
    ...(room === null ? [] : [here(sentPrivately)]),
    privately(guardian.person.id, texts.consentWithdrawn(child.name)),
    ...near.map(({ contact }): Reply => ({ to: 'contact', contact, text: texts.childUnbound })),
  ]
}
