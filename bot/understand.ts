import { dateOf } from '../models/dates.ts'
import type { Reading, Slots } from '../models/intent.ts'
import type { OpenQuestion, Option } from '../models/question.ts'
import { parserRole, type ParserRole } from '../models/role.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Utterance } from '../models/utterance.ts'
import type { Room } from '../models/village.ts'
import { speaksOfProblem, speaksOfResolution } from '../rules/resolution.ts'
import type { Speaker } from '../handlers/command.ts'
import { answered } from './answered.ts'
import { foldText } from './grammar/fold.ts'
import type { RoomMember } from './channel.ts'
import type { Grammar } from './grammar/grammar.ts'
import { asksToJoin, dropsQuestion, wantsAnswer } from './small-talk.ts'
import type { Snapshot, Snapshots } from './snapshot.ts'

/** What a line means to the village: who speaks where, what they want, and the question it answers, if it does. */
export interface Understanding {
  /** null for a contact whom nobody has bound */
  readonly speaker: Speaker | null
  /** under which the speaker's open questions are kept */
  readonly speakerKey: string
  readonly room: Room | null
  readonly reading: Reading
  readonly line: string
  readonly answers: OpenQuestion | null
  readonly addressed: boolean
  /** who is in the villagers' room, when the command looks at it */
  readonly members: readonly RoomMember[] | null
  readonly snapshot: Snapshot
}

async function speakerOf(stores: Stores, { channel, account, speaker }: Utterance, now: number): Promise<Speaker | null> {
  const person = await stores.contacts.personOf(channel, account, speaker)
  if (!person) return null
  const household = person.household === null ? null : await stores.register.household(person.household)
  return { person, household, roles: await stores.register.rolesOf(person.id, dateOf(now)) }
}

function chosen(question: OpenQuestion, text: string, grammar: Grammar): Option | undefined {
  const choice = grammar.choice(text)
  if (typeof choice === 'number') return question.options[choice - 1]
  const plain = text.replace(/[\s。！!.，,]/gu, '')
  const named = question.options.filter(({ label, words }) => label === plain || words?.includes(plain))
  if (named.length === 1) return named[0]
  if (choice === null || question.about !== 'confirmed') return undefined
  return question.options[choice === 'yes' ? 0 : 1]
}

/** A record of a resolution speaks of meetings and papers, which are commands of their own. */
const isResolution = ({ about }: OpenQuestion, text: string): boolean => about === 'resolution' && speaksOfResolution(text)

/** What a new item is for is told in the words of deeds. */
const isProblem = ({ about }: OpenQuestion, text: string): boolean => about === 'problem' && speaksOfProblem(text)

/** The reading on hold, completed by an answer; undefined when the line is no answer to the question. */
function completed(
  question: OpenQuestion,
  text: string,
  other: Reading,
  { grammar, role, now }: { readonly grammar: Grammar; readonly role: ParserRole; readonly now: number },
): Reading | undefined {
  const { reading } = question
  if (question.about === 'deed') return grammar.deed({ text, role, now }) ?? undefined
  const option = chosen(question, text, grammar)
  if (option) return answered(reading, option)
  const told = isResolution(question, text) || isProblem(question, text) || tells(question, other, text)
  const unclear = other.intent === 'ignore' || other.intent === 'ambiguous' || told
  if (!unclear && question.free !== 'quantity') return undefined
  if (question.free === 'quantity') {
    const amount = grammar.quantity(text) ?? sameDeed(reading, other, text)
    return amount ? answered(reading, { slots: amount }) : undefined
  }
  if (question.free === 'date') {
    const day = grammar.date(text, now)
    if (!day || day.approx) return undefined
    return answered(reading, { slots: { date: day.date } })
  }
  return question.free === 'text' ? freely(question, text, reading, grammar) : undefined
}

/** 「除了2、5都对」: the rows of a list that are left out. */
function withExceptions(text: string, reading: Reading): Reading | undefined {
  if (!/^除了?|不对|去掉|不要/u.test(text)) return undefined
  const except = text.match(/\d{1,3}/gu) ?? []
  return except.length === 0 ? undefined : { ...reading, slots: { ...reading.slots, except } }
}

const BEGINS_ANEW = /^@?[^ ]*报/u

/** Where and why something was done is told in the words of deeds, good or bad: unless it begins anew with 报, such a line is the answer. */
function tells({ about, reading }: OpenQuestion, other: Reading, text: string): boolean {
  if ((about !== 'place' && about !== 'reason') || BEGINS_ANEW.test(text)) return false
  return reading.intent === 'deduct'
    ? other.intent === 'report_violation'
    : reading.intent.startsWith('report') && other.intent === 'report'
}

/** 「扫了两小时路」 tells the amount that was asked for, in the deed's own words. */
function sameDeed({ slots }: Reading, other: Reading, text: string): Pick<Slots, 'qty' | 'unit' | 'hours'> | undefined {
  const { cat, qty, unit, hours } = other.slots
  if (other.intent !== 'report' || cat === undefined || cat !== slots.cat || BEGINS_ANEW.test(text)) return undefined
  if (hours !== undefined) return { hours }
  return qty === undefined ? undefined : { qty, ...(unit === undefined ? {} : { unit }) }
}

function freely(question: OpenQuestion, text: string, reading: Reading, grammar: Grammar): Reading | undefined {
  if (question.about === 'reason' || isResolution(question, text)) return { ...reading, slots: { ...reading.slots, reason: text } }
  if (isProblem(question, text)) return { ...reading, slots: { ...reading.slots, need: text } }
  if (question.about === 'except') return withExceptions(text, reading)
  if (question.about === 'place') return { ...reading, slots: { ...reading.slots, place: text } }
  if (question.about === 'who') return { ...reading, slots: { ...reading.slots, who: [text.trim()] } }
  if (question.about === 'resolution' || question.about === 'problem') return undefined
  const amount = question.about === 'points' ? grammar.quantity(text) : null
  return amount?.qty === undefined ? undefined : { ...reading, slots: { ...reading.slots, points: amount.qty } }
}

/** An official has a household too: what a line to the bot does not say to the office is read as a villager's. */
function parsedFor(role: ParserRole, toBot: boolean, parse: (role: ParserRole) => Reading): Reading {
  const official = parse(role)
  if (official.intent !== 'ignore' || role === 'villager' || !toBot) return official
  const own = parse('villager')
  return own.intent === 'ambiguous' ? official : own
}

/** 「报」 and no more: whoever says it is asked what was done, in a room too. */
const bareReport: Reading = { intent: 'report', slots: { ask: 'deed' } }

/** 「报名」 alone is said of many things; nobody asked the bot. */
const signsUpForNothing = ({ intent }: Reading, text: string): boolean => intent === 'signup' && /^我?报名[。.!！ ]*$/u.test(text)

/** The reading on hold, given up. */
const dropped = ({ reading }: OpenQuestion): Reading => ({ ...reading, settled: { ...reading.settled, confirmed: false } })

/** Reads a line within the village: undefined = not for us, and silence is the answer. */
export async function understand(
  stores: Stores,
  utterance: Utterance,
  snapshots: Snapshots,
  now: number,
): Promise<Understanding | undefined> {
  const { channel, account, quote, atBot } = utterance
  const room = utterance.room === null ? null : await stores.contacts.roomOf(channel, account, utterance.room)
  if (utterance.room !== null && room === null) return undefined
  const snapshot = await snapshots.snapshotOf(stores, now)
  const speaker = await speakerOf(stores, utterance, now)
  const speakerKey = speaker?.person.id ?? `contact:${utterance.speaker}`
  const role = parserRole(speaker?.roles ?? [])
  const text = foldText(utterance.text)
  const { grammar } = snapshot
  const inPrivate = utterance.room === null
  const parsed = parsedFor(role, atBot || inPrivate, (one) => grammar.parse({ text, role: one, now, atBot, ...(quote ? { quote } : {}) }))
  const where = utterance.room === null ? { contact: utterance.speaker } : { room: utterance.room }
  const about = quote ? await stores.outbox.aboutOf(where, quote.text) : null
  const needsCase = parsed.slots.target === undefined || parsed.slots.target === 'quoted' || parsed.slots.target === 'only_pending'
  const reading =
    about !== null && needsCase && parsed.intent !== 'ignore'
      ? { ...parsed, slots: { ...parsed.slots, target: `#${String(about)}` } }
      : parsed
  const addressed = atBot || room === null || about !== null
  const question = quote && about === null ? null : await stores.questions.waiting(speakerKey, utterance.room, now)
  const drops = question !== null && dropsQuestion(text, inPrivate)
  const answer = question && (drops ? dropped(question) : completed(question, text, reading, { grammar, role, now }))
  const common = { speaker, speakerKey, room, addressed, members: null, snapshot }
  if (question && answer) return { ...common, reading: answer, line: question.about === 'deed' ? text : question.line, answers: question }
  if (speaker && reading.slots.ask === 'deed') return { ...common, reading: bareReport, line: text, answers: null }
  const unclear = reading.intent === 'ignore' || reading.intent === 'ambiguous' || signsUpForNothing(reading, text)
  const meant = reading.intent === 'ambiguous' || (speaker ? wantsAnswer(text) : asksToJoin(text))
  if (unclear && !(atBot || (inPrivate && meant))) return undefined
  if (!speaker && reading.intent !== 'bind' && !addressed) return undefined
  return { ...common, reading, line: text, answers: null }
}
