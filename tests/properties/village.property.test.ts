import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TestVillage } from '../village.ts'
import { pictureOf, timePasses } from './model.ts'
import { settings } from './settings.ts'
import { wishes, type Wish } from './wishes.ts'
import { World } from './world.ts'

type Step = fc.AsyncCommand<World, World>

const runs = settings.runs(100)
// lengths are spread evenly from none to the most: thirty on average
const steps = 60

/** After each step the village is what the model says it is, and all its invariants hold. */
async function settled(world: World): Promise<void> {
  await world.verify()
  assert.deepEqual(await world.picture(), pictureOf(world.model))
}

function said(wish: Wish): Step {
  let words = ''
  return {
    check: () => true,
    async run(_model, world) {
      const line = wish.lineIn(world.seen)
      words = ` ${line.from}→${line.to}: ${line.text}${line.quote === undefined ? '' : ' (quoting)'}`
      const now = world.village.port.now()
      const id = world.newId()
      const replies = await world.say(line, id)
      const changed = line.effect(world.model, now)
      if (!changed) {
        const elsewhere = replies.filter(({ to }) => to !== line.from && to !== line.to)
        assert.deepEqual(elsewhere, [], 'what changes nothing concerns nobody else')
      }
      world.told.push({ ...line, id, replies })
      await settled(world)
    },
    toString: () => `${wish.toString()}${words}`,
  }
}

function delivered(index: number): Step {
  return {
    check: () => true,
    async run(_model, world) {
      const told = world.told[index % Math.max(1, world.told.length)]
      if (!told) return
      assert.deepEqual(await world.say(told, told.id), told.replies, 'the same message has the same answer')
      await settled(world)
    },
    toString: () => `delivered again(${String(index)})`,
  }
}

function passed(span: string): Step {
  return {
    check: () => true,
    async run(_model, world) {
      const before = world.village.port.now()
      const { now } = await world.village.passes(span)
      timePasses(world.model, before, now)
      await settled(world)
    },
    toString: () => `passes(${span})`,
  }
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: wishes.map(said) },
  { weight: 3, arbitrary: fc.nat(29).map(delivered) },
  { weight: 4, arbitrary: fc.constantFrom('5m', '11m', '3h', '1d', '4d', '11d', '11d').map(passed) },
)

describe('村子，随便怎么说', () => {
  let world: World
  before(async () => {
    world = new World(await TestVillage.open())
  })
  after(() => world.village.close())

  it(`is what the model says after everything that random people say (${String(runs)} 轮，每轮至多 ${String(steps)} 步，约 60 秒)`, async function () {
    this.timeout(600_000)
    const commands = fc.commands([step], { maxCommands: steps, size: 'max', ...settings.replayPath() })
    const property = fc.asyncProperty(commands, async (sequence) => {
      await world.begin()
      await fc.asyncModelRun(() => ({ model: world, real: world }), sequence)
    })
    await fc.assert(property, { numRuns: runs, ...settings.replay() })
  })
})
