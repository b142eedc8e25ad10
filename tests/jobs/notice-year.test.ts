import assert from 'node:assert/strict'
import { at, jobDatabase } from './village.ts'

describe('notice-year and the night', () => {
  const database = jobDatabase()

  it('notice-year posts the past year in figures, once, and nothing for a year without', async () => {
    const village = await database.found('2026-11-10 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    await village.approves({ by: '赵福贵', points: 2 })
    await village.wakesAt('2026-12-01 00:10')
    assert.ok((await village.wakesAt('2027-01-01 09:10')).some(({ job, period }) => job === 'notice-year' && period === '2026'))
    const [line] = await village.said('notice-year', '2026')
    assert.match(line?.text ?? '', /^2026年积分公示：入账2件、6分，2户有积分。\n自家的每一笔发“明细 2026年”/u)
    assert.ok(!(await village.wakesAt('2028-01-01 12:00')).some(({ job }) => job === 'notice-year'))
  })

  it('digest-evening run late at night is told in the morning, except in a training village', async () => {
    const told = async (training: boolean) => {
      const village = await database.found('2026-11-22 10:00', { training })
      village.now = at('2026-11-22 11:00')
      await village.approves({ by: '王秀英', points: 4 })
      await village.wakesAt('2026-11-22 22:30')
      return (await village.said('digest-evening', '2026-11-22'))[0]?.notBefore
    }
    assert.equal(await told(false), at('2026-11-23 08:00'))
    assert.equal(await told(true), at('2026-11-22 22:30'))
  })
})
