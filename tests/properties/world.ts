import assert from 'node:assert/strict'
import { movesOf, reportMoves } from '../../models/case.ts'
import { caseKinds } from '../../models/db/stores/case-rows.ts'
import type { CausedReply } from '../../web/sandbox/port.ts'
import { TestVillage, type Where } from '../village.ts'
import { emptyModel, type Model, type Picture, type PictureOfCase } from './model.ts'
import type { Line, Seen } from './wishes.ts'

/** A line as it was said, to be delivered again. */
export interface Told {
  readonly id: string
  readonly from: string
  readonly to: Where
  readonly text: string
  readonly quote?: string
  readonly replies: readonly CausedReply[]
}

const rooms = ['村民群', '评议群', '干部群']

/** What no room may read: a no, points taken away, somebody named as last, a need. */
const unsayable = /没有通过|不予通过|被驳回|扣分|扣\d+分|倒数|最少|低保|贫困/u

/** The real village beside what it should be: everything said, and everything the bot has said in a room. */
export class World {
  readonly village: TestVillage
  model: Model = emptyModel()
  readonly told: Told[] = []
  readonly #cards = new Map<number, string>()
  readonly #receipts = new Map<number, string>()
  readonly #said: string[] = []
  #id = 0

  constructor(village: TestVillage) {
    this.village = village
    village.port.subscribe(({ from, to, text }) => {
      if (from === 'bot' && rooms.includes(to)) this.#said.push(text)
    })
  }

  /** another village in the same process: nothing of the old one counts any more */
  async begin(): Promise<void> {
    await this.village.port.reset({})
    this.model = emptyModel()
    this.told.length = 0
    this.#said.length = 0
    this.#cards.clear()
    this.#receipts.clear()
  }

  get seen(): Seen {
    return {
      model: this.model,
      now: this.village.port.now(),
      card: (number) => this.#cards.get(number),
      receipt: (number) => this.#receipts.get(number),
    }
  }

  newId(): string {
    this.#id += 1
    return `p${String(this.#id)}`
  }

  /** says a line under an id; the cards and receipts it brings can be quoted from then on */
  async say({ from, to, text, quote }: Line | Told, id: string): Promise<readonly CausedReply[]> {
    const replies = await this.village.says(from, text, { to, id, ...(quote === undefined ? {} : { quote }) }).replies()
    for (const reply of replies) {
      const card = /^(?:待审|异议)#(\d+) /u.exec(reply.text)
      if (card && reply.to === '评议群' && reply.text.includes('引用本条')) this.#cards.set(Number(card[1]), reply.id)
      const receipt = /^已收到#(\d+) /u.exec(reply.text)
      if (receipt && reply.to === '村民群') this.#receipts.set(Number(receipt[1]), reply.id)
    }
    return replies
  }

  /** what the tables hold, in the model's words */
  async picture(): Promise<Picture> {
    const { id } = await this.village.current()
    return this.village.database.reader.read(id, async (stores) => {
      const cases: PictureOfCase[] = []
      for (const { number, state, subject, report } of await stores.cases.reportsInStates(Object.keys(reportMoves))) {
        const noticed = state === 'in-notice' || state === 'objected'
        const { doer, item, deedOn, proposed, points, duplicateOf } = report
        const endsAt = noticed ? ((await stores.notices.of(number))?.endsAt ?? null) : null
        cases.push({ number, kind: 'report', state, who: doer, household: subject, item, deedOn, proposed, points, duplicateOf, endsAt })
      }
      for (const kind of caseKinds.filter((one) => one !== 'report')) {
        for (const { number, state } of await stores.cases.inStates(kind, Object.keys(movesOf[kind]))) {
          const objection = (await stores.cases.objection(number))?.objection
          cases.push({ number, kind, state, who: objection?.by ?? null, target: objection?.target ?? null })
        }
      }
      const balances: Record<string, number> = {}
      for (const household of new Set(cases.map((one) => one['household']))) {
        if (typeof household !== 'string') continue
        for (const book of ['main', 'honour']) {
          balances[`${household} ${book}`] = (await stores.ledger.standing(book, 'household', household)).spendable
        }
      }
      return { cases: cases.sort((one, other) => Number(one['number']) - Number(other['number'])), balances }
    })
  }

  /** every invariant of the village, and nothing unsayable in a room */
  async verify(): Promise<void> {
    const { id } = await this.village.current()
    assert.deepEqual((await this.village.database.verifyLedger(id, 0)).problems, [])
    assert.deepEqual(await this.village.database.verifyCases(id), [])
    assert.deepEqual(
      this.#said.splice(0).filter((text) => unsayable.test(text)),
      [],
      'no room may read this',
    )
    assert.deepEqual(this.village.log.errors, [])
  }
}
