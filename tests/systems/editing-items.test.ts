import assert from 'node:assert/strict'
import { parse } from 'yaml'
import { z } from 'zod'
import { TestVillage } from '../village.ts'

const resolution = '11月20日代表会议通过,党支部陈国栋11月18日把关,会议记录第12号'

/** a scheme as it stands in the file, without what the schema fills in */
const written = z.object({ items: z.array(z.looseObject({ evidence: z.string().optional() })) })

describe('改一项、加一项', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({}))

  const cadres = (from: string, text: string) => village.says(from, text, { to: '干部群' })

  const edition = async (number: number) => {
    const { id } = await village.current()
    return village.database.reader.read(id, ({ schemes }) => schemes.edition(number))
  }

  const itemsOf = async (number: number) => written.parse(parse((await edition(number))?.source ?? '')).items

  /** the lines of an edition that the one before did not have, and the other way round */
  async function difference(number: number): Promise<readonly string[]> {
    const [before, after] = [(await edition(number - 1))?.source.split('\n') ?? [], (await edition(number))?.source.split('\n') ?? []]
    const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line.trim()}`)
    return [...gone, ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line.trim()}`)]
  }

  /** a bookkeeper's change, resolved and agreed to by the secretary */
  async function changes(line: string, number: number, card: RegExp): Promise<void> {
    await cadres('罗秀珍', line).expectReply(/凭什么改/u)
    await cadres('罗秀珍', resolution).expectReply(card, '干部群')
    await cadres('陈国栋', `${String(number)}同意`).expectReply(/已办/u, '干部群')
  }

  const booked = async (...numbers: readonly number[]) => {
    for (const number of numbers) await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).expectReply(/已通过/u)
  }

  it('MIN-2 makes one number of an item a range, from its day on', async () => {
    await changes('扫路 改成 2到5分，从12月1日起', 1001, /扫路由每小时2分.*，改为2到5分，评议员看轻重定/u)
    await village.line(/积分办法第2版：从2026年12月1日起，扫路由.*改为2到5分[\s\S]*一分不变/u, '村民群')
    await village.until('2026-11-30', '09:00')
    await village.says('王秀英', '报 扫路 2小时').expectReply(/#1002 .*4分/u)
    await village.until('2026-12-01', '09:00')
    await village.says('赵福贵', '报 扫路 2小时').expectReply(/#1003 .*2分/u)
    await village.says('周大山', '1003改5分', { to: '评议群' }).expectReply(/5分/u)
    await booked(1002)
    await village.until('2026-12-20', '09:00')
    await village.expectBalance('王秀英', { booked: 4 })
    await village.expectBalance('赵福贵', { booked: 5 })
  })

  it('MIN-2 moves the bounds of a range, and says what becomes of the usual points', async () => {
    await changes('邻里互助 改成 4到6分', 1001, /邻里互助由2到5分，评议员看轻重定，常见3分，改为4到6分，评议员看轻重定，常见4分/u)
    assert.deepEqual(await difference(2), [
      '- rate: { kind: ranged, min: 2, max: 5, default: 3 } # 常见3分，评议员看轻重定2到5分；本村自定',
      '+ rate: { kind: ranged, min: 4, max: 6, default: 4 } # 常见3分，评议员看轻重定2到5分；本村自定',
    ])
    await changes('邻里互助 最高改成8分', 1002, /改为4到8分/u)
    await cadres('罗秀珍', '邻里互助 最低改成9分').expectReply(/没有改：\n最低分9比最高分8还高/u, '罗秀珍')
    await cadres('罗秀珍', '邻里互助改为每次3分').expectReply(/是一个区间.*“邻里互助 改成 2到5分”/u, '罗秀珍')
  })

  it('MIN-2 limits an item by the month from a day on, and what was reported before is left alone', async () => {
    await changes('庭院清洁 每月最多1次，从2027年1月1日起', 1001, /庭院清洁由“每户一个月最多2次”改为“每户一个月最多1次”/u)
    assert.deepEqual(await difference(2), ['+ - { times: 1, per: month } # 本村自定'])
    for (const number of ['1002', '1003']) await village.says('王秀英', '报 庭院清洁').expectReply(new RegExp(`#${number}`, 'u'))
    await village.until('2027-01-02', '09:00')
    await village.says('王秀英', '报 庭院清洁').expectReply(/#1004/u)
    await village.says('王秀英', '报 庭院清洁').expectReply(/一个月最多1次/u, '王秀英')
    await booked(1002, 1003, 1004)
    await village.until('2027-01-20', '09:00')
    await village.expectBalance('王秀英', { booked: 6 })
  })

  it('MIN-2 caps an item by the year, adds the line where there was none, and lifts it again', async () => {
    await changes('扫路 每户每年最多30分', 1001, /扫路加一条“每户一年最多30分”/u)
    assert.deepEqual(await difference(2), ['+ caps: [{ points: 30, per: year }]'])
    await changes('扫路 每年不封顶', 1002, /扫路不再限“每户一年最多30分”/u)
    assert.equal((await edition(3))?.source, (await edition(1))?.source)
    await cadres('罗秀珍', '扫路 每年不封顶').expectReply(/本来就没有这条上限/u, '罗秀珍')
    await cadres('罗秀珍', '扫路 每天最多4次').expectReply(/现在就是这样，不用改/u, '罗秀珍')
    await cadres('罗秀珍', '扫路 每天最多0次').expectReply(/发“取消项目 扫路”/u, '罗秀珍')
    await cadres('罗秀珍', '捐款捐物 每年不封顶').expectReply(/没有改[\s\S]*捐款捐物的分要封顶/u, '罗秀珍')
  })

  it('MIN-2 ends an item from a day and never deletes it: the day before still counts; it can be opened again', async () => {
    await changes('从2027年1月1日起 取消 扫路', 1001, /扫路停止计分，12月31日和以前做的照算/u)
    assert.deepEqual(await difference(2), ["+ endsOn: '2026-12-31'"])
    await village.until('2026-12-31', '09:00')
    await village.says('王秀英', '报 扫路 1小时').expectReply(/#1002 .*2分/u)
    await village.until('2027-01-01', '09:00')
    await village.says('王秀英', '报 昨天 扫路 2小时').expectReply(/#1003 .*4分/u)
    await village.says('王秀英', '报 扫路 1小时').expectOnlyPrivate(/“扫路”这一项到12月31日为止/u, '王秀英')
    await cadres('罗秀珍', '取消项目 扫路').expectReply(/到12月31日为止已经停了/u, '罗秀珍')
    await changes('从2027年2月1日起 恢复 扫路', 1004, /扫路恢复计分/u)
    assert.equal((await edition(3))?.source, (await edition(1))?.source)
    await village.until('2027-02-01', '09:00')
    await village.says('王秀英', '报 扫路 1小时').expectReply(/#1005 .*2分/u)
    await booked(1002, 1003, 1005)
    await village.until('2027-02-20', '09:00')
    await village.expectBalance('王秀英', { booked: 8 })
  })

  it('asks for a picture from a day on, or no longer', async () => {
    await changes('扫路 改成 要照片，从2026年12月1日起', 1001, /扫路由“最好有照片”改为“要照片或原件”/u)
    const evidence = async (number: number) => (await itemsOf(number))[0]?.evidence
    assert.deepEqual([await evidence(1), await evidence(2)], ['wanted', 'required'])
    await village.says('王秀英', '报 扫路 1小时').expectReply(/#1002/u)
    await village.until('2026-12-01', '09:00')
    await village.says('王秀英', '报 扫路 1小时').expectReply(/这一项要凭证/u)
    await cadres('罗秀珍', '扫路 改为必须拍照').expectReply(/现在就是这样/u, '罗秀珍')
  })

  it('MIN-2 adds an item of a class of the scheme, with the trouble it is for, and it is reported from its day on', async () => {
    const asked = cadres('罗秀珍', '新增项目 送餐 每次2分 类别 邻里 每月最多4次')
    await asked.expectReply(/“送餐”为的是什么/u, '干部群')
    await cadres('罗秀珍', '今天下雨路滑').expectSilence()
    await cadres('罗秀珍', '为了独居老人吃得上热饭').expectReply(/凭什么改/u)
    await cadres('罗秀珍', resolution).expectReply(/提议#1001 .*新增送餐：每次2分，每户一个月最多4次，归帮助邻居/u, '干部群')
    await cadres('陈国栋', '1001同意').expectReply(/已办/u, '干部群')
    await village.line(/第2版：从2026年12月1日起，新增送餐[\s\S]*为的是：独居老人吃得上热饭。/u, '村民群')
    assert.deepEqual((await itemsOf(2)).at(-1), {
      code: 'song-can',
      cat: 'neighbor_help',
      name: '送餐',
      problem: '独居老人吃得上热饭',
      rate: { kind: 'fixed', points: 2 },
      limits: [{ times: 4, per: 'month' }],
    })
    assert.deepEqual(
      (await difference(2)).filter((line) => line.startsWith('-')),
      [],
    )
    await village.until('2026-12-01', '09:00')
    await village.says('王秀英', '报 送餐').expectReply(/#1002 .*送餐.*2分/u)
    await village.says('王秀英', '送餐给几分').expectReply(/送餐：2分。\n最多每户一个月4次/u)
  })

  it('MIN-2 refuses a new item in words, by the same check as a file: names that collide or begin with a command, classes that are none', async () => {
    const refused: readonly (readonly [string, RegExp])[] = [
      ['新增项目 志愿服务 每次2分 类别 志愿', /没有改：\n“志愿服务”写了两遍/u],
      ['新增项目 铲雪 每次2分 类别 公共卫生', /没有改：\n“铲雪”已经是“扫路”的叫法/u],
      ['新增项目 报平安 每次2分 类别 邻里', /“报平安”以口令“报”开头/u],
      ['新增项目 送餐 每次2分', /“送餐”归哪一类？.*“类别 …”，有：公共卫生、/u],
      ['新增项目 送餐 每次2分 类别 打牌', /“送餐”归哪一类？/u],
      ['新增项目 送餐 每小时2分 类别 邻里', /“送餐”一次最多几小时/u],
      ['新增项目 上访劝返 每次9000000分 类别 调解', /没有改：/u],
      ['新增项目 送餐', /改哪一项、怎么改/u],
      ['庭院清洁上限4分', /改哪一项、怎么改/u],
      ['公共卫生 每户每天最多10分', /请写项目的全名：扫路、清河道/u],
    ]
    for (const [line, why] of refused) await cadres('罗秀珍', line).expectOnlyPrivate(why, '罗秀珍')
    assert.equal(await edition(2), null)
  })

  it('MIN-2 tells the one who proposes what the village should think about, beside the proposal', async () => {
    await cadres('罗秀珍', '新增项目 送餐 每次30分 类别 邻里 为了 独居老人吃得上热饭').expectReply(/凭什么改/u)
    const proposed = cadres('罗秀珍', resolution)
    await proposed.expectReply(/提议#1001/u, '干部群')
    await proposed.expectReply(/提醒（不挡着改）：\n“送餐”没有次数上限.*\n“送餐”一次最多可得30分/u, '罗秀珍')
  })

  it('keeps changes to cadres: anybody else is told alone, or is only talking', async () => {
    await village.says('王秀英', '扫路 每月最多4次').expectSilence()
    await village.says('周大山', '扫路 每月最多4次', { to: '评议群' }).expectOnlyPrivate(/./u, '周大山')
    assert.equal(await village.stateOf(1001), undefined)
  })

  it('is tried as if it had held all the year, and books nothing', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await booked(1001)
    await cadres('罗秀珍', '试算 取消项目 扫路').expectReply(/试算（扫路停止计分，[\s\S]*1组：多0户、少1户、不变0户，合计-4分/u, '干部群')
    await cadres('罗秀珍', '试算 扫路 每户每年最多3分').expectReply(/试算（扫路加一条“每户一年最多3分”，[\s\S]*合计-1分/u, '干部群')
    assert.equal(await edition(2), null)
  })
})
