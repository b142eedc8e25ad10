import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { NotTaken, VillageProcess } from '../process/village-process.ts'
import { nextMessage, openedBy, speakers, type Sent } from './conversation.ts'
import { checkKept, checkKilled, openFolder, type Kept } from './kept.ts'
import { pick, randomFrom } from './random.ts'

const DAY = 86_400_000
/** the longest the seven speak before the power goes, ms */
const longest = 1_200
/** acknowledged messages that each speaker delivers once more after a restart */
const again = 2

/** A village that is killed again and again while seven people speak. */
export class KillDrill {
  readonly #folder = mkdtempSync(join(tmpdir(), 'xiangyue-kill-'))
  readonly #random: () => number
  readonly #messages: Sent[] = []
  readonly #clock = Date.UTC(new Date().getUTCFullYear() + 1, 10, 3, 2)
  #round = 0
  #startMs = 3_000
  #running: VillageProcess | null = null
  #redelivered = 0
  #killedStarting = 0

  constructor(seed: number) {
    this.#random = randomFrom(seed)
  }

  /** Starts, lets the seven deliver again what they got no answer to and go on speaking, kills, and checks what lies on the disk. */
  async kill(): Promise<Kept> {
    const started = performance.now()
    const village = this.#start()
    if (this.#random() < 0.2) {
      this.#killedStarting += 1
      await wait(this.#random() * this.#startMs)
      await village.signal('SIGKILL')
    } else {
      await village.isReady()
      this.#startMs = performance.now() - started
      const voices = Promise.all(speakers.map((speaker) => this.#speak(village, speaker)))
      await Promise.race([wait(this.#random() * longest), voices])
      await village.signal('SIGKILL')
      await voices
    }
    return checkKilled(this.#folder, this.#messages)
  }

  /** Starts for the last time: every message is delivered, those with an answer once more, and each has its one answer. */
  async settle(): Promise<string> {
    const village = this.#start()
    await village.isReady()
    await Promise.all(speakers.map((speaker) => this.#deliver(village, this.#of(speaker))))
    for (const { id, text, kind, answer } of this.#messages) {
      assert.ok(answer !== null && (kind === 'chatter' || answer.replies.length > 0), `${id} (${text}) was never answered`)
    }
    await village.signal('SIGTERM')
    const database = await openFolder(this.#folder)
    const { cases, booked } = await checkKept(database, this.#messages).finally(() => database.close())
    const count = String(this.#messages.length)
    return `${count} messages, ${String(this.#redelivered)} delivered again, ${String(this.#killedStarting)} of ${String(this.#round - 1)} kills while starting, ${String(cases)} cases, ${String(booked)} booked`
  }

  async end(): Promise<void> {
    await this.#running?.signal('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #start(): VillageProcess {
    // two days pass with each power cut: windows end, and catch-up books while the next cut may come
    const clock = new Date(this.#clock + this.#round * 2 * DAY).toISOString()
    this.#round += 1
    this.#running = new VillageProcess({ DATA_DIR: this.#folder, SANDBOX_CLOCK: clock })
    return this.#running
  }

  #of(speaker: string): readonly Sent[] {
    return this.#messages.filter(({ from }) => from === speaker)
  }

  async #speak(village: VillageProcess, speaker: string): Promise<void> {
    const mine = this.#of(speaker)
    const answered = mine.filter(({ answer }) => answer !== null)
    const old = answered.length === 0 ? [] : Array.from({ length: again }, () => pick(this.#random, answered))
    try {
      await this.#deliver(village, [...mine.filter(({ answer }) => answer === null), ...old])
      for (;;) {
        const receipts = this.#messages.flatMap(({ answer }) => openedBy(answer?.replies.map(({ text }) => text) ?? []))
        const message = nextMessage(this.#random, speaker, `m${String(this.#messages.length + 1)}`, receipts)
        this.#messages.push(message)
        message.answer = await village.say(message)
      }
    } catch (error) {
      // a cut line is what the drill is about; an answer that says no is not
      if (error instanceof NotTaken || error instanceof assert.AssertionError) throw error
    }
  }

  async #deliver(village: VillageProcess, messages: readonly Sent[]): Promise<void> {
    for (const message of messages) {
      const answer = await village.say(message)
      this.#redelivered += 1
      if (message.answer !== null)
        assert.deepEqual(answer, message.answer, `${message.id} (${message.text}) was answered otherwise the second time`)
      message.answer = answer
    }
  }
}
