import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('职务、发榜、催审、安静', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => closeWhole(village))

  const waits = () => village.says('王秀英', '报 扫路 2小时').replies()

  it('grants an office when a second cadre agrees, and the new reviewer can review', async () => {
    await waits()
    await village.says('陈国栋', '聘李长顺当评议员', { to: '干部群' }).expectReply(/提议#1002 陈国栋：聘李长顺当评议员/u, '干部群')
    await village.says('李长顺', '1001通过').expectOnlyPrivate(/审核由评议员/u, '李长顺')
    await village.says('罗秀珍', '1002同意', { to: '干部群' }).expectReply(/您现在是评议员了/u, '李长顺')
    await village.says('李长顺', '1001通过', { to: 'bot' }).expectReply(/已通过/u, '李长顺')
  })

  it('ends an office with the day', async () => {
    await waits()
    await village.says('罗秀珍', '免去谢开元的评议员', { to: '干部群' }).replies()
    await village.says('陈国栋', '1002同意', { to: '干部群' }).expectReply(/评议员职务到今天为止/u, '谢开元')
    await village.says('谢开元', '1001通过', { to: '评议群' }).expectReply(/已通过/u)
    await village.says('罗秀珍', '免去谢开元的评议员', { to: '干部群' }).expectOnlyPrivate(/不是评议员，不用免/u, '罗秀珍')
    await village.says('王秀英', '报 扫路 1小时 昨天').replies()
    await village.until('2026-11-23')
    await village.says('谢开元', '1003通过', { to: '评议群' }).expectOnlyPrivate(/审核由评议员/u, '谢开元')
  })

  it('leaves what was decided on an office’s last day lawful, and lets it be granted anew', async () => {
    await waits()
    await village.says('谢开元', '1001通过', { to: '评议群' }).expectReply(/已通过/u)
    await village.says('罗秀珍', '免去谢开元的评议员', { to: '干部群' }).replies()
    await village.says('陈国栋', '1002同意', { to: '干部群' }).replies()
    const { id } = await village.current()
    assert.deepEqual(await village.database.verifyCases(id), [])
    await village.says('罗秀珍', '聘谢开元当评议员', { to: '干部群' }).replies()
    await village.says('陈国栋', '1003同意', { to: '干部群' }).expectReply(/您现在是评议员了/u, '谢开元')
    await village.until('2026-11-23')
    await village.says('王秀英', '报 扫路 1小时').replies()
    await village.says('谢开元', '1004通过', { to: '评议群' }).expectReply(/已通过/u)
  })

  it('refuses what would mix offices, and who grants themselves', async () => {
    const refused = (line: string, why: RegExp) => village.says('陈国栋', line, { to: '干部群' }).expectOnlyPrivate(why, '陈国栋')
    await refused('聘孙建国当评议员', /不能又当评议员又当监督员/u)
    await refused('聘周大山当监督员', /不能又当评议员又当监督员/u)
    await refused('聘周大山当评议员', /已经是评议员/u)
    await refused('免去王秀英的评议员', /不是评议员/u)
    await refused('聘陈国栋当监督员', /自己的职务不能自己提/u)
    await refused('聘李长顺当护林员', /职务有评议员、监督员/u)
    assert.equal(await village.stateOf(1001), undefined)
  })

  it('keeps reviewers of at least two households', async () => {
    for (const [name, number] of [
      ['谢开元', 1001],
      ['陈玉莲', 1002],
    ] as const) {
      const asked = village.says('陈国栋', `免去${name}的评议员`, { to: '干部群' })
      if (number === 1002) await asked.expectOnlyPrivate(/至少要有两户/u, '陈国栋')
      else {
        await asked.replies()
        await village.says('罗秀珍', `${String(number)}同意`, { to: '干部群' }).replies()
      }
    }
  })

  it('posts the ranking and the notice on demand, once a day', async () => {
    await village.says('罗秀珍', '发公示', { to: '干部群' }).expectOnlyPrivate(/没有在公示/u, '罗秀珍')
    await waits()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('罗秀珍', '发公示', { to: '干部群' }).expectReply(/#1001 王秀英 扫路 4分.*公示中/u, '村民群')
    await village.says('罗秀珍', '发公示', { to: '干部群' }).expectOnlyPrivate(/今天已经发过/u, '罗秀珍')
    await village.passes('12d')
    await village.says('罗秀珍', '发排名', { to: '干部群' }).expectReply(/12月积分榜[\s\S]*1 王秀英家 4分/u, '村民群')
    await village.says('陈国栋', '发排名', { to: '干部群' }).expectOnlyPrivate(/今天已经发过/u, '陈国栋')
    await village.says('王秀英', '发排名').replies()
    assert.equal((await village.lines(/12月积分榜/u, '村民群')).length, 1)
  })

  it('reminds each reviewer in one line, once a day whoever asks', async () => {
    await village.says('罗秀珍', '催审', { to: '干部群' }).expectOnlyPrivate(/没有等审的/u, '罗秀珍')
    await waits()
    await village.says('赵福贵', '报 扫路 1小时').replies()
    await village.says('罗秀珍', '催审', { to: '干部群' }).expectReply(/有2件等您审.*#1001、#1002/u, '周大山')
    await village.says('陈国栋', '催审', { to: '干部群' }).expectOnlyPrivate(/今天已经提醒过/u, '陈国栋')
  })

  it('is quiet when asked: notices are posted, rankings and digests are not', async () => {
    await village.says('罗秀珍', '农忙安静', { to: '干部群' }).expectReply(/只发公示和您问的/u)
    await village.says('罗秀珍', '农忙安静', { to: '干部群' }).expectOnlyPrivate(/已经是安静的/u, '罗秀珍')
    await waits()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.until('2026-12-04')
    await village.expectBalance('王秀英', { booked: 4 })
    assert.deepEqual(await village.lines(/积分榜|入账1件|新公示/u, '村民群'), [])
    assert.equal((await village.lines(/11月积分公示/u, '村民群')).length, 1)
    await village.says('罗秀珍', '恢复', { to: '干部群' }).expectReply(/恢复正常播报/u)
    await village.says('罗秀珍', '恢复', { to: '干部群' }).expectOnlyPrivate(/没有安静也没有暂停/u, '罗秀珍')
  })

  it('never posts a black list, and says why to whoever asks', async () => {
    for (const [person, to] of [
      ['罗秀珍', '干部群'],
      ['周大山', '评议群'],
    ] as const)
      await village.says(person, '把黑榜发群里', { to }).expectOnlyPrivate(/不发黑榜：.*个人信息保护法第二十五条/u, person)
  })

  it('does not change the scheme’s numbers by a word', async () => {
    await village.says('罗秀珍', '把公示期改成7天', { to: '干部群' }).expectOnlyPrivate(/村民代表会议表决/u, '罗秀珍')
  })
})
