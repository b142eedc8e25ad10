import type { Clock } from '../../models/clock.ts'
import type { Log } from '../../models/log.ts'
import type { MediaStore, Outgoing, OutboxStore, Stores } from '../../models/stores/stores.ts'
import type { Mouth } from '../channel.ts'
import { OutboxDesk, placeOf, type Mark } from './outbox-desk.ts'
import type { Pace } from './pace.ts'
import type { Timers } from '../timers.ts'

/** What the outbox needs to carry the village's lines to the messenger. */
export interface OutboxOptions {
  readonly lane: { unit<T>(village: string, work: (stores: Pick<Stores, 'outbox'>) => Promise<T>): Promise<T> }
  readonly reader: { read<T>(village: string, work: (stores: Pick<Stores, 'outbox'>) => Promise<T>): Promise<T> }
  readonly media: Pick<MediaStore, 'read'>
  /** the account lines are sent from; lines of other accounts are left to their own process */
  readonly channel: Mouth & { readonly channel: string; readonly account: string }
  readonly pace: Pace
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** names this process in the rows it has taken; unlike that of any other run */
  readonly sender: string
  /** nobody else can be sending for this account: what an earlier run had taken when it was killed is taken over at once */
  readonly alone: boolean
  /** ms after which a line taken by a sender that is gone may be taken by another; longer than the pace ever makes a line wait */
  readonly lease?: number
}

/** How many rows are taken at a time. */
const batch = 50

/** Carries committed lines to the messenger: per place in order, paced, retried; a line is sent at least once whatever is killed when. */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #lease: number
  readonly #desks = new Map<string, OutboxDesk>()
  /** villages whose rows are being taken or marked now; `true` = once more afterwards */
  readonly #rounds = new Map<string, { again: boolean }>()
  /** villages in which the lines of an earlier run have been taken over */
  readonly #takenOver = new Set<string>()
  readonly #timers = new Map<string, () => void>()
  readonly #gone = new Set<string>()
  #waiting: (() => void)[] = []
  #stopped = false

  constructor(options: OutboxOptions) {
    this.#options = options
    this.#lease = options.lease ?? 90_000
  }

  /** To be called after each commit that may have put lines, and once per village at start. */
  wake(village: string): void {
    if (this.#gone.has(village)) return
    const round = this.#rounds.get(village)
    if (round !== undefined) {
      round.again = true
      return
    }
    this.#rounds.set(village, { again: false })
    void this.#round(village)
  }

  /**
   * Within the unit that puts lines, instead of `wake` after it: takes what is due, which saves a commit. Call what it returns once the unit
   * has committed; a unit that leaves nothing needs no call.
   */
  async take(village: string, { outbox }: { readonly outbox: Pick<OutboxStore, 'claim'> }): Promise<() => void> {
    const { clock, channel, sender } = this.#options
    const until = clock.now() + this.#lease
    const lines = this.#stopped || !channel.online() ? [] : await outbox.claim(sender, until, clock.now(), batch)
    return () => {
      if (lines.length > 0) this.#desk(village).put(lines, until)
      else this.wake(village)
    }
  }

  /** The lines of a cause, once each is sent, given up, or not due yet. */
  async settled(village: string, cause: string): Promise<readonly Outgoing[]> {
    for (let first = true; ; first = false) {
      const progress = this.#progress()
      const lines = await this.#options.reader.read(village, ({ outbox }) => outbox.of(cause))
      if (this.#stopped || isSettled(lines, this.#options.clock.now())) return lines
      if (first && !this.#rounds.has(village) && this.#desks.get(village)?.busy(this.#options.clock.now()) !== true) this.wake(village)
      await progress
    }
  }

  /** Resolves when every line due now, in all villages woken so far, has been tried; paced lines are waited for. */
  async drain(): Promise<void> {
    for (const village of this.#desks.keys()) this.wake(village)
    while (!this.#stopped && this.#busy()) await this.#progress()
  }

  /** Takes no more lines, lets those on their way arrive, and marks them. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const cancel of this.#timers.values()) cancel()
    for (const desk of this.#desks.values()) desk.close()
    while (this.#busy()) await this.#progress()
    this.#moved()
  }

  /** Says nothing more for a village that is gone. */
  forget(village: string): void {
    this.#gone.add(village)
    this.#timers.get(village)?.()
    this.#timers.delete(village)
    this.#desks.get(village)?.close()
    this.#desks.delete(village)
  }

  #busy(): boolean {
    return this.#rounds.size > 0 || [...this.#desks.values()].some((desk) => desk.busy(this.#options.clock.now()))
  }

  /** resolves at the next step forward */
  #progress(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  #moved(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }

  #desk(village: string): OutboxDesk {
    const known = this.#desks.get(village)
    if (known !== undefined) return known
    const desk = new OutboxDesk(this.#options, () => {
      this.wake(village)
      this.#moved()
    })
    this.#desks.set(village, desk)
    return desk
  }

  async #round(village: string): Promise<void> {
    const desk = this.#desk(village)
    let next: number | null = null
    for (;;) {
      const marks = desk.takeMarks()
      try {
        next = await this.#exchange(village, desk, marks)
        desk.written(marks)
      } catch (error) {
        // unwritten marks of a stopping process mean that a line is said once more, not that it is lost
        if (!this.#stopped) desk.returnMarks(marks)
        this.#options.log.error({ name: error instanceof Error ? error.name : typeof error }, 'the outbox could not be read or written')
        next = this.#options.clock.now() + 1_000
        break
      }
      const round = this.#rounds.get(village)
      if (round?.again !== true && !desk.hasMarks()) break
      if (round !== undefined) round.again = false
    }
    this.#rounds.delete(village)
    this.#look(village, next)
    this.#moved()
  }

  /** One unit: marks what happened, takes what is due; gives the instant to look again. */
  async #exchange(village: string, desk: OutboxDesk, marks: readonly Mark[]): Promise<number | null> {
    const { lane, clock, channel, sender, alone } = this.#options
    const takes = !this.#stopped && !this.#gone.has(village) && channel.online()
    if (!takes && marks.length === 0) return this.#stopped ? null : clock.now() + 1_000
    const now = clock.now()
    const until = now + this.#lease
    const { lines, next } = await lane.unit(village, async ({ outbox }) => {
      await write(outbox, marks)
      if (!takes) return { lines: [], next: now + 1_000 }
      // as if the leases of the dead had run out; a line that is not due yet waits at the desk
      const taken = await outbox.claim(sender, until, alone && !this.#takenOver.has(village) ? until : now, batch)
      return { lines: taken, next: taken.length === batch ? now : await outbox.nextDue() }
    })
    if (takes) this.#takenOver.add(village)
    desk.put(lines, until)
    if (next === null || next > clock.now()) return next
    // due but not given to us: taken by somebody, or behind a line that waits
    return lines.length === batch ? now : now + Math.min(this.#lease, 5_000)
  }

  #look(village: string, at: number | null): void {
    this.#timers.get(village)?.()
    this.#timers.delete(village)
    if (at === null || this.#stopped || this.#gone.has(village)) return
    const wait = Math.max(at - this.#options.clock.now(), 1)
    this.#timers.set(
      village,
      this.#options.timers.after(wait, () => {
        this.wake(village)
      }),
    )
  }
}

/** Nothing of it will happen without waiting: what stands behind a line that is to be tried again waits as well. */
function isSettled(lines: readonly Outgoing[], now: number): boolean {
  const waiting = lines.filter((line) => line.state === 'waiting')
  const blocked = new Set(waiting.filter((line) => line.notBefore > now && line.attempt > 0).map(placeOf))
  return waiting.every((line) => line.notBefore > now || blocked.has(placeOf(line)))
}

async function write(outbox: OutboxStore, marks: readonly Mark[]): Promise<void> {
  for (const mark of marks) {
    if (mark.failed === null) await outbox.sent(mark.id, mark.sentId, mark.at)
    else await outbox.failed(mark.id, mark.failed.retryAt, mark.failed.reason, mark.at)
  }
}
