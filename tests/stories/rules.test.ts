import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('问规则', (open) => {
  let village: TestVillage
  before(async () => {
    village = await open()
  })
  after(() => village.close())

  for (const [asked, answer] of [
    ['扫一次路给几分', /^扫路：每小时2分.*\n最多每户一天4次.*公共卫生合起来每户一天8分；最好有照片。\n做完30天内/u],
    ['啥事能加分，给个单子', /^能加分的16项：\n扫路2分\/小时、清河道6分\/天/u],
    ['积分能折现金不', /^积分不能折现金，也不能转卖。\n本村积分：在积分超市换生活用品/u],
    ['啥事会扣分', /^会扣分的4项：乱扔垃圾2分、.*\n都先私下提醒，期限内改好不扣/u],
    ['公示期几天', /^审核通过当天就开始公示，公示10天，没有异议就入账。\n有异议发“异议 #编号 原因”，3天内答复/u],
    ['积分有啥用', /^本村积分：在积分超市换生活用品/u],
    ['我在广东打工，咋参加积分', /以户为单位.*自愿/u],
    ['积分清零不', /终生有效，不清零/u],
    ['外地人能参加不', /以户为单位.*自愿[\s\S]*村民代表会议认可/u],
    ['一天最多报几次', /30天内都能报.*公共卫生每户一天最多8分/u],
  ] as const) {
    it(`answers 「${asked}」 in at most four lines`, async () => {
      const reply = await village.says('王秀英', asked).expectReply(answer, '村民群')
      assert.ok(reply.text.split('\n').length <= 4, reply.text)
    })
  }

  it('answers a report and a question of one line in one message', async () => {
    const replies = await village.says('王秀英', '扫了地两小时，顺便问下我有多少分了').replies()
    const inRoom = replies.filter(({ to }) => to === '村民群')
    assert.equal(inRoom.length, 1, JSON.stringify(replies))
  })
})
