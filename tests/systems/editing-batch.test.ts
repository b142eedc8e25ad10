import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run as importPoints } from '../../cli/import.ts'
import type { TrainingPerson } from '../../web/sandbox/training-village.ts'
import { Terminal } from '../cli/terminal.ts'
import { closeWhole } from '../close-whole.ts'
import { sunday, TestVillage } from '../village.ts'

const panel = { to: '评议群' } as const

/** villagers of as many households, none of them the reviewers', none of a doubled name */
function villagersOf(village: TestVillage, count: number): readonly TrainingPerson[] {
  const people = village.port.village().people
  const offices = new Set(people.filter(({ roles }) => roles.length > 0).map(({ household }) => household))
  const found = people.filter(({ name, household, bound, phone }, index) => {
    const doubled = people.some((one, other) => other !== index && (one.name === name || (one.household === household && other < index)))
    return bound && phone && household !== null && !offices.has(household) && !doubled
  })
  assert.ok(found.length >= count)
  return found.slice(0, count)
}

const standing = async (village: TestVillage, book: string, household: number | null) => {
  const { id } = await village.current()
  return village.database.reader.read(id, ({ ledger }) => ledger.standing(book, 'household', `household-${String(household ?? 0)}`))
}

describe('成批的积分', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => closeWhole(village))

  it('CJ-7 gives 19 named households 100 each in one command: one case to review, one notice, thanks that buy nothing', async () => {
    await village.port.reset({ scheme: 'changjiang', households: 40 })
    const nineteen = villagersOf(village, 19)
    const names = nineteen.map(({ name }) => name).join('、')
    await village.says('周大山', `给${names}18户各加100分 让地修路`, panel).expectReply(/说的是18户，写了19个名字/u, '周大山')
    await village
      .says('周大山', `给${names}19户各加100分 让地修路`, panel)
      .expectReply(
        /提议#1001 周大山：给19户各记“支持村里建设”100分，让地修路：[\s\S]*这是感谢，不是价钱，不换东西；不让、不拆一分不扣/u,
        '评议群',
      )
    assert.equal(await village.stateOf(1002), undefined, 'one case waits, not nineteen')
    const agreed = village.says('谢开元', '1001同意', panel)
    await agreed.expectReply(/19户记好了（#1002至#1020），下一期一起公示/u, '评议群')
    const toThem = (await agreed.replies()).filter(({ to }) => nineteen.some(({ id }) => id === to))
    assert.equal(toThem.length, 19)
    assert.ok(toThem.every(({ text }) => /100分[\s\S]*这是感谢，不是价钱/u.test(text)))

    await village.until('2027-01-01', '09:00')
    const notices = await village.lines(/积分公示/u, '村民群')
    assert.deepEqual(
      notices.map((text) => /共(\d+)件/u.exec(text)?.[1]),
      ['19'],
    )
    await village.until('2027-01-13', '00:10')
    for (const { household } of nineteen) {
      assert.deepEqual(await standing(village, 'thanks', household), { spendable: 100, honour: 100 })
      assert.deepEqual(await standing(village, 'main', household), { spendable: 0, honour: 0 })
    }
  })

  it('CJ-7 never makes points the price of land: no book that buys nothing, no points; nobody agrees for the own household', async () => {
    await village.port.reset({})
    await village.says('周大山', '给王秀英、赵福贵各加100分 让地修路', panel).expectReply(/积分不能当价钱/u, '周大山')
    await village.says('周大山', '给王秀英加30分 拆了围墙', panel).expectReply(/积分不能当价钱/u, '周大山')
    await village.says('周大山', '给王秀英、赵福超各加5分 清河道', panel).expectReply(/赵福超/u, '周大山')
    await village.says('周大山', '给冯铁柱、冯小兵各加5分 清河道', panel).expectReply(/冯铁柱和冯小兵是一户/u, '周大山')
    await village.says('周大山', '给王秀英、陈玉莲各加5分 清河道', panel).expectReply(/提议#1001/u, '评议群')
    await village.says('陈玉莲', '1001同意', panel).expectReply(/提议#1001里有您家/u, '陈玉莲')
    await village.says('谢开元', '1001同意', panel).expectReply(/2户记好了（#1002至#1003），一起公示到12月2日/u, '评议群')
    await village.until('2026-12-03', '00:10')
    await village.expectBalance('王秀英', { booked: 5 })
    await village.expectBalance('陈玉莲', { booked: 5 })
  })

  it('GY-12 takes a group’s monthly round in one line: 2 points for each clean household, and a poor one is told alone', async () => {
    await village.port.reset({ scheme: 'guyuan', households: 40 })
    const second = village.port
      .village()
      .households.filter(({ group }) => group === 2)
      .toSorted((one, other) => one.number - other.number)
    const [one, two, three, four, five] = second
    assert.ok(one && two && three && four && five)
    assert.equal(one.head, '陈玉莲')
    await village.says('陈玉莲', '2组检查：1清洁 2清洁 3差 4清洁 5清洁', panel).expectReply(/1号是您自己家/u, '陈玉莲')
    await village.says('罗秀珍', '2组检查：1清洁 2清洁 3差 4清洁 99清洁', { to: '干部群' }).expectReply(/没有第99户/u, '罗秀珍')
    const entered = village.says('罗秀珍', '2组检查：1清洁 2清洁 3差 4清洁 5清洁', { to: '干部群' })
    await entered.expectReply(/提议#1001 罗秀珍：2组入户卫生检查：4户清洁，各2分（第1、2、4、5户）/u, '评议群')
    await village.says('陈玉莲', '1001同意', panel).expectReply(/提议#1001里有您家/u, '陈玉莲')
    const agreed = village.says('周大山', '1001同意', panel)
    await agreed.expectReply(/4户记好了（#1002至#1005）/u, '评议群')
    const told = (await agreed.replies()).filter(({ text }) => /还差/u.test(text))
    assert.deepEqual(
      told.map(({ to }) => to),
      [three.head],
    )
    for (const room of ['村民群', '评议群', '干部群']) assert.deepEqual(await village.lines(/差一点|第3户|3差/u, room), [])

    await village.until('2026-12-01', '09:00')
    await village.until('2026-12-12', '09:00')
    for (const { number } of [one, two, four, five]) assert.equal((await standing(village, 'main', number)).spendable, 2)
    assert.equal((await standing(village, 'main', three.number)).spendable, 0)

    await village.says('罗秀珍', '2组检查：1差 2差', { to: '干部群' }).expectReply(/提议#1006/u, '评议群')
    await village.says('周大山', '1006同意', panel).expectReply(/已办/u, '评议群')
    await village.says('罗秀珍', '2组检查：4清洁 5清洁', { to: '干部群' }).expectReply(/提议#1007/u, '评议群')
    await village.says('周大山', '1007同意', panel).expectReply(/2户记好了（#1008至#1009）/u, '评议群')
    await village.says('罗秀珍', '2组检查：3清洁 5清洁', { to: '干部群' }).expectReply(/提议#1010/u, '评议群')
    await village.says('周大山', '1010同意', panel).expectReply(/其中1户这个月已经记过/u, '评议群')
  })
})

describe('整批导入', () => {
  let terminal: Terminal
  let opened: TestVillage | undefined
  beforeEach(async () => {
    terminal = await Terminal.open()
  })
  afterEach(async () => {
    // after a failure the village is still open, and the process would never end
    await opened?.stop().catch(() => undefined)
    await terminal.close()
  })

  const sheet = async (rows: readonly string[]) => {
    const file = terminal.path('安置小区.csv')
    await writeFile(file, ['户号,项目,分,说明', ...rows].join('\r\n'))
    return file
  }

  it('PH-9 brings 135 households’ points of a resettlement estate in as one reviewed batch, on which two observers comment', async () => {
    const folder = join(terminal.folder, 'data')
    let village = await TestVillage.open({ folder })
    opened = village
    await village.port.reset({ scheme: 'pinghu', households: 170 })
    const estate = villagersOf(village, 135)
    await village.stop()

    const file = await sheet(estate.map(({ household }) => `${String(household ?? 0)},志愿服务,3,小区平安巡逻`))
    const args = ['points', file, '--by', '罗秀珍', '--observers', '刘春梅,孙建国', '--estate', '新家园小区']
    assert.equal(await importPoints(args, terminal.io()), 0)
    assert.match(terminal.out[0] ?? '', /提议#1001 新家园小区135户的积分，共405分（志愿服务），一批审/u)

    village = await TestVillage.open({ folder, at: sunday + 3_600_000 })
    opened = village
    await village.passes('1m')
    assert.equal((await village.lines(/提议#1001 罗秀珍：新家园小区135户/u, '评议群')).length, 1)
    await village.line(/请您来看看提议#1001/u, '刘春梅')
    await village
      .says('刘春梅', '补充说明 #1001 两会三团看过名单，有两户刚搬来', { to: 'bot' })
      .expectReply(/观察员刘春梅：两会三团看过名单/u, '评议群')
    await village.says('孙建国', '补充说明 #1001 巡逻记录都有', { to: 'bot' }).expectReply(/意见已转给评议员/u, '孙建国')
    await village.says('王秀英', '补充说明 #1001 我也说两句', { to: 'bot' }).expectReply(/观察员里没有您/u, '王秀英')
    await village.says('孙建国', '1001同意', panel).expectReply(/./u)
    assert.equal(await village.stateOf(1001), 'proposed', 'an observer decides nothing')
    await village.says('周大山', '1001同意', panel).expectReply(/135户记好了（#1002至#1136），下一期一起公示/u, '评议群')
    await village.until('2027-01-01', '09:00')
    assert.equal((await village.lines(/积分公示，共135件/u, '村民群')).length, 1)
    await village.until('2027-01-13', '00:10')
    let sum = 0
    for (const { household } of estate) sum += (await standing(village, 'main', household)).spendable
    assert.equal(sum, 405)
    opened = undefined
    await closeWhole(village)
  })

  it('PH-9 names every line that does not fit, and writes nothing', async () => {
    const folder = join(terminal.folder, 'data')
    opened = await TestVillage.open({ folder })
    await opened.port.reset({ scheme: 'pinghu' })
    await opened.stop()
    opened = undefined
    const file = await sheet(['999,志愿服务,3,', '4,跳舞,3,', '7,志愿服务,50,', '2,志愿服务,3,', '11,志愿服务,x,'])
    assert.equal(await importPoints(['points', file, '--by', '罗秀珍'], terminal.io()), 1)
    assert.match(terminal.err.join('\n'), /第6行：分“x”不是大于0的整数/u)
    const others = await sheet(['999,志愿服务,3,', '4,跳舞,3,', '7,志愿服务,50,', '2,志愿服务,3,', '11,志愿服务,3,', '11,志愿服务,3,'])
    assert.equal(await importPoints(['points', others, '--by', '罗秀珍'], terminal.io()), 1)
    const told = terminal.err.join('\n')
    for (const part of [
      /第2行：没有999号户/u,
      /第3行：办法里没有“跳舞”/u,
      /第4行：“志愿服务”一次最多3分/u,
      /第5行：是提交人自己家/u,
      /第7行：.*写了两行/u,
    ])
      assert.match(told, part)
    assert.match(told, /什么也没有写/u)
    const sound = await sheet(['7,志愿服务,3,'])
    await assert.rejects(importPoints(['points', sound, '--by', '王秀英'], terminal.io()), /由评议员或会计或支书来办/u)
  })
})
