import assert from 'node:assert/strict'
import { at, jobDatabase, type JobVillage } from './village.ts'

const states = (village: JobVillage, ...numbers: readonly number[]) =>
  village.unit(async (stores) => {
    const found = []
    for (const number of numbers) found.push((await stores.cases.report(number))?.state)
    return found
  })

const standing = (village: JobVillage, person: string) =>
  village.unit((stores) => stores.ledger.standing('main', 'household', `h-${person}`))

describe('close-notices', () => {
  const database = jobDatabase()

  it('GY-8 books points when the window has ended unopposed, not a minute before', async () => {
    const village = await database.found('2026-11-22 10:00')
    const number = await village.approves({ by: '王秀英', points: 4 })
    await village.livesUntil('2026-12-03 00:09')
    assert.deepEqual(await states(village, number), ['in-notice'])
    assert.deepEqual(await standing(village, '王秀英'), { spendable: 0, honour: 0 })
    assert.deepEqual(await village.wakesAt('2026-12-03 00:10'), [{ job: 'close-notices', period: '2026-12-03' }])
    assert.deepEqual(await states(village, number), ['booked'])
    assert.deepEqual(await standing(village, '王秀英'), { spendable: 4, honour: 4 })
  })

  it('books from the village to the household, in the name of who approved', async () => {
    const village = await database.found('2026-11-22 10:00')
    const number = await village.approves({ by: '王秀英', points: 4 })
    await village.wakesAt('2026-12-05 12:00')
    const { entry, audit, source } = await village.unit(async (stores) => ({
      entry: await stores.ledger.byCause(`report:${number}`),
      audit: (await stores.audit.of(number)).at(-1),
      source: await stores.ledger.standing('main', 'source', 'village'),
    }))
    assert.ok(entry)
    assert.deepEqual([entry.actor, entry.kind, entry.edition, entry.at], ['周大山', 'award', 1, at('2026-12-05 12:00')])
    assert.deepEqual(
      entry.postings.map(({ amount }) => amount).toSorted((one, other) => one - other),
      [-4, 4],
    )
    assert.equal(source.spendable, -4)
    assert.deepEqual([audit?.from, audit?.to, audit?.actor], ['in-notice', 'booked', null])
  })

  it('names who corrected the points on an objection', async () => {
    const village = await database.found('2026-11-22 10:00')
    const number = await village.approves({ by: '王秀英', points: 4 })
    village.now += 60_000
    await village.unit(async (stores) => {
      const objection = await stores.cases.openObjection(
        { edition: 1, subject: 'h-赵福贵', openedBy: '赵福贵', at: village.now },
        { target: number, by: '赵福贵', text: '只扫了一小时' },
      )
      await stores.cases.decide({ number: objection.number, by: '谢开元', verdict: 'correct', points: 2, reason: null, at: village.now })
      await stores.cases.setPoints(number, 2)
    })
    await village.wakesAt('2026-12-05 12:00')
    const entry = await village.unit((stores) => stores.ledger.byCause(`report:${number}`))
    assert.equal(entry?.actor, '谢开元')
    assert.deepEqual(await standing(village, '王秀英'), { spendable: 2, honour: 2 })
  })

  it('leaves what is objected to, and what a person has not decided', async () => {
    const village = await database.found('2026-11-22 10:00')
    const sound = await village.approves({ by: '王秀英', points: 4 })
    const objected = await village.approves({ by: '赵福贵', points: 3 })
    const undecided = await village.approves({ by: '马玉芬', points: 3 })
    await village.unit(async (stores) => {
      const file = await stores.cases.report(objected)
      assert.ok(file)
      await stores.cases.move(file, 'object', '李长顺', village.now)
      for (const { id } of await stores.cases.decisions(undecided)) await stores.cases.revokeDecision(id, village.now)
    })
    await village.wakesAt('2026-12-05 12:00')
    assert.deepEqual(await states(village, sound, objected, undecided), ['booked', 'objected', 'in-notice'])
    const lines = await village.said('close-notices', '2026-12-05')
    assert.deepEqual(
      lines.map(({ room, contact, text }) => [room ?? contact, text]),
      [
        ['村民群', `公示期满、没有异议，入账1件：\n#${sound} 王秀英 扫路 4分\n查自家的发“查分”。`],
        ['罗秀珍', `公示期满但没能入账：#${undecided}。明天会再试，请看日志或找技术支持。`],
      ],
    )
    const [run] = await village.unit((stores) => stores.jobRuns.runs('close-notices'))
    assert.match(run?.outcome ?? '', /^入账 1 件，#1003 没有入账（.*nobody has approved/u)
  })

  it('tells the room in the morning, in one line, never at night', async () => {
    const told = async (wakes: string) => {
      const village = await database.found('2026-11-22 10:00')
      await village.approves({ by: '王秀英', points: 4 })
      await village.approves({ by: '赵福贵', points: 2 })
      await village.wakesAt(wakes)
      const lines = await village.said('close-notices', wakes.slice(0, 10))
      assert.equal(lines.length, 1)
      return lines[0]?.notBefore
    }
    assert.equal(await told('2026-12-03 00:10'), at('2026-12-03 08:00'))
    assert.equal(await told('2026-12-03 07:59'), at('2026-12-03 08:00'))
    assert.equal(await told('2026-12-03 14:00'), at('2026-12-03 14:00'))
    assert.equal(await told('2026-12-03 23:00'), at('2026-12-04 08:00'))
  })

  it('is safe to run twice and says nothing when there is nothing', async () => {
    const village = await database.found('2026-11-22 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    await village.wakesAt('2026-12-05 12:00')
    assert.deepEqual(await village.wakesAt('2026-12-06 12:00'), [])
    assert.deepEqual(await village.said('close-notices', '2026-12-06'), [])
    assert.deepEqual(await standing(village, '王秀英'), { spendable: 4, honour: 4 })
  })
})
