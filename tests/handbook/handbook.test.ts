import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { commands } from '../../handlers/index.ts'
import type { ChatMessage } from '../../models/chat.ts'
import { TestVillage, type Where } from '../village.ts'
import { dialoguesOf, printed, type Dialogue, type Turn } from './dialogue.ts'

const handbook = readFileSync(new URL('../../docs/handbook.md', import.meta.url), 'utf8')
const dialogues = dialoguesOf(handbook)

const PHOTO = '[照片]'

async function picture(): Promise<Uint8Array> {
  const canvas = createCanvas(64, 64)
  const pen = canvas.getContext('2d')
  for (const [index, colour] of ['#a33', '#3a3', '#33a', '#aa3'].entries()) {
    pen.fillStyle = colour
    pen.fillRect((index % 2) * 32, Math.floor(index / 2) * 32, 32, 32)
  }
  return canvas.encode('jpeg', 90)
}

const placeOf = (where: string): Where => {
  if (where === '村民群' || where === '评议群' || where === '干部群') return where
  assert.equal(where, '私聊', `nobody speaks in ${where}`)
  return 'bot'
}

/** Plays conversations and remembers what the bot has said since somebody last spoke or time last passed. */
class Stage {
  readonly #village: TestVillage
  readonly #said: Pick<ChatMessage, 'to' | 'text'>[] = []
  #happened = ''

  constructor(village: TestVillage) {
    this.#village = village
    village.port.subscribe((message) => {
      if (message.from === 'bot') this.#said.push(message)
    })
  }

  async #says({ who, where, quoting, text }: Turn & { readonly kind: 'says' }): Promise<void> {
    const to = placeOf(where)
    const words = quoting === null ? null : new RegExp(`${quoting.replace(/[.*+?()[\]{}|^$\\]/gu, '\\$&')}(?!\\d)`, 'u')
    const quote = words === null ? undefined : await this.#village.line(words, to === 'bot' ? who : to)
    const image = text.includes(PHOTO) ? await picture() : undefined
    await this.#village
      .says(who, text.replace(PHOTO, '').trim(), { to, ...(quote === undefined ? {} : { quote }), ...(image ? { image } : {}) })
      .replies()
  }

  async play(turn: Turn): Promise<void> {
    if (turn.kind === 'silence') {
      assert.deepEqual(this.#said, [], `silence was to be kept after: ${this.#happened}`)
      return
    }
    if (turn.kind === 'bot') {
      const wanted = printed(turn.text)
      const place = this.#said.findIndex(({ to, text }) => to === turn.where && wanted.test(text))
      const story = this.#said.map(({ to, text }) => `${to}: ${text}`).join('\n')
      assert.ok(place >= 0, `after: ${this.#happened}\nno line to ${turn.where} like: ${turn.text}\nin:\n${story}`)
      this.#said.splice(place, 1)
      return
    }
    this.#said.splice(0)
    this.#happened = JSON.stringify(turn)
    if (turn.kind === 'says') await this.#says(turn)
    else if (turn.kind === 'passes') await this.#village.passes(turn.span)
    else await this.#village.until(turn.date, turn.time)
  }
}

/** the conversations one is told after another */
function chains(all: readonly Dialogue[]): readonly (readonly Dialogue[])[] {
  const found: Dialogue[][] = []
  for (const dialogue of all) {
    if (dialogue.goesOn) found.at(-1)?.push(dialogue)
    else found.push([dialogue])
  }
  return found
}

const headOf = ({ turns }: Dialogue): string => turns.flatMap((turn) => (turn.kind === 'says' ? [turn.text] : []))[0] ?? ''

describe('手册里的对话', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({}))

  for (const chain of chains(dialogues)) {
    const [first] = chain
    if (!first) continue
    it(`goes as the handbook says in line ${String(first.line)}: 「${headOf(first)}」`, async () => {
      const stage = new Stage(village)
      for (const turn of chain.flatMap(({ turns }) => turns)) await stage.play(turn)
      const { id } = await village.current()
      assert.deepEqual((await village.database.verifyLedger(id, 0)).problems, [])
      assert.deepEqual(await village.database.verifyCases(id), [])
    })
  }

  it('has somebody speak and the bot answer, or keep silent, in each of at least thirty conversations', () => {
    assert.ok(dialogues.length >= 30)
    for (const { line, turns } of dialogues) {
      assert.ok(
        turns.some(({ kind }) => kind === 'bot'),
        `line ${String(line)}: the bot says nothing`,
      )
      assert.equal(turns[0]?.kind, 'says', `line ${String(line)}: nobody begins`)
    }
  })

  for (const { intent, words, examples } of commands) {
    it(`shows how ${intent} is said`, () => {
      const typed = [...handbook.matchAll(/`([^`\n]+)`/gu)].map(([, line = '']) => line)
      const said = dialogues.flatMap(({ turns }) => turns.flatMap((turn) => (turn.kind === 'says' ? [turn.text] : [])))
      const begins = (line: string) => words.some((word) => line === word || line.startsWith(`${word} `))
      assert.ok(
        [...typed, ...said].some((line) => examples.includes(line) || begins(line)),
        `none of: ${examples.join('、')}`,
      )
    })
  }
})
