import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, type Reply } from '../../models/reply.ts'
import { dateOf } from '../../models/dates.ts'
import { pauseAskedHours } from '../../rules/deadlines.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { type Halt, haltAsked, isQuiet, pauseOf, settingKeys } from '../../rules/village-settings.ts'
import * as texts from '../../texts/office/office.ts'
import { command, holdsRole, type Context } from '../command.ts'
import { extendEverything } from './extend-everything.ts'

const QUIET = /安静|静音|少发|消息|提醒|播报|推送|说话|打扰|闭嘴|农忙|双抢|过年|春节|通知/u

const HOUR = 3_600_000

type Wish = 'pauseAsked' | 'resumeAsked'

/** Keeps a fact of the village that the supervisors can read back. */
async function record(action: string, detail: string | null, { stores, speaker, now }: Context): Promise<void> {
  await stores.audit.write({ at: now, actor: speaker.person.id, action, number: null, from: null, to: null, detail })
}

/** The first person's standing wish, when the speaker is a second one of another household. */
async function secondTo(wish: Wish, context: Context): Promise<Halt | null> {
  const { stores, speaker, now } = context
  const asked = await haltAsked(stores, wish)
  if (!asked || now - asked.at > pauseAskedHours * HOUR) return null
  const first = await stores.register.person(asked.by)
  if (asked.by === speaker.person.id || (first?.household && first.household === speaker.household?.id)) refuse(texts.anotherHousehold)
  return asked
}

/** The first of two persons: the wish is kept, and those who can agree are told. */
async function askSecond(wish: Wish, reason: string, card: string, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  if (!holdsRole(speaker.roles, ['secretary', 'bookkeeper'])) return refuse(texts.cadresBegin)
  const halt = { by: speaker.person.id, at: now, reason } satisfies Halt
  await stores.village.setSetting(settingKeys[wish], JSON.stringify(halt))
  const cards = (['cadres', 'panel'] as const).filter((one) => room?.kind !== one).map((one) => inRoom(one, card))
  return [here(room?.kind === 'cadres' || room?.kind === 'panel' ? card : texts.secondNeeded), ...cards]
}

async function beQuiet(context: Context): Promise<readonly Reply[]> {
  const { stores, speaker } = context
  if (!holdsRole(speaker.roles, ['secretary', 'bookkeeper'])) return refuse(texts.cadresOnly)
  if (await isQuiet(stores)) return refuse(texts.quietAlready)
  await stores.village.setSetting(settingKeys.room, 'quiet')
  await record('quiet', null, context)
  return [here(texts.quietNow)]
}

/** 紧急暂停: a recorded emergency, wished by a cadre and agreed to by a second person of another household. */
async function pause({ reason: said }: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, line, now } = context
  const since = await pauseOf(stores)
  if (since) return refuse(texts.pausedAlready(dateOf(since.at)))
  const asked = await secondTo('pauseAsked', context)
  if (!asked) {
    const words = line
      .replace(/紧急暂停|应急暂停|暂停积分期限|暂停积分|暂停|停用/u, '')
      .replace(/^[\s，,：:。]+/u, '')
      .trim()
    const fromLine = words === '' ? undefined : words
    const reason = said ?? fromLine ?? ask({ about: 'reason', text: texts.whyPause, options: [], free: 'text', minutes: reasonMinutes })
    return askSecond('pauseAsked', reason, texts.pauseCard(speaker.person.name, reason, pauseAskedHours), context)
  }
  const halt = { by: asked.by, at: now, reason: asked.reason } satisfies Halt
  await stores.village.setSetting(settingKeys.pause, JSON.stringify(halt))
  await stores.village.setSetting(settingKeys.pauseAsked, '')
  await record('pause', asked.reason, context)
  return forAll(texts.pausedForAll(asked.reason), context)
}

/** Said in the villagers' room, and where it was agreed to when that is another place. */
const forAll = (text: string, { room }: Context): readonly Reply[] =>
  room?.kind === 'villagers' ? [here(text)] : [here(text), inRoom('villagers', text)]

async function endPause(halt: Halt, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker } = context
  const asked = await secondTo('resumeAsked', context)
  if (!asked) return askSecond('resumeAsked', halt.reason, texts.resumeCard(speaker.person.name, pauseAskedHours), context)
  const days = await extendEverything(halt.at, context)
  await stores.village.setSetting(settingKeys.pause, '')
  await stores.village.setSetting(settingKeys.resumeAsked, '')
  await record('resume', String(days), context)
  return forAll(texts.resumedForAll(days), context)
}

const twoPersons = ['secretary', 'bookkeeper', 'reviewer'] as const

/** 安静、紧急暂停: a cadre alone makes the bot quieter; two persons of two households stop the village's clock. */
export const pauseVillage = command({
  intent: 'pause',
  words: ['紧急暂停', '农忙安静'],
  examples: ['农忙安静', '紧急暂停 发大水'],
  role: twoPersons,
  refusal: texts.cadresOnly,
  help: '农忙安静｜紧急暂停 原因',
  handle: (slots, context) => (QUIET.test(context.line) ? beQuiet(context) : pause(slots, context)),
})

/** 恢复: ends an emergency with a second person, and extends every deadline by its whole days; else ends the quiet. */
export const resumeVillage = command({
  intent: 'resume',
  words: [],
  examples: ['恢复'],
  role: twoPersons,
  refusal: texts.cadresOnly,
  help: '恢复',
  async handle(_slots, context) {
    const { stores, speaker } = context
    const halt = await pauseOf(stores)
    if (halt) return endPause(halt, context)
    if (!(await isQuiet(stores))) return refuse(texts.nothingToResume)
    if (!holdsRole(speaker.roles, ['secretary', 'bookkeeper'])) return refuse(texts.cadresOnly)
    await stores.village.setSetting(settingKeys.room, 'normal')
    await record('speak', null, context)
    return [here(texts.speaksAgain)]
  },
})
