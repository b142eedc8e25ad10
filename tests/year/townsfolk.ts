import assert from 'node:assert/strict'
import type { TrainingPerson } from '../../web/sandbox/training-village.ts'
import { pick, randomFrom } from '../faults/random.ts'
import type { TestVillage, Where } from '../village.ts'
import { unsayable } from '../month/life.ts'

const rooms: readonly string[] = ['村民群', '评议群', '干部群']

/** The people of a village through a year: who speaks, chance, and everything the bot has said in a room. */
export class Townsfolk {
  readonly village: TestVillage
  readonly random: () => number
  readonly #said: string[] = []
  lines = 0

  constructor(village: TestVillage, seed: number) {
    this.village = village
    this.random = randomFrom(seed)
    village.port.subscribe(({ from, to, text }) => {
      if (from === 'bot' && rooms.includes(to)) this.#said.push(text)
    })
  }

  pick<T>(from: readonly T[]): T {
    return pick(this.random, from)
  }

  /** those who can report a deed of their own and hold no office */
  get villagers(): readonly TrainingPerson[] {
    return this.#people.filter(({ roles }) => roles.length === 0)
  }

  get reviewers(): readonly TrainingPerson[] {
    return this.#people.filter(({ roles }) => roles.includes('reviewer'))
  }

  get #people(): readonly TrainingPerson[] {
    return this.village.port.village().people.filter(({ household, phone, bound }) => household !== null && phone && bound)
  }

  /** says a line and gives back all that came of it, as one text */
  async says(from: string, text: string, to: Where): Promise<string> {
    this.lines += 1
    const replies = await this.village.says(from, text, { to }).replies()
    return replies.map((reply) => reply.text).join('\n')
  }

  /** every invariant of ledger, cases and rooms */
  async verify(month: string): Promise<void> {
    const { id } = await this.village.current()
    const { database, log } = this.village
    assert.deepEqual((await database.verifyLedger(id, 0)).problems, [], month)
    assert.deepEqual(await database.verifyCases(id), [], month)
    assert.deepEqual(
      this.#said.splice(0).filter((text) => unsayable.test(text) && !text.startsWith('您可以这样说')),
      [],
      `${month}: no room may read this`,
    )
    assert.deepEqual(log.errors, [], month)
  }
}
