import assert from 'node:assert/strict'
import { createCanvas } from '@napi-rs/canvas'
import { addDays, dateOf, instantOf } from '../../models/dates.ts'
import type { ChatMessage } from '../../models/chat.ts'
import type { CausedReply } from '../../web/sandbox/port.ts'
import type { TrainingPerson } from '../../web/sandbox/training-village.ts'
import { pick, randomFrom } from '../faults/random.ts'
import type { Manner, TestVillage } from '../village.ts'
import { Books, householdOf } from './books.ts'

const rooms = ['村民群', '评议群', '干部群']

/** What no room may read: a no, points taken away (but for how many cases of it there were), somebody named as last, a need. */
export const unsayable = /没有通过|不予通过|被驳回|扣分(?!\d+件)|扣\d+分|倒数|最少|低保|贫困/u

/** What was counted of a month. */
export interface Figures {
  lines: number
  chatter: number
  commands: number
  replies: number
  cards: number
  /** `day room` → lines the bot said there that nobody's line had caused */
  readonly unasked: Map<string, number>
}

/** The village as it lives: who speaks, what the bot says back, and what it should say. */
export class Life {
  readonly village: TestVillage
  readonly books = new Books()
  readonly random: () => number
  readonly figures: Figures = { lines: 0, chatter: 0, commands: 0, replies: 0, cards: 0, unasked: new Map() }
  /** whose name may not be read in the villagers' room any more */
  readonly unnamed = new Set<string>()
  /** households about whom something private is under way, for scenes that go on on a later day */
  readonly notes = new Map<string, number>()
  readonly #heard: ChatMessage[] = []
  readonly #caused = new Set<string>()
  readonly #cards = new Map<number, string>()
  #picture = 0

  constructor(village: TestVillage, seed: number) {
    this.village = village
    this.random = randomFrom(seed)
    village.port.subscribe((message) => {
      if (message.from === 'bot') this.#heard.push(message)
    })
  }

  get now(): number {
    return this.village.port.now()
  }

  get people(): readonly TrainingPerson[] {
    return this.village.port.village().people
  }

  get today(): string {
    return dateOf(this.now)
  }

  get yesterday(): string {
    return addDays(this.today, -1)
  }

  person(id: string): TrainingPerson {
    return this.people.find((one) => one.id === id) ?? assert.fail(`nobody is called ${id}`)
  }

  pick<T>(from: readonly T[]): T {
    return pick(this.random, from)
  }

  chance(share: number): boolean {
    return this.random() < share
  }

  /** somebody with a household, a phone and a place in the register, who holds no office */
  villager(not: readonly string[] = []): TrainingPerson {
    const able = this.people.filter(
      ({ id, roles, household, phone, bound }) => roles.length === 0 && household !== null && phone && bound && !not.includes(id),
    )
    return this.pick(able)
  }

  /** reviewers who may decide about a household and what one person has reported */
  reviewers(household: string, reporter: string): readonly TrainingPerson[] {
    return this.people.filter((one) => one.roles.includes('reviewer') && householdOf(one) !== household && one.id !== reporter)
  }

  card(number: number): string {
    return this.#cards.get(number) ?? assert.fail(`no card of #${String(number)}`)
  }

  /** another picture each time */
  async picture(): Promise<Uint8Array> {
    this.#picture += 1
    const canvas = createCanvas(64, 64)
    const pen = canvas.getContext('2d')
    const paint = randomFrom(this.#picture)
    for (let place = 0; place < 64; place += 1) {
      pen.fillStyle = `hsl(${String(Math.floor(paint() * 360))} 80% ${String(Math.floor(paint() * 90))}%)`
      pen.fillRect((place % 8) * 8, Math.floor(place / 8) * 8, 8, 8)
    }
    return canvas.encode('jpeg', 80)
  }

  /** says something and keeps what came of it */
  async #say(from: string, text: string, manner: Manner): Promise<readonly CausedReply[]> {
    const replies = await this.village.says(from, text, manner).replies()
    this.figures.lines += 1
    this.figures.replies += replies.length
    for (const { id, to, text: words } of replies) {
      this.#caused.add(id)
      const [, number] = /^(?:待审|异议|提议|绑定)#(\d+) /u.exec(words) ?? []
      if (number !== undefined && rooms.includes(to) && /引用本条|同意/u.test(words)) this.#cards.set(Number(number), id)
      if (to === '评议群' && manner.to !== '评议群') this.figures.cards += 1
    }
    return replies
  }

  /** a line for the bot: it is answered, to its speaker or where it was said, by a line like this */
  async ask(from: string, text: string, answer: RegExp, manner: Manner = {}): Promise<readonly CausedReply[]> {
    this.figures.commands += 1
    const replies = await this.#say(from, text, manner)
    const place = manner.to === undefined || manner.to === 'bot' ? [from, ...(manner.to ? [] : ['村民群'])] : [from, manner.to]
    const own = replies.filter(({ to }) => place.includes(to))
    const story = replies.map((reply) => `${reply.to}: ${reply.text}`).join('\n')
    assert.ok(own.length > 0, `${this.today} ${from}: ${text}\nis for the bot and got no answer\n${story}`)
    assert.ok(
      replies.some((reply) => answer.test(reply.text)),
      `${this.today} ${from}: ${text}\nno line like ${String(answer)} in:\n${story}`,
    )
    if (this.person(from).roles.length > 0) return replies
    const long = own.filter((reply) => reply.text.split('\n').length > 4)
    assert.deepEqual(long, [], `${this.today} ${from}: ${text}\nwas answered in more than four lines`)
    return replies
  }

  /** a line for the bot that is answered to its speaker alone */
  async refused(from: string, text: string, answer: RegExp, manner: Manner = {}): Promise<void> {
    const replies = await this.ask(from, text, answer, manner)
    const loud = replies.filter(({ to }) => to !== from)
    assert.deepEqual(loud, [], `${this.today} ${from}: ${text}\nwas to be refused in private`)
  }

  /** people among themselves: the bot is silent */
  async talk(from: string, text: string, manner: Manner = {}): Promise<void> {
    this.figures.chatter += 1
    const replies = await this.#say(from, text, manner)
    assert.deepEqual(replies, [], `${this.today} ${from}: ${text}\nwas talk among people`)
  }

  /** lets time pass until an instant; what the bot says meanwhile nobody has asked for */
  async until(instant: number): Promise<void> {
    const before = this.now
    if (instant > before) await this.village.port.advance(instant)
    this.books.timePasses(before, this.now)
  }

  async at(time: string): Promise<void> {
    await this.until(instantOf(this.today, time))
  }

  /** goes through everything the bot has said since the last time, and counts what nobody asked for */
  listen(): void {
    for (const { id, to, text, at } of this.#heard.splice(0)) {
      if (!rooms.includes(to)) continue
      if (!text.startsWith('您可以这样说')) assert.doesNotMatch(text, unsayable, `in ${to}: ${text}`)
      if (to === '村民群') for (const name of this.unnamed) assert.ok(!text.includes(name), `${name} is named in ${to}: ${text}`)
      if (this.#caused.has(id)) continue
      const key = `${dateOf(at)} ${to}`
      this.figures.unasked.set(key, (this.figures.unasked.get(key) ?? 0) + 1)
    }
  }

  /** the village's tables are what the books say */
  async compare(): Promise<void> {
    const { id } = await this.village.current()
    const { books } = this
    const found = await this.village.database.reader.read(id, async (stores) => {
      const cases: unknown[] = []
      for (const number of books.reports.keys()) {
        const file = await stores.cases.report(number)
        cases.push(file && [number, file.state, file.subject, file.report.doer, file.report.proposed, file.report.points])
      }
      const balances: unknown[] = []
      for (const household of new Set([...books.reports.values()].map((report) => report.household)))
        for (const book of ['main', 'honour'] as const)
          balances.push([household, book, (await stores.ledger.standing(book, 'household', household)).spendable])
      const next = await stores.cases.find(books.next)
      return { cases, balances, next }
    })
    const cases = [...books.reports.values()].map((one) => [one.number, one.state, one.household, one.doer, one.proposed, one.points])
    const balances = [...new Set([...books.reports.values()].map((report) => report.household))].flatMap((household) =>
      (['main', 'honour'] as const).map((book) => [household, book, books.balance(household, book)]),
    )
    assert.deepEqual(found, { cases, balances, next: null }, this.today)
  }
}
