import assert from 'node:assert/strict'
import { addDays, instantOf } from '../../models/dates.ts'
import { TestVillage } from '../village.ts'
import { askingScenes, onceOnDay } from './asking.ts'
import { chatterOfVillage, type Chatter } from './chatter.ts'
import { disputeScenes } from './disputing.ts'
import { Life } from './life.ts'
import { reportingScenes, type Scene } from './reporting.ts'
import { reviewingScenes } from './reviewing.ts'

const days = 30
const linesADay = 50
/** households that make sixty people with those of the sheet who share one, live elsewhere or are strangers */
const households = 57
/** so that month, quarter and year end within it */
const firstDay = '2026-12-05'
const seed = Number(process.env.MONTH_SEED ?? 20_261_205)

const HOUR = 3_600_000

function chosen(life: Life, scenes: readonly (readonly [number, Scene])[]): Scene {
  let place = life.random() * scenes.reduce((sum, [weight]) => sum + weight, 0)
  return scenes.find(([weight]) => (place -= weight) < 0)?.[1] ?? (() => Promise.resolve(false))
}

async function talkAmongPeople(life: Life, { villagers, officials }: Chatter): Promise<void> {
  if (life.chance(0.88)) return life.talk(life.villager().id, life.pick(villagers))
  const official = life.pick(life.people.filter(({ roles }) => roles.includes('reviewer') || roles.includes('secretary')))
  return life.talk(official.id, life.pick(officials))
}

async function somethingHappens(life: Life, chatter: Chatter): Promise<void> {
  if (life.chance(0.45)) return talkAmongPeople(life, chatter)
  const waiting = life.books.inState('pending').length
  const busy = chosen(life, [
    [30, chosen(life, reportingScenes)],
    [waiting > 8 ? 60 : 24, chosen(life, reviewingScenes)],
    [8, chosen(life, disputeScenes)],
    [20, chosen(life, askingScenes)],
  ])
  if (!(await busy(life))) await talkAmongPeople(life, chatter)
}

/** A day from seven to nine in the evening. */
async function dayPasses(life: Life, day: number, chatter: Chatter): Promise<void> {
  const morning = instantOf(addDays(firstDay, day), '07:00')
  const before = life.figures.lines
  await life.until(morning)
  await onceOnDay[day]?.(life)
  for (let said = 0; said < linesADay; said = life.figures.lines - before) {
    await life.until(morning + (14 * HOUR * said) / linesADay + Math.floor(life.random() * 10) * 60_000)
    await somethingHappens(life, chatter)
  }
  await life.at('23:00')
  life.listen()
  await life.compare()
}

describe('一个月', () => {
  it(`of a village of 60 people and ${String(days * linesADay)} lines (about 40 s: every line goes through the whole bot)`, async function () {
    this.timeout(300_000)
    const village = await TestVillage.open({ at: instantOf(firstDay, '06:30') })
    try {
      await village.port.reset({ households })
      const life = new Life(village, seed)
      const chatter = await chatterOfVillage()
      assert.equal(life.people.length, 60)
      for (let day = 0; day < days; day += 1) await dayPasses(life, day, chatter)

      const { id } = await village.current()
      assert.deepEqual((await village.database.verifyLedger(id, 0)).problems, [])
      assert.deepEqual(await village.database.verifyCases(id), [])
      const { lines, chatter: idle, commands, replies, cards, unasked } = life.figures
      const most = [...unasked].sort(([, one], [, other]) => other - one)[0] ?? ['', 0]
      console.log(
        `      MONTH_SEED=${String(seed)}: ${String(lines)} lines (${String(idle)} talk, ${String(commands)} for the bot), ` +
          `${String(replies)} replies (${String(cards)} cards), ${String(life.books.reports.size)} reports, ` +
          `unasked ${String([...unasked.values()].reduce((sum, one) => sum + one, 0))}, at most ${String(most[1])} a day and room (${most[0]})`,
      )
      assert.ok(lines >= days * linesADay)
      assert.deepEqual(
        [...unasked].filter(([, said]) => said > 8),
        [],
      )
    } finally {
      await village.close()
    }
  })
})
