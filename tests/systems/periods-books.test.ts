import assert from 'node:assert/strict'
import { TestVillage } from '../village.ts'
import { asleep } from './asleep.ts'
import { joinsParty } from './honours-village.ts'

describe('账本归谁', () => {
  let village: TestVillage
  beforeEach(async () => {
    village = await TestVillage.open()
  })
  afterEach(async () => {
    const { id } = await village.current()
    const { problems } = await village.database.verifyLedger(id, 0)
    assert.deepEqual(problems, [])
    assert.deepEqual(await village.database.verifyCases(id), [])
    await village.close()
  })

  const standing = async (book: string, kind: 'household' | 'person', holder: string) => {
    const { id } = await village.current()
    return village.database.reader.read(id, (stores) => stores.ledger.standing(book, kind, holder))
  }

  it('YX-1 keeps a ledger per person under the household, which has what its members have together', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    for (const person of ['冯铁柱', '冯小兵']) {
      await village.says(person, '报 红白事简办 昨天 在村口 因为爹过世没摆酒').replies()
    }
    for (const number of [1001, 1002]) {
      await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).expectReply(/您看过原件吗/u)
      await village.says('周大山', '1', { to: '评议群' }).expectReply(/红白事简办 10分 已通过/u)
    }
    village = await asleep(village, '2027-01-01', '09:30')
    village = await asleep(village, '2027-01-12', '01:00')
    assert.deepEqual(await standing('main', 'household', 'household-12'), { spendable: 0, honour: 0 })
    await village
      .says('冯铁柱', '查分', { to: 'bot' })
      .expectReply(/^冯铁柱：已入账10分，.*\n全家合计20分。\n另有基础分10分，只参加排名，不兑换。/u)
    await village
      .says('冯小兵', '明细 2027年', { to: 'bot' })
      .expectReply(/^您2027年明细：1月12日 #1002 红白事简办 \+10。\n合计得10分，扣0分，兑换0分。/u)
    // 两人各10分，加两人的基础分各10分
    await village.says('冯铁柱', '2027年排名').expectReply(/1 冯铁柱家 40分/u)
    await village.says('冯铁柱', '2027年1月排名').expectReply(/1 冯铁柱家 20分/u)
  })

  it('YX-11 tells voluntary labour in days and half days, never as points', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    await village.says('王秀英', '报 义务工 1天').replies()
    await village.says('王秀英', '报 义务工 半天 昨天').replies()
    for (const number of [1001, 1002]) await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()
    village = await asleep(village, '2027-01-01', '09:30')
    village = await asleep(village, '2027-01-12', '01:00')
    assert.deepEqual(await standing('labour', 'person', '王秀英'), { spendable: 3, honour: 3 })
    await village.says('王秀英', '查分').expectReply(/已入账0分.*\n[^]*义务工1\.5天。/u)
    await village
      .says('王秀英', '我的义务工明细 2027年', { to: 'bot' })
      .expectReply(/#1001 义务工 \+1天；.*#1002 义务工 \+0\.5天。\n合计得1\.5天，扣0天/u)
  })

  it('YX-1 asks which relative it was where points are kept by person, unless the register says it', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    await village.says('冯铁柱', '我女儿昨天出了一天义务工').expectReply(/您家的女儿是哪一位？请回姓名/u)
    await village.says('冯铁柱', '冯小兵').expectReply(/#1001 冯小兵 .*义务工/u)
    await village.says('冯铁柱', '我儿子前天出了一天义务工').expectReply(/#1002 冯小兵 .*义务工/u)
    await village.says('冯铁柱', '我和我女儿前天出了一天义务工').expectOnlyPrivate(/各人各记一本账，请写上每个人的姓名再报/u, '冯铁柱')
  })

  it('JS-R1 keeps the red book per person: never in 村民群, in the cadres’ room and privately to the member', async () => {
    await village.port.reset({ scheme: 'jinshi' })
    await joinsParty(village, '陈国栋')
    await village.says('陈国栋', '报 宣传政策').expectReply(/^已收到#1001 .*宣传政策/u, '陈国栋')
    await village.says('周大山', '1001改3分').expectReply(/#1001 陈国栋 宣传政策 3分/u, '周大山')
    village = await asleep(village, '2026-11-22', '20:00')
    village = await asleep(village, '2026-12-30', '12:00')
    village = await asleep(village, '2026-12-31', '19:00')
    village = await asleep(village, '2027-01-01', '09:30')
    // 2026-12-31 存入，2027-01-01 清零（JS-R5），月榜照发
    assert.deepEqual(await village.lines(/宣传政策|红色存折/u, '村民群'), [])
    assert.equal((await village.lines(/今天新公示1件：\n#1001 陈国栋 宣传政策 3分/u, '干部群')).length, 1)
    assert.equal((await village.lines(/2026年12月红色存折排名：\n1 陈国栋 3分/u, '干部群')).length, 1)
    assert.equal((await standing('red', 'person', '陈国栋')).honour, 3)
    assert.deepEqual(await standing('red', 'household', 'household-1'), { spendable: 0, honour: 0 })
    await village.says('陈国栋', '看2026年红色存折排名').expectOnlyPrivate(/只在党员干部群公布/u, '陈国栋')
    await village.says('陈国栋', '看2026年红色存折排名', { to: '干部群' }).expectReply(/1 陈国栋 3分/u, '干部群')
    await village.says('王秀英', '1001号审到哪一步了').expectOnlyPrivate(/只有本人和评议员能看/u, '王秀英')
  })

  it('JS-R2 lets a member declare, the teller verify, and deposits at month-end', async () => {
    await village.port.reset({ scheme: 'jinshi' })
    await joinsParty(village, '陈国栋')
    await village.says('陈国栋', '聘陈玉莲当组织委员', { to: '干部群' }).replies()
    await village.says('罗秀珍', '1001同意', { to: '干部群' }).expectReply(/您现在是组织委员了/u, '陈玉莲')
    await village.says('陈国栋', '报 宣传政策').expectReply(/待审#1002 陈国栋 宣传政策/u, '陈玉莲')
    await village.says('周大山', '1002同意', { to: '评议群' }).expectReply(/由组织委员（柜员）核实/u, '周大山')
    await village.says('陈玉莲', '1002改3分', { to: 'bot' }).expectReply(/#1002 陈国栋 宣传政策 3分 已通过/u)
    village = await asleep(village, '2026-12-30', '12:00')
    assert.equal((await standing('red', 'person', '陈国栋')).spendable, 0, 'the window has ended, the month has not')
    const { ran } = await village.until('2026-12-31', '18:30')
    assert.ok(ran.some(({ job, period }) => job === 'deposit-month' && period === '2026-12'))
    assert.equal((await standing('red', 'person', '陈国栋')).spendable, 3)
    assert.equal((await village.lines(/本月存入1件：\n#1002 陈国栋 宣传政策 3分/u, '干部群')).length, 1)
    await village.says('陈国栋', '查分', { to: 'bot' }).expectReply(/红色存折3分/u)
    const inRoom = await village.says('陈国栋', '查分').replies()
    assert.ok(inRoom.every(({ text }) => !text.includes('红色存折')))
  })

  it('RA-8 shows earned and redeemed apart in the household’s record', async () => {
    await village.port.reset({ scheme: 'rongan' })
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.passes('11d')
    await village.says('王秀英', '明细', { to: 'bot' }).expectReply(/#1001 扫路 \+4。\n合计得4分，扣0分，兑换0分。/u)
  })
})
