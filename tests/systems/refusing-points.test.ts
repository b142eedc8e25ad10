import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'

const panel = '评议群'

describe('扣分和冲正办不成的时候', () => {
  let village: TestVillage
  beforeEach(async () => {
    village = await TestVillage.open()
  })
  afterEach(() => closeWhole(village))

  const refused = async (from: string, text: string, why: RegExp) => village.says(from, text, { to: panel }).expectOnlyPrivate(why, from)
  /** a deduction of 马玉芬家, put forward, and decided two weeks and a day later */
  const deducted = async (number: number, day: string) => {
    await village.says('周大山', `给马玉芬扣2分 ${day}往河里倒垃圾`, { to: panel }).expectReply(/整改通知书/u, '马玉芬')
    await village.passes('15d')
    await village.says('陈玉莲', `${String(number)}同意`, { to: 'bot' }).expectReply(/扣分决定/u, '马玉芬')
  }

  it('deducts no more often than the scheme allows a household', async () => {
    await deducted(1001, '11月20日')
    await deducted(1002, '12月6日')
    await deducted(1003, '12月20日')
    await refused('周大山', '给马玉芬扣2分 12月21日往河里倒垃圾', /这一项每户一个月最多2次，不再扣了/u)
    assert.equal(await village.stateOf(1004), undefined)
  })

  it('takes back no points that the household has no longer', async () => {
    await village.says('马玉芬', '报 扫路 1小时').replies()
    await village.says('周大山', '1001通过', { to: panel }).replies()
    await village.passes('11d')
    await village.expectBalance('马玉芬', { booked: 2 })
    await deducted(1002, '11月20日')
    await village.passes('12d')
    await village.expectBalance('马玉芬', { booked: 0 })
    await village.says('周大山', '冲正 #1001 记错了户', { to: panel }).expectReply(/提议#1003/u, panel)
    await refused('陈玉莲', '1003同意', /#1001的积分这户已经用掉，余额不够冲正/u)
    assert.equal(await village.stateOf(1001), 'booked')
    await village.expectBalance('马玉芬', { booked: 0 })
  })
})
