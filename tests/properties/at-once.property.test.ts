import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { TestVillage } from '../village.ts'
import { pictureOf, timePasses, type Model, type Picture } from './model.ts'
import { settings } from './settings.ts'
import { wishes, type Line, type Wish } from './wishes.ts'
import { World, type Told } from './world.ts'

const runs = settings.runs(50)
const rounds = 6

/** What several people say in one moment, each line delivered once or more, in any order. */
interface Round {
  readonly wishes: readonly Wish[]
  /** how often each is delivered, and where its copies stand in the queue */
  readonly copies: readonly (readonly number[])[]
  readonly span: string | null
}

const round: fc.Arbitrary<Round> = fc.integer({ min: 2, max: 4 }).chain((speakers) =>
  fc.record({
    wishes: fc.array(wishes, { minLength: speakers, maxLength: speakers }),
    copies: fc.array(fc.array(fc.nat(99), { minLength: 1, maxLength: 3 }), { minLength: speakers, maxLength: speakers }),
    span: fc.option(fc.constantFrom('11m', '1d', '11d'), { freq: 3 }),
  }),
)

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((first, at) => ordersOf(items.filter((_, index) => index !== at)).map((rest) => [first, ...rest]))
}

/** The model after the lines in the one order, out of all, in which the village must have taken them; fails when there is none. */
function asTaken(model: Model, lines: readonly Line[], now: number, found: Picture): Model {
  const outcomes = ordersOf(lines).map((order) => {
    const outcome = structuredClone(model)
    for (const line of order) line.effect(outcome, now)
    return outcome
  })
  const taken = outcomes.find((outcome) => isDeepStrictEqual(pictureOf(outcome), found))
  if (taken) return taken
  const [first] = outcomes
  assert.deepEqual(found, first && pictureOf(first), 'no order of these lines, each taken once, gives this')
  return assert.fail()
}

async function speakAtOnce(world: World, { wishes: wanted, copies }: Round): Promise<void> {
  const { seen } = world
  const lines = wanted.map((wish) => ({ ...wish.lineIn(seen), id: world.newId() }))
  const now = seen.now
  const deliveries = lines
    .flatMap((line, index) => (copies[index] ?? [0]).map((place) => ({ line, place })))
    .sort((one, other) => one.place - other.place)
  const answers = await Promise.all(deliveries.map(async ({ line }) => ({ line, replies: await world.say(line, line.id) })))
  for (const line of lines) {
    const [first, ...others] = answers.filter((answer) => answer.line === line).map(({ replies }) => replies)
    for (const other of others) assert.deepEqual(other, first, `「${line.text}」 was delivered more than once and answered in two ways`)
    world.told.push({ ...line, replies: first ?? [] } satisfies Told)
  }
  world.model = asTaken(world.model, lines, now, await world.picture())
  await world.verify()
}

/** Everything that was ever said comes again, all at once: nothing moves. */
async function echo(world: World): Promise<void> {
  const before = await world.picture()
  const again = await Promise.all(world.told.toReversed().map(async (told) => ({ told, replies: await world.say(told, told.id) })))
  for (const { told, replies } of again) assert.deepEqual(replies, told.replies, `「${told.text}」 came again and was answered otherwise`)
  assert.deepEqual(await world.picture(), before)
  await world.verify()
}

describe('村子，大家同时说', () => {
  let world: World
  before(async () => {
    world = new World(await TestVillage.open())
  })
  after(() => world.village.close())

  it(`takes each line once, in one order, however often and shuffled it arrives (${String(runs)} 轮 × ${String(rounds)} 次，约 30 秒)`, async function () {
    this.timeout(600_000)
    const property = fc.asyncProperty(fc.array(round, { minLength: rounds, maxLength: rounds }), async (sequence) => {
      await world.begin()
      for (const one of sequence) {
        await speakAtOnce(world, one)
        if (one.span === null) continue
        const from = world.village.port.now()
        timePasses(world.model, from, (await world.village.passes(one.span)).now)
      }
      await echo(world)
      assert.deepEqual(await world.picture(), pictureOf(world.model))
    })
    await fc.assert(property, { numRuns: runs, ...settings.replay() })
  })
})
