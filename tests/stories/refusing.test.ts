import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage, Where } from '../village.ts'

deck('办不成的时候', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => closeWhole(village))

  /** a no is told to the speaker alone, and changes nothing */
  const refused = async (from: string, text: string, why: RegExp, to: Where = '村民群') =>
    village.says(from, text, { to }).expectOnlyPrivate(why, from)
  const panel = '评议群' as const
  /** a report of 王秀英 that waits: the first number that is free */
  const reported = () => village.says('王秀英', '报 扫路 2小时').replies()
  const approved = async () => {
    await reported()
    await village.says('周大山', '1001通过', { to: panel }).replies()
  }

  it('has nothing for who lives in no household', async () => {
    for (const line of ['查分', '明细', '报 扫路 1小时', '我家和王秀英家谁分高'])
      await refused('覃丽', line, /覃丽还没有登记在哪一户/u, 'bot')
    await refused('王秀英', '代报 覃丽 扫路 1小时', /覃丽还没有登记在哪一户/u)
    await refused('周大山', '给覃丽扣2分 往河里倒垃圾', /覃丽还没有登记在哪一户/u, panel)
    await refused('周大山', '给覃丽加30分 抗洪抢险', /覃丽还没有登记在哪一户/u, panel)
  })

  it('says of every number that there is none, or that it is another matter', async () => {
    await village.says('何金水', '建议 修路灯').replies()
    for (const [from, line, to] of [
      ['王秀英', '撤回 #9999'],
      ['王秀英', '补充 #9999'],
      ['王秀英', '打错了，#9999是3小时'],
      ['王秀英', '9999号审到哪一步了'],
      ['王秀英', '异议 #9999 没扫'],
      ['王秀英', '申诉 #9999 没道理'],
      ['周大山', '9999通过', panel],
      ['周大山', '9999先放着', panel],
      ['周大山', '要证 9999', panel],
      ['周大山', '9999我回避', panel],
      ['周大山', '9999维持 没错', panel],
      ['周大山', '冲正 #9999 记错了户', panel],
    ] as const)
      await refused(from, line, /没有#9999这个编号/u, to)
    for (const line of ['撤回 #1001', '补充 #1001', '打错了，#1001是3小时']) await refused('何金水', line, /#1001不是申报/u)
    for (const line of ['1001通过', '1001先放着', '要证 1001', '1001改3分']) await refused('周大山', line, /#1001不是待审的申报/u, panel)
    await refused('周大山', '1001维持 没错', /#1001不是异议/u, panel)
    await refused('周大山', '#1001整改好了', /#1001不是在整改的/u, panel)
    await refused('何金水', '异议 #1001 没道理', /对哪一件有异议/u)
    await refused('何金水', '申诉 #1001 没道理', /对哪一件？写上编号/u)
  })

  it('says what a report lacks, and where nothing can be mended any more', async () => {
    await village.says('王秀英', '报 上个月扫路2小时').expectReply(/是哪一天做的/u)
    await village.says('王秀英', '11月20日').expectReply(/已收到#1001 王秀英 11月20日扫路 2小时/u)
    await village.says('赵福贵', '代报 扫路 1小时').expectReply(/替谁报/u)
    await village.says('赵福贵', '黄阿婆').expectReply(/已收到#1002/u)
    await village.says('马玉芬', '报 子女升学 昨天').expectReply(/是哪一级？1 大专　2 本科/u)
    await village.says('马玉芬', '2').expectReply(/已收到#1003[^]*要凭证/u)
    await village.says('王秀英', '打错了').expectReply(/应该是什么/u)
    await village.says('王秀英', '3小时').expectReply(/已更正：3小时/u)
    await village.says('王秀英', '补充').expectReply(/补充什么/u)
    await village.says('王秀英', '老周看见的').expectReply(/补/u)
    await refused('赵福贵', '打错了，#1001是3小时', /#1001/u)
    await village.says('周大山', '1001通过', { to: panel }).replies()
    await refused('王秀英', '打错了，#1001是4小时', /不能直接改/u)
    await refused('王秀英', '撤回 #1001', /不能撤回.*异议/u)
    await refused('何金水', '打错了', /没有/u)
    await refused('何金水', '进度', /还没有申报过/u)
  })

  it('keeps to the reviewers what is theirs to report', async () => {
    await village.says('王秀英', '代报 李长顺 子女升学').expectReply(/是哪一级/u)
    await refused('王秀英', '2', /要由本户自己报/u)
  })

  it('asks for the full name when a family’s could be several, or nobody’s', async () => {
    await refused('何金水', '我家和老张家谁分高', /有2户都可以叫“老张家”/u)
    await refused('何金水', '我家和老欧家谁分高', /名册里没有“老欧家”/u)
    await refused('何金水', '排名 9组', /没有9组/u)
  })

  it('says how a review is meant', async () => {
    await refused('周大山', '撤', /没有可撤的/u, panel)
    await refused('周大山', '回避', /写上编号/u, panel)
    await refused('周大山', '委托', /委托给哪位评议员/u, panel)
    await refused('周大山', '罗满仔的通过', /罗满仔没有待审的申报/u, panel)
    await refused('周大山', '1通过 2驳回没证据', /^先发“待审”看清单[^\n]*$/u, panel)
    await reported()
    await village.says('王秀英', '报 看望老人').replies()
    await refused('周大山', '王秀英的通过', /有2件待审，请引用卡片回/u, panel)
    await village.says('何金水', '异议 漏记我家扫路一次').replies()
    await refused('周大山', '1003通过', /异议#1003请回“维持 理由”/u, panel)
    await refused('周大山', '1003撤销 没有的事', /没有写明哪一件/u, panel)
    await refused('周大山', '1003属实，改99999分', /分/u, panel)
    await village.says('周大山', '1003属实', { to: panel }).expectReply(/改成几分|几分/u)
    await village.says('周大山', '2分', { to: panel }).expectReply(/补记2分/u, '何金水')
  })

  it('hears no objection to what is not decided, and no appeal before the answer', async () => {
    await reported()
    await refused('李长顺', '异议 #1001 那天没扫', /待审.*不用提异议/u)
    await village.says('周大山', '1001驳回 没有扫完', { to: panel }).replies()
    await village.says('李长顺', '异议 漏记我家扫路一次').replies()
    await refused('李长顺', '申诉 #1002 快点', /不用申诉/u)
    await refused('李长顺', '申诉', /对哪一件/u)
  })

  it('cannot mend what was rejected, nor lets a reviewer correct what they reported themselves', async () => {
    await reported()
    await village.says('周大山', '1001驳回 没有扫完', { to: panel }).replies()
    await village.says('李长顺', '异议 #1001 她扫了').replies()
    await refused('陈玉莲', '1002属实，改2分', /改不了也撤不了/u, panel)
    await village.says('谢开元', '代报 何金水 扫路 1小时', { to: panel }).replies()
    await village.says('周大山', '1003通过', { to: panel }).replies()
    await village.passes('11d')
    await village.says('李长顺', '异议 #1003 只扫了半小时').replies()
    await refused('谢开元', '1004属实，改1分', /您/u, panel)
    await village.says('陈玉莲', '1004属实，改1分', { to: panel }).expectReply(/改为1分/u, '李长顺')
    assert.equal(await village.stateOf(1003), 'reversed')
    await village.passes('11d')
    await village.expectBalance('何金水', { booked: 1 })
  })

  it('takes no deduction without a day, in the future, too late, or over the limit', async () => {
    await refused('周大山', '给马玉芬扣2分 2月30日往河里倒垃圾', /日历上没有/u, panel)
    await refused('周大山', '给马玉芬扣2分 1月3日往河里倒垃圾', /太久了/u, panel)
    await village.says('周大山', '给马玉芬扣2分 去年往河里倒垃圾', { to: panel }).expectReply(/是哪一天/u)
    await village.says('周大山', '11月20日', { to: panel }).expectReply(/整改通知书#1001：11月20日乱扔垃圾/u, '马玉芬')
    await refused('周大山', '整改好了', /编号/u, panel)
    await village.says('陈玉莲', '马玉芬整改好了', { to: panel }).expectReply(/不扣分/u, '马玉芬')
    await refused('陈玉莲', '1001同意', /不扣了，不用再办/u, 'bot')
    await refused('马玉芬', '申诉 #1001 没有的事', /不扣了，不用再办/u, 'bot')
  })

  it('forgets what was asked when the same is begun anew', async () => {
    for (const [person, number] of [
      ['马玉芬', 0],
      ['何金水', 1],
    ] as const) {
      await village.says('周大山', `给${person}扣2分 乱扔垃圾`, { to: panel }).expectReply(/在哪儿、看到什么/u)
      if (number === 1) await village.says('周大山', '村口倒了两桶', { to: panel }).expectReply(/整改通知书#1001/u, '何金水')
    }
    await village.says('周大山', '这雨下得大', { to: panel }).expectSilence()
    assert.equal(await village.stateOf(1002), undefined)
  })

  it('binds nobody by a cadre’s word alone, nor by one’s own family', async () => {
    const { id } = await village.current()
    await village.database.lane.unit(id, async ({ register }) => {
      const household = (await register.person('谢开元'))?.household ?? assert.fail()
      await register.addPerson({ id: '谢小妹', name: '谢小妹', called: [], household, namePublic: false, minor: false })
    })
    await refused('杨帆', '绑定', /请写组别和姓名/u, 'bot')
    await refused('杨帆', '解绑', /还没有绑定/u, 'bot')
    await village.says('杨帆', '绑定 3组 谢小妹', { to: 'bot' }).replies()
    await village.says('杨帆', '1', { to: 'bot' }).replies()
    await refused('陈国栋', '1001同意', /绑定由会计或评议员确认/u, '干部群')
    await refused('谢开元', '1001同意', /自家的/u, panel)
    await village.says('罗秀珍', '1001不行', { to: panel }).expectReply(/绑定没有确认/u, '杨帆')
    await refused('罗秀珍', '1001同意', /不用再审/u, panel)
  })

  it('reverses and awards only what can be, and for nobody’s own household', async () => {
    await refused('周大山', '冲正', /要冲正哪一件/u, panel)
    await village.says('周大山', '报 扫路 1小时', { to: panel }).replies()
    await village.says('陈玉莲', '1001通过', { to: panel }).replies()
    await refused('周大山', '冲正 #1001 记错了户', /自家的/u, panel)
    await refused('周大山', '给王秀英加0分 抗洪抢险', /加分要在1到/u, panel)
    await refused('王秀英', '冲正 #1001 记错了户', /./u, 'bot')
  })

  it('leaves the village’s own switches to the cadres', async () => {
    await refused('周大山', '农忙安静', /支书或会计/u, panel)
    await village.says('罗秀珍', '农忙安静', { to: '干部群' }).replies()
    await refused('周大山', '恢复', /支书或会计/u, panel)
    await village.says('罗秀珍', '紧急暂停', { to: '干部群' }).expectReply(/为什么暂停/u)
    await village.says('罗秀珍', '发大水', { to: '干部群' }).expectReply(/提出暂停积分期限：发大水/u, '干部群')
  })

  it('does not post again what the calendar has posted', async () => {
    await approved()
    await village.until('2026-12-02', '10:00')
    await refused('罗秀珍', '发11月排名', /已经|按期/u, '干部群')
  })
})
