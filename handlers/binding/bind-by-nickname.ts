import { dateOf } from '../../models/dates.ts'
import type { ProposedContact } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import { bindListMost, questionMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/people/bind-list.ts'
import { bindHint } from '../../texts/people/binding.ts'
import { holdsRole, type NewcomerContext, type Speaker } from '../command.ts'
import { villagerOf } from '../people.ts'
import { proposeBindings, type RoomMember } from './match-nicknames.ts'

/** The word that asks for the list. */
export const NICKNAMES = '核对群昵称'

/** Does a line of somebody ask for the list? Only then is the messenger asked who is in the room. */
export const asksForList = (line: string): boolean => line.includes(NICKNAMES)

interface Register {
  /** everybody: two people of one name stay two, also when one of them is bound */
  readonly people: readonly Person[]
  /** ids of those whom a list may bind: no child, nobody with an office, nobody of the bookkeeper's own household */
  readonly open: ReadonlySet<string>
}

async function registerFor(speaker: Speaker, { stores, utterance, now }: NewcomerContext): Promise<Register> {
  const people = await stores.register.people()
  const open = new Set<string>()
  for (const person of people) {
    const aliases = await stores.contacts.aliasesOf(person.id)
    if (aliases.some(({ channel, account }) => channel === utterance.channel && account === utterance.account)) continue
    const office = (await stores.register.rolesOf(person.id, dateOf(now))).some((role) => role !== 'villager')
    const own = person.household !== null && person.household === speaker.household?.id
    if (!person.minor && !office && !own) open.add(person.id)
  }
  return { people, open }
}

async function strangers(members: readonly RoomMember[], { stores, utterance }: NewcomerContext): Promise<readonly RoomMember[]> {
  const found: RoomMember[] = []
  for (const member of members)
    if (!(await stores.contacts.personOf(utterance.channel, utterance.account, member.contact))) found.push(member)
  return found
}

async function showList(speaker: Speaker, context: NewcomerContext): Promise<never> {
  const { stores, members } = context
  if (members === null) return refuse(texts.membersUnknown)
  const register = await registerFor(speaker, context)
  const people: { person: string; name: string; called: readonly string[]; group: number | null; unit: string }[] = []
  for (const person of register.people) {
    const { unit } = await villagerOf(stores, person)
    people.push({ person: person.id, name: person.name, called: person.called, group: unit?.number ?? null, unit: unit?.name ?? '本村' })
  }
  const { proposed, unclear } = proposeBindings(await strangers(members, context), people)
  const sure = proposed.filter(({ person }) => register.open.has(person))
  const listed = sure.slice(0, bindListMost)
  if (listed.length === 0) return refuse(texts.nobodyRecognised)
  const rows = listed.map(({ person, shown }) => {
    const known = people.find((one) => one.person === person)
    return { unit: known?.unit ?? '', name: known?.name ?? '', nickname: shown }
  })
  const left = { unclear: unclear.length + proposed.length - sure.length, more: sure.length - listed.length }
  return ask({
    about: 'except',
    text: texts.bindList(rows, left),
    options: [
      { label: texts.allRight, settles: { confirmed: true } },
      { label: texts.notNow, settles: { confirmed: false } },
    ],
    free: 'text',
    minutes: questionMinutes,
    // who changes the nickname until the answer is not on the list
    settles: { contacts: listed.map(({ contact, person }) => ({ contact, person })) },
  })
}

async function bindAll(listed: readonly ProposedContact[], except: readonly string[], speaker: Speaker, context: NewcomerContext) {
  const { stores, utterance, now } = context
  const { channel, account } = utterance
  const without = new Set(except.map(Number))
  for (const row of without) if (row < 1 || row > listed.length) refuse(texts.noSuchRow(row, listed.length))
  const told: Reply[] = []
  for (const { contact, person: id } of listed.filter((_, index) => !without.has(index + 1))) {
    const person = await stores.register.person(id)
    const theirs = (await stores.contacts.aliasesOf(id)).some((one) => one.channel === channel && one.account === account)
    if (!person || theirs || (await stores.contacts.personOf(channel, account, contact))) continue
    await stores.contacts.bind({ channel, account, contact, person: id }, speaker.person.id, now)
    await stores.register.setNamePublic(id, false, now)
    told.push({ to: 'contact', contact, text: texts.boundByList(person.name) })
  }
  await stores.village.touch()
  return [here(texts.bindListDone(told.length, listed.length - told.length)), ...told]
}

/**
 * 核对群昵称: the members of the villagers' room who call themselves like one person of the register are listed for the bookkeeper, who
 * confirms them in one line. A nickname alone grants nothing: whoever holds an office, and the bookkeeper's household, bind by themselves.
 */
export async function bindByNickname(context: NewcomerContext): Promise<readonly Reply[]> {
  const { speaker, room, reading } = context
  if (!speaker) return refuse(bindHint)
  if (!holdsRole(speaker.roles, 'bookkeeper')) return refuse(texts.bookkeepersList)
  if (room?.kind === 'villagers') return refuse(texts.listElsewhere)
  const listed = reading.settled?.contacts
  return listed ? bindAll(listed, reading.slots.except ?? [], speaker, context) : showList(speaker, context)
}
