import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { backAgain, headDecides, householdLeft, takingPart } from '../../texts/people/participation.ts'
import * as texts from '../../texts/people/privacy.ts'
import { eraseText, officeName } from '../../texts/scheme/proposal.ts'
import { noHousehold, sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { confirmation } from '../confirmation.ts'
import { propose } from '../proposal/open-proposal.ts'

/** Refuses whoever holds an office: the village must not lose it by a word. */
async function holdsNone({ stores, speaker, now }: Context): Promise<void> {
  const [office] = await stores.register.rolesOf(speaker.person.id, dateOf(now))
  if (office !== undefined && office !== 'villager') refuse(texts.officeFirst(officeName[office]))
}

/** The household leaves with its head, or with the last of its people who can speak to the bot; never by a child's word. */
async function leavesWith({ stores, speaker }: Context): Promise<boolean> {
  const { person, household } = speaker
  if (!household || person.minor) return false
  if (household.head === person.id) return true
  for (const member of await stores.register.members(household.id))
    if (member.id !== person.id && (await stores.contacts.aliasesOf(member.id)).length > 0) return false
  return true
}

/** 重新参加: the household earns again from now on; its head says so, or anybody of it when the head cannot. */
export async function comeBack(context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const { person, household } = speaker
  if (!household) return refuse(noHousehold(person.name))
  if ((await stores.participation.leftSince(household.id)) === null) return refuse(takingPart)
  const headSpeaks = household.head !== null && (await stores.contacts.aliasesOf(household.head)).length > 0
  if (person.minor || (headSpeaks && household.head !== person.id)) return refuse(headDecides)
  await stores.participation.comeBack(household.id, dateOf(now), person.id, now)
  return [...(room === null ? [] : [here(sentPrivately)]), privately(person.id, backAgain)]
}

/** 退出: the contact is nobody's any more at once; the household keeps what it has earned, and no reason is asked (MIN-7). */
export async function leaveVillage(context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, reading, utterance, room, now } = context
  await holdsNone(context)
  if (!reading.settled?.confirmed) return ask(confirmation(texts.leaveSure, texts.leave, texts.stay))
  const { id, household } = speaker.person
  const whole = household !== null && (await leavesWith(context))
  if (whole) await stores.participation.leave(household, dateOf(now), id, now)
  const others = whole ? (await stores.register.members(household)).filter((member) => member.id !== id) : []
  for (const alias of await stores.contacts.aliasesOf(id)) await stores.contacts.unbind(alias, id, now)
  await stores.register.setNamePublic(id, false, now)
  await stores.village.touch()
  const told: Reply = { to: 'contact', contact: utterance.speaker, text: texts.left }
  const family = others.map((member) => privately(member.id, householdLeft))
  return [...(room === null ? [] : [here(sentPrivately)]), told, ...family]
}

/** 退出并删除: proposed to the cadres, because nothing of it can be brought back. */
export async function askToBeErased(context: Context): Promise<readonly Reply[]> {
  const { speaker, reading } = context
  await holdsNone(context)
  if (!reading.settled?.confirmed) return ask(confirmation(texts.eraseSure, texts.erase, texts.keep))
  const { id, name, household } = speaker.person
  return propose('erase', { person: id }, { subject: household, text: eraseText(name) }, context)
}
