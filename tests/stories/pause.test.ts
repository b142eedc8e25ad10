import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('紧急暂停', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
  })
  afterEach(() => closeWhole(village))

  const pauses = async () => {
    await village.says('陈国栋', '紧急暂停 发大水', { to: '干部群' }).expectReply(/陈国栋提出暂停积分期限：发大水/u, '干部群')
    await village.says('周大山', '紧急暂停', { to: '评议群' }).expectReply(/因为发大水.*期限从现在起都停住，申报照收/u, '村民群')
  }

  it('needs a second person of another household', async () => {
    await village.says('陈国栋', '紧急暂停 发大水', { to: '干部群' }).replies()
    await village.says('陈国栋', '紧急暂停', { to: '干部群' }).expectOnlyPrivate(/另一户的人同意/u, '陈国栋')
    await village.passes('12d')
    await village.expectBalance('王秀英', { booked: 4 })
    await village.says('周大山', '紧急暂停 发大水', { to: '评议群' }).expectOnlyPrivate(/由支书或会计先提/u, '周大山')
  })

  it('takes reports, lets no deadline run, and extends every window by the days it lasted', async () => {
    await village.says('李长顺', '异议 漏记我家扫路一次').replies()
    await pauses()
    await village.says('陈国栋', '紧急暂停', { to: '干部群' }).expectOnlyPrivate(/起已经暂停/u, '陈国栋')
    await village.says('赵福贵', '报 扫路 1小时').expectReply(/已收到#1003/u)
    await village.passes('20d')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4 })
    assert.deepEqual(await village.lines(/到期要答复|等您审/u, '评议群'), [])
    await village.says('罗秀珍', '恢复', { to: '干部群' }).replies()
    await village.says('周大山', '恢复', { to: '评议群' }).expectReply(/停了20天，公示、申诉、答复都顺延20天/u, '村民群')
    await village.says('王秀英', '查分').expectReply(/公示中4分（到12月22日）/u)
    await village.until('2026-12-22', '12:00')
    await village.expectBalance('王秀英', { booked: 0 })
    await village.until('2026-12-23', '12:00')
    await village.expectBalance('王秀英', { booked: 4 })
  })
})
