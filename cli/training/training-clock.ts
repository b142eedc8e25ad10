import type { Clock } from '../../models/clock.ts'
import type { Lane } from '../../models/stores/stores.ts'

/** The training village's clock: the real time plus an offset that is stored and never shrinks. */
export class TrainingClock implements Clock {
  readonly #real: Clock
  readonly #lane: Lane
  #village: string
  #offset: number

  constructor(real: Clock, lane: Lane, village: string, offset: number) {
    this.#real = real
    this.#lane = lane
    this.#village = village
    this.#offset = offset
  }

  now(): number {
    return this.#real.now() + this.#offset
  }

  /** Another village, at its own offset. */
  follow(village: string, offset: number): void {
    this.#village = village
    this.#offset = offset
  }

  /** Moves forward to an instant (UTC ms), durably; an instant that has passed changes nothing. */
  async moveTo(instant: number): Promise<void> {
    const offset = instant - this.#real.now()
    if (offset <= this.#offset) return
    await this.#lane.unit(this.#village, (stores) => stores.village.setClockOffset(offset))
    this.#offset = offset
  }
}
