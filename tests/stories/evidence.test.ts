import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('凭证', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 献血 昨天').expectReply(/请10分钟内发一张照片/u)
  })
  afterEach(() => village.close())

  it('lets a reviewer who has seen the original go on, and keeps that as evidence', async () => {
    await village.says('周大山', '1001通过', { to: '评议群' }).expectReply(/您看过原件吗/u)
    assert.equal(await village.stateOf(1001), 'pending')
    await village.says('周大山', '1', { to: '评议群' }).expectReply(/#1001 王秀英 献血 10分 已通过/u)
  })

  it('waits when the reviewer has not', async () => {
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('周大山', '2', { to: '评议群' }).expectReply(/不办了/u)
    assert.equal(await village.stateOf(1001), 'pending')
  })
})
