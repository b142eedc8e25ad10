import type { Command, Context, NewcomerCommand } from '../handlers/command.ts'
import { dateOf } from '../models/dates.ts'
import type { Reading } from '../models/intent.ts'
import { Asking, Refusal } from '../models/outcome.ts'
import type { OpenQuestion } from '../models/question.ts'
import { here, privately, type Reply } from '../models/reply.ts'
import type { Stores } from '../models/stores/stores.ts'
import { Overtaken } from '../models/stores/store-errors.ts'
import type { Utterance } from '../models/utterance.ts'
import { bindHint } from '../texts/people/binding.ts'
import * as texts from '../texts/query/query.ts'
import { overtaken } from '../texts/review/review.ts'
import { authorize } from './authorize.ts'
import type { Snapshots } from './snapshot.ts'
import type { Understanding } from './understand.ts'

/** What an answer needs besides the line. */
export interface AnswerOptions {
  readonly commands: readonly (Command | NewcomerCommand)[]
  readonly snapshots: Snapshots
  /** reports a bug to the log and gives the number the villager is told */
  failed(error: unknown): { readonly id: string; readonly firstThisHour: boolean }
}

/** The command of an intent: the one by whose word the line begins, where several share it, else the first. */
function commandFor({ intent }: Reading, line: string, commands: AnswerOptions['commands']): Command | NewcomerCommand | undefined {
  const able = commands.filter((command) => command.intent === intent)
  const said = line.replace(/^@\S+\s*/u, '')
  return able.find(({ words }) => words.some((word) => said.startsWith(word))) ?? able[0]
}

const toSpeaker = ({ speaker }: Understanding, utterance: Utterance, text: string, about?: number): Reply =>
  speaker ? privately(speaker.person.id, text, about) : { to: 'contact', contact: utterance.speaker, text }

async function dispatch(
  reading: Reading,
  understood: Understanding,
  utterance: Utterance,
  stores: Stores,
  now: number,
  { commands, snapshots }: AnswerOptions,
): Promise<readonly Reply[]> {
  const { speaker, room, addressed, line, snapshot } = understood
  const command = commandFor(reading, line, commands)
  if (!speaker && command?.role !== 'newcomer') return [toSpeaker(understood, utterance, bindHint)]
  if (reading.settled?.confirmed === false) return [here(texts.dropped)]
  if (reading.intent === 'multi') {
    const replies: Reply[] = []
    for (const intent of reading.slots.intents ?? []) {
      replies.push(
        ...(await dispatch({ ...reading, intent }, understood, utterance, stores, now, { commands, snapshots, failed: neverFails })),
      )
    }
    return inOneLine(replies)
  }
  if (reading.intent === 'ignore' || reading.intent === 'ambiguous')
    return [here(reading.slots.ask === 'text' ? texts.sayInWords : texts.notUnderstood)]
  if (!command) return [toSpeaker(understood, utterance, texts.notOpenYet)]
  const village = await stores.village.get()
  const common = {
    room,
    utterance,
    line,
    reading,
    addressed,
    scheme: snapshot.scheme,
    edition: snapshot.edition,
    members: understood.members,
    schemeOf: (edition: number) => snapshots.schemeOf(stores, village.id, edition),
    stores,
    now,
    begunAt: understood.answers?.askedAt ?? now,
  }
  if (command.role === 'newcomer') return command.handle(reading.slots, { ...common, speaker })
  if (!speaker) return []
  const refusal = authorize(command, speaker.roles)
  if (refusal !== null) throw new Refusal(refusal)
  const context: Context = { ...common, speaker }
  return command.handle(reading.slots, context)
}

/** Several wishes of one line are answered in one message; what goes elsewhere stays as it is. */
function inOneLine(replies: readonly Reply[]): readonly Reply[] {
  const [first, ...others] = replies.filter(({ to }) => to === 'here')
  if (!first || others.length === 0) return replies
  const text = [...new Set([first, ...others].map((reply) => reply.text))].join('\n')
  return [{ ...first, text }, ...replies.filter(({ to }) => to !== 'here')]
}

/** Who begins the same anew has given up what was asked before: no later line may answer that by chance. */
async function closeLike(
  { speakerKey, reading }: Understanding,
  room: string | null,
  { questions }: Stores,
  now: number,
  alike: (old: OpenQuestion) => boolean = () => true,
): Promise<void> {
  for (let old = await questions.waiting(speakerKey, room, now); old !== null; old = await questions.waiting(speakerKey, room, now)) {
    if (old.reading.intent !== reading.intent || !alike(old)) return
    await questions.close(old.id, now)
  }
}

/** Two lines about one deed: an item that both name, or one kind when either names no item. */
function ofOneDeed(one: Reading, other: Reading): boolean {
  if (one.matched && other.matched) return one.matched.some((item) => other.matched?.includes(item))
  return one.slots.cat !== undefined && one.slots.cat === other.slots.cat
}

/** A whole line that was carried out leaves no question open about the same deed. */
async function closeTold(understood: Understanding, room: string | null, stores: Stores, now: number): Promise<void> {
  if (understood.answers) return
  await closeLike(understood, room, stores, now, ({ about, reading }) => about === 'deed' || ofOneDeed(reading, understood.reading))
}

const neverFails = () => ({ id: '', firstThisHour: false })

async function afterBug(
  error: unknown,
  understood: Understanding,
  utterance: Utterance,
  stores: Stores,
  now: number,
  options: AnswerOptions,
): Promise<readonly Reply[]> {
  const { id, firstThisHour } = options.failed(error)
  const operators = firstThisHour ? await stores.register.holders('operator', dateOf(now)) : []
  return [
    toSpeaker(understood, utterance, texts.apology(id)),
    ...operators.map((operator) => privately(operator.id, texts.failureNote(id))),
  ]
}

/** Carries a line out within its unit: a handler's lines, a refusal, a question, or, after a bug, an apology; a no undoes what was written. */
export async function answer(
  understood: Understanding,
  utterance: Utterance,
  stores: Stores,
  now: number,
  options: AnswerOptions,
): Promise<readonly Reply[]> {
  try {
    return await stores.attempt(async () => {
      if (understood.answers) await stores.questions.close(understood.answers.id, now)
      const replies = await dispatch(understood.reading, understood, utterance, stores, now, options)
      await closeTold(understood, utterance.room, stores, now)
      return replies
    })
  } catch (error) {
    if (error instanceof Refusal) return [toSpeaker(understood, utterance, error.text, error.about)]
    if (error instanceof Overtaken) return [toSpeaker(understood, utterance, overtaken(error.number))]
    if (!(error instanceof Asking)) return afterBug(error, understood, utterance, stores, now, options)
    if (understood.answers) await stores.questions.close(understood.answers.id, now)
    await closeLike(understood, utterance.room, stores, now)
    await stores.questions.open({
      ...error.question,
      person: understood.speakerKey,
      room: utterance.room,
      reading: { ...understood.reading, settled: { ...understood.reading.settled, ...error.question.settles } },
      line: understood.line,
      askedAt: now,
      expiresAt: now + error.question.minutes * 60_000,
    })
    return [here(error.question.text)]
  }
}
