import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { openTraining, type Training } from '../../cli/training/open-training.ts'
import type { Database } from '../../models/db/open-database.ts'
import { nextMessage, openedBy, speakers, type Sent } from './conversation.ts'
import { checkKept, type Kept } from './kept.ts'

/** A village in this process, on data that may fail; what it logs is counted, not printed. */
export interface TroubledVillage {
  readonly training: Training
  readonly database: Database
  readonly errors: string[]
}

/** Opens the training village in this process on data that may fail. */
export async function openTroubled(database: Database, newId: (prefix: string) => string): Promise<TroubledVillage> {
  const errors: string[] = []
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object, message: string) => void errors.push(`${message} ${JSON.stringify(fields)}`),
  }
  const training = await openTraining({ database, log, clock: { now: () => Date.now() }, newId, startAt: undefined })
  return { training, database, errors }
}

const said = ({ id, from, to, text }: Sent) => ({ id, from, to, text })

/** The seven speak at the same time, `each` messages each; who gets no answer, or a line that is no answer, says nothing of it here. */
export async function talk({ training }: TroubledVillage, messages: Sent[], each: number, random: () => number): Promise<void> {
  const speak = async (speaker: string) => {
    for (let count = 0; count < each; count += 1) {
      const receipts = messages.flatMap(({ answer }) => openedBy(answer?.replies.map(({ text }) => text) ?? []))
      const message = nextMessage(random, speaker, `m${String(messages.length + 1)}`, receipts)
      messages.push(message)
      const answer = await training.port.say(said(message)).catch(() => null)
      if (answer !== null && answer.replies.length > 0) message.answer = { id: answer.id, replies: [...answer.replies] }
    }
  }
  await Promise.all(speakers.map(speak))
}

/** how often, half a second apart, a message is said until what it caused has been sent: a line that failed is tried again after up to a minute */
const patience = 240

/** When the trouble is over: everything is said once more, every message has its whole answer in the end, and everything is there once. */
export async function settle({ training, database }: TroubledVillage, messages: readonly Sent[]): Promise<Kept> {
  for (const message of messages) {
    const before = message.answer?.replies ?? []
    for (let tries = 0; ; tries += 1) {
      assert.ok(tries < patience, `${message.id} (${message.text}) was never answered`)
      const { id, replies } = await training.port.say(said(message))
      message.answer = { id, replies: [...replies] }
      if (message.kind === 'chatter' || replies.length > 0) break
      await wait(500)
    }
    // a line of the answer may have been on its way when the first ones were acknowledged; none may be taken back
    for (const reply of before)
      assert.ok(
        message.answer.replies.some(({ id }) => id === reply.id),
        `${message.id} (${message.text}) lost “${reply.text}”`,
      )
  }
  await drained(training, messages)
  return checkKept(database, messages)
}

/** Until nothing that a message caused is still to be sent. */
async function drained(training: Training, messages: readonly Sent[]): Promise<void> {
  for (const message of messages) {
    const { id, replies } = await training.port.say(said(message))
    message.answer = { id, replies: [...replies] }
  }
}
