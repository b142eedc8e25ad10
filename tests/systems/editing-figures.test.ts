import assert from 'node:assert/strict'
import { join } from 'node:path'
import { run as figures } from '../../cli/figures.ts'
import { rollUp } from '../../rules/outlook/roll-up.ts'
import { rollUpText } from '../../texts/periods/roll-up.ts'
import { Terminal } from '../cli/terminal.ts'
import { TestVillage } from '../village.ts'

describe('给市里的数', () => {
  it('GY-11 rolls villages up: 78.9 万 issued and 51.7 万 redeemed by 5.29 万 households of 301 villages are 65.5 %', () => {
    // the city's sums, spread over its villages with what is left on the last
    const spread = (sum: number) => Array.from({ length: 301 }, (_, index) => Math.floor(sum / 301) + (index === 300 ? sum % 301 : 0))
    const [households, issued, redeemed] = [spread(52_900), spread(789_000), spread(517_000)]
    const city = rollUp(
      issued.map((points, index) => ({ issued: points, households: households[index] ?? 0, redeemed: redeemed[index] ?? 0 })),
    )
    assert.deepEqual(city, { villages: 301, households: 52_900, issued: 789_000, redeemed: 517_000, perMille: 655 })
    assert.equal(rollUpText(city), '301个村，52900户参加，发放789000分，兑换517000分，兑换率65.5%。')
    assert.equal(rollUp([]).perMille, null)
  })

  it('GY-11 reads the village’s own figures out of the ledger, in chat and by command line', async () => {
    const terminal = await Terminal.open()
    const village = await TestVillage.open({ folder: join(terminal.folder, 'data') })
    try {
      await village.says('罗秀珍', '积分汇总', { to: '干部群' }).expectReply(/^19户参加，发放0分，兑换0分，兑换率还没有发分。$/u)
      await village.says('王秀英', '报 扫路 4小时').replies()
      await village.says('赵福贵', '报 扫路 2小时').replies()
      for (const number of ['1001', '1002']) await village.says('周大山', `${number}通过`, { to: '评议群' }).replies()
      await village.until('2026-12-03', '09:00')
      const { id } = await village.current()
      await village.database.lane.unit(id, async ({ ledger }) => {
        const household = await ledger.account('main', 'point', 'household', 'household-4')
        const store = await ledger.account('main', 'point', 'store', 'village')
        const at = village.port.now()
        const postings = [
          { account: household.id, book: 'main', amount: -5 },
          { account: store.id, book: 'main', amount: 5 },
        ]
        await ledger.post({ cause: 'redemption:1', kind: 'redemption', at, actor: '刘春梅', edition: 1, postings, text: '肥皂' })
      })
      await village.says('罗秀珍', '冲正 #1002 记错了户', { to: '干部群' }).replies()
      await village.says('谢开元', '1003同意', { to: '评议群' }).expectReply(/已办/u)
      await village.says('罗秀珍', '积分汇总', { to: '干部群' }).expectReply(/^19户参加，发放8分，兑换5分，兑换率62\.5%。$/u)
      await village.says('王秀英', '积分汇总').replies()
    } finally {
      await village.stop()
    }
    assert.equal(await figures([], terminal.io()), 0)
    assert.deepEqual(terminal.out, ['示范村\t19户参加，发放8分，兑换5分，兑换率62.5%。'])
    await terminal.close()
  })
})
