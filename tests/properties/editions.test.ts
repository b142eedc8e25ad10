import assert from 'node:assert/strict'
import fc from 'fast-check'
import { schemeFrom } from '../../bot/snapshot.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { editText } from '../../rules/changing/edit-text.ts'
import { type ItemChange, planChange } from '../../rules/changing/plan-change.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import { jobDatabase, people, type JobVillage } from '../jobs/village.ts'
import { settings } from './settings.ts'

/** whatever a cadre can have changed of an item */
const change: fc.Arbitrary<ItemChange> = fc.oneof(
  fc.record({ kind: fc.constant('points' as const), points: fc.integer({ min: 1, max: 9 }), from: fc.constant(null) }),
  fc.record({
    kind: fc.constant('range' as const),
    min: fc.integer({ min: 1, max: 4 }),
    max: fc.integer({ min: 2, max: 9 }),
    usual: fc.constant(null),
  }),
  fc.record({
    kind: fc.constantFrom('times' as const, 'cap' as const),
    most: fc.constantFrom(null, 1, 5),
    per: fc.constantFrom('day', 'month', 'year'),
    of: fc.constantFrom(null, 'person'),
  }),
  fc.record({ kind: fc.constant('evidence' as const), evidence: fc.constantFrom('none', 'wanted', 'required') }),
  fc.constantFrom<ItemChange[]>({ kind: 'end' }, { kind: 'reopen' }),
)

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('deed' as const), who: fc.nat(), points: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('edition' as const),
      in: fc.integer({ min: 1, max: 20 }),
      change,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('days' as const), days: fc.integer({ min: 1, max: 15 }) }) },
)

/** what was given, under which edition: kept beside the village */
interface Given {
  readonly number: number
  readonly edition: number
  readonly points: number
}

/** a deed of today, approved at the points of the edition in force */
async function deed(stores: Stores, by: string, points: number, now: number): Promise<Given> {
  const { edition } = await stores.schemes.inForce(dateOf(now))
  const on = dateOf(now)
  const file = await stores.cases.openReport(
    { edition, subject: `h-${by}`, openedBy: by, at: now },
    {
      item: 'own-yard',
      cat: 'own_yard',
      doer: by,
      reporter: by,
      channel: 'chat',
      deedOn: on,
      quantity: null,
      unit: null,
      text: '报 庭院清洁',
      place: null,
      beneficiary: null,
      proposed: points,
      duplicateOf: null,
    },
  )
  await stores.cases.decide({ number: file.number, by: '周大山', verdict: 'approve', points, reason: null, at: now })
  await stores.cases.setPoints(file.number, points)
  await stores.notices.open({ number: file.number, ...noticeWindow(on, 10, holidays) })
  await stores.cases.move(file, 'approve', '周大山', now)
  return { number: file.number, edition, points }
}

/** another agreement on the item from a day to come, unless the check refuses it or it is so already */
async function edition(stores: Stores, inDays: number, meant: ItemChange, now: number): Promise<void> {
  const { source, code } = await stores.schemes.inForce('2999-01-01')
  const scheme = schemeFrom(source, code)
  const item = scheme.items.find((one) => one.code === 'own-yard') ?? assert.fail()
  const effectiveFrom = addDays(dateOf(now), inDays)
  const planned = planChange(scheme, item, meant, { line: '', lastDay: addDays(effectiveFrom, -1) })
  const changed = 'edits' in planned ? editText(source, planned.edits) : null
  if (changed === null || 'problems' in readScheme(changed, code)) return
  await stores.schemes.adopt({ code, effectiveFrom, source: changed, resolution: '随机' }, '罗秀珍', now)
}

async function past(village: JobVillage, given: readonly Given[]): Promise<readonly unknown[]> {
  return village.unit(async (stores) => {
    for (const { number, edition: under, points } of given) {
      const file = await stores.cases.report(number)
      assert.deepEqual([file?.edition, file?.report.points], [under, points], `#${String(number)}`)
      const entry = await stores.ledger.byCause(`report:${String(number)}`)
      if (entry) assert.deepEqual([entry.edition, Math.max(...entry.postings.map(({ amount }) => amount))], [under, points])
    }
    return stores.ledger.entries(0, 1000)
  })
}

describe('editions', () => {
  const database = jobDatabase()

  it('MIN-2 never change a past entry, nor a case that is under way, whatever editions follow', async function () {
    this.timeout(120_000)
    const everybody = people.filter((name) => name !== '周大山')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const village = await database.found('2026-11-01 10:00')
        const given: Given[] = []
        let before: readonly unknown[] = []
        for (const one of steps) {
          if (one.act === 'days') await village.wakesAt(`${addDays(dateOf(village.now), one.days)} 10:00`)
          else if (one.act === 'deed')
            given.push(await village.unit((stores) => deed(stores, everybody[one.who % everybody.length] ?? '', one.points, village.now)))
          else await village.unit((stores) => edition(stores, one.in, one.change, village.now))
          const now = await past(village, given)
          assert.deepEqual(now.slice(0, before.length), before)
          before = now
        }
        await village.wakesAt(`${addDays(dateOf(village.now), 20)} 10:00`)
        assert.equal((await past(village, given)).length, given.length, 'everything is booked in the end')
      }),
      { numRuns: settings.runs(25), ...settings.replay() },
    )
  })
})
