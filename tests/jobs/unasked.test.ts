import assert from 'node:assert/strict'
import { deliverUnasked } from '../../bot/unasked.ts'
import { dateOf, timeOf } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { createScheduler } from '../../jobs/scheduler.ts'
import { jobDatabase } from './village.ts'

describe('what nobody has asked for', () => {
  const { found } = jobDatabase()

  it('is said at most eight times a day in a room; the rest waits for the next mornings, in order', async () => {
    const village = await found('2026-11-22 10:00')
    const lines = Array.from({ length: 18 }, (_, index): Reply => inRoom('villagers', `第${String(index + 1)}句`))
    await village.unit(async (stores) => {
      for (const [index, line] of lines.entries()) await deliverUnasked(stores, [line], `job:x:${String(index)}`, village.now)
      await deliverUnasked(stores, [inRoom('panel', '评议'), privately('周大山', '私下')], 'job:y', village.now)
    })
    const told = await village.unit(async ({ outbox }) => {
      const days: string[] = []
      for (const index of lines.keys())
        for (const { notBefore } of await outbox.of(`job:x:${String(index)}`)) days.push(notBefore === 0 ? 'now' : dateOf(notBefore))
      return days
    })
    assert.deepEqual(told, [
      ...Array.from({ length: 8 }, () => 'now'),
      ...Array.from({ length: 8 }, () => '2026-11-23'),
      '2026-11-24',
      '2026-11-24',
    ])
    const others = await village.unit(({ outbox }) => outbox.of('job:y'))
    assert.ok(others.every(({ notBefore }) => notBefore === 0))
  })

  it('waits for the morning when a machine that was off comes back at night', async () => {
    const village = await found('2026-11-22 10:00')
    const number = await village.approves({ by: '王秀英', points: 4 })
    assert.equal(number, 1001)
    village.now = Date.parse('2027-01-02T02:00:00+08:00')
    const deliver = {
      deliver: (...[stores, replies, cause]: Parameters<ReturnType<typeof village.options>['deliver']>) =>
        deliverUnasked(stores, replies, cause, village.now),
    }
    const ran = await createScheduler({ ...village.options(), ...deliver }).catchUp()
    assert.ok(ran.some(({ job }) => job === 'notice-month'))
    const posted = [...(await village.said('notice-month', '2026-11')), ...(await village.said('rank-month', '2026-12'))]
    assert.ok(posted.length >= 2)
    for (const { notBefore } of posted) assert.equal(`${dateOf(notBefore)} ${timeOf(notBefore)}`, '2027-01-02 08:00')
  })
})
