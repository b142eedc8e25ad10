import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import { mostOf } from '../../rules/rates/rate-bounds.ts'
import { rateDeed } from '../../rules/rates/rate.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { sectionsOf } from '../../rules/rates/sections.ts'
import { itemRules } from '../../texts/query/rules.ts'
import { TestVillage } from '../village.ts'
import { changed, checked, expectRefused } from './scheme-files.ts'

const awards = ({ items }: Scheme): readonly Item[] => items.filter(({ kind }) => kind === 'award')
const deductions = ({ items }: Scheme): readonly Item[] => items.filter(({ kind }) => kind === 'deduction')
const underneath = (scheme: Scheme, section: string) => awards(scheme).filter((item) => sectionsOf(scheme, item).includes(section))

const minus = {
  kind: 'deduction',
  problem: '本村自定',
  rate: { kind: 'fixed', points: 5 },
  evidence: 'required',
  secondPerson: true,
  whoMayReport: 'panel',
  rectifyDays: 14,
}

describe('MIN 办法的原则', () => {
  it('MIN-4 refuses a scheme that only deducts, warns when deductions outweigh awards, and lets honour stand without goods', async () => {
    const only = await changed('guyuan', (scheme) => {
      scheme.items = scheme.items.filter(({ kind }) => kind === 'deduction')
    })
    await expectRefused(only, /只有扣分没有加分：积分制要正向为主/u, 'items')
    const heavy = await changed('fengxian', (scheme) => {
      scheme.items.push({ ...minus, code: 'heavy', cat: 'litter', name: '乱扔垃圾', rate: { kind: 'fixed', points: 500 } })
    })
    const warned = await checked(heavy)
    assert.equal(warned.code, 0)
    assert.ok(
      warned.err.some((line) => /提醒：扣分合计（500分）比加分合计（\d+分）还多/u.test(line)),
      warned.err.join('\n'),
    )
    const honour = await changed('fengxian', (scheme) => {
      Object.assign(scheme, { honours: [{ kind: 'top', code: 'best', title: '和美家庭', period: 'year', places: 10 }] })
    })
    assert.ok(!honour.includes('redeemable: true'))
    assert.deepEqual(await checked(honour).then(({ code, err }) => [code, err]), [0, []])
  })

  it('MIN-4 is kept by every shipped scheme: awards outweigh deductions', async () => {
    for (const code of shippedSchemes()) {
      const { scheme } = await loadScheme(code)
      const sum = (items: readonly Item[]) => items.reduce((total, { rate }) => total + mostOf(rate), 0)
      assert.ok(sum(deductions(scheme)) < sum(awards(scheme)), code)
    }
  })

  it('MIN-5 refuses whatever takes subsidies or the collective’s gains away, as an error and whatever was resolved', async () => {
    for (const use of ['积分为负的停发政府补贴', '扣分多的取消低保', '末位户不得享受集体经济收益', '负分不予分红', '减少股份']) {
      const source = await changed('guyuan', (scheme) => Object.assign(scheme, { uses: ['换生活用品', use] }))
      await expectRefused(source, /不得影响政府补贴、低保和集体收益（中农发〔2020〕11号）/u, use)
    }
    const resolved = await changed('guyuan', (scheme) =>
      Object.assign(scheme, {
        practices: {
          subsidies: { on: true, why: '测试', resolution: { on: '2026-01-01', body: '村民会议', result: '全票通过', document: '一号' } },
        },
      }),
    )
    await expectRefused(resolved, /“积分影响补贴和集体收益”不能开/u, 'on: true')
  })
})

describe('GY 固原', () => {
  let guyuan: Awaited<ReturnType<typeof loadScheme>>
  before(async () => {
    guyuan = await loadScheme('guyuan')
  })
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({ scheme: 'guyuan' }))

  const agrees = (who: string, number: number) => village.says(who, `${String(number)}通过`, { to: '评议群' })
  const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

  it('GY-2 has three classes: 38 basic items in eight aspects, 民主, and 贡献 in three parts; the catalogue shows them in four lines', async () => {
    const { scheme } = guyuan
    const aspects = Object.entries(scheme.sections).filter(([, { within }]) => within === 'basic')
    assert.deepEqual(
      aspects.map(([, { title }]) => title),
      ['脱贫攻坚', '公德美德', '遵纪守法', '移风易俗', '环境卫生', '公益事业', '学习培训', '党支部工作'],
    )
    assert.equal(underneath(scheme, 'basic').length, 38)
    assert.ok(aspects.every(([code]) => underneath(scheme, code).length >= 3))
    assert.ok(underneath(scheme, 'democratic').length > 0)
    assert.deepEqual(
      Object.values(scheme.sections)
        .filter(({ within }) => within === 'contribution')
        .map(({ title }) => title),
      ['表彰奖励', '先进事迹', '立功表现'],
    )
    const { text } = await village
      .says('王秀英', '啥事能加分，给个单子')
      .expectReply(/^能加分的45项，按栏目：\n基础积分（脱贫攻坚5项、公德美德5项/u)
    assert.ok(text.split('\n').length <= 4, text)
    assert.match(text, /民主积分3项；贡献积分（表彰奖励1项、先进事迹1项、立功表现2项）/u)
    const part = await village.says('王秀英', '积分办法 公益事业', { to: 'bot' }).expectReply(/^公益事业6项：志愿者活动3分、/u)
    assert.ok(part.text.split('\n').length <= 4)
    await village
      .says('王秀英', '积分办法 贡献积分')
      .expectReply(/^贡献积分：表彰奖励1项、先进事迹1项、立功表现2项。\n看一栏发“积分办法 表彰奖励”/u)
  })

  it('GY-3 keeps every basic item between 2 and 100 points, at load', async () => {
    assert.ok(underneath(guyuan.scheme, 'basic').every(({ rate }) => mostOf(rate) <= 100))
    const less = guyuan.source.replace('points: 3 } # 家庭年收入', 'points: 1 } # 家庭年收入')
    await expectRefused(less, /“收入增长”最少1分，“脱贫攻坚”一次不能少于2分/u, 'points: 1 }')
    const more = guyuan.source.replace('points: 100 } # 每培养', 'points: 101 } # 每培养')
    await expectRefused(more, /“培养本科生”最多101分，“学习培训”一次不能多于100分/u, 'points: 101 }')
  })

  it('GY-3 gives 3 for income that has grown, once a year, with two who confirm, and keeps no amount', async () => {
    await village.says('马玉芬', '报 收入增长 多挣了5000元').expectReply(/已收到#1001 马玉芬 今天收入增长，按办法3分/u)
    await village.line(/待审#1001[^\n]*3分\n.*多挣了（数额不记）/u, '评议群')
    assert.deepEqual(await village.lines(/5000/u, '评议群'), [])
    const { id } = await village.current()
    const kept = await village.database.reader.read(id, (stores) => stores.cases.report(1001))
    assert.deepEqual([kept?.report.quantity, kept?.report.unit, kept?.report.text.includes('5000')], [null, null, false])
    await agrees('周大山', 1001).expectReply(/还要1位/u)
    assert.equal(await village.stateOf(1001), 'pending')
    await agrees('陈玉莲', 1001).expectReply(/#1001 马玉芬 收入增长 3分 已通过/u)
    await village.says('马玉芬', '报 收入增长').expectOnlyPrivate(/每户一年最多1次/u, '马玉芬')
    await village.until('2027-01-04', '10:00')
    await village.says('马玉芬', '报 收入增长').expectReply(/按办法3分/u)
  })

  it('GY-3 gives 10 a year to who leads others to wealth, 3 for each volunteer act', async () => {
    await village.says('李长顺', '报 致富带头人', { image: photo }).expectReply(/按办法10分/u)
    await village.says('李长顺', '报 致富带头人').expectOnlyPrivate(/每户一年最多1次/u, '李长顺')
    await village.says('李长顺', '报 志愿者活动').expectReply(/按办法3分/u)
    await village.until('2026-11-23', '10:00')
    await village.says('李长顺', '报 志愿者活动').expectReply(/按办法3分/u)
  })

  it('GY-3 gives 2 for the month’s clean household, which the panel finds and nobody claims', async () => {
    await village.says('王秀英', '报 月度清洁户').expectOnlyPrivate(/由评议小组报/u, '王秀英')
    await village.says('周大山', '代报 王秀英 月度清洁户', { to: '评议群' }).expectReply(/#1001 王秀英.*2分/u)
    await village.says('周大山', '代报 王秀英 月度清洁户', { to: '评议群' }).expectReply(/每户一个月最多1次/u)
    await village.until('2026-12-01', '10:00')
    await village.says('周大山', '代报 王秀英 月度清洁户', { to: '评议群' }).expectReply(/王秀英.*2分/u)
  })

  it('GY-3 gives 100 for a child at university, once and by two households’ reviewers; another child counts again', async () => {
    await village.says('马玉芬', '代报 冯小兵 考上大学', { image: photo }).expectReply(/只能|由本户自己报/u)
    await village.says('冯铁柱', '代报 冯小兵 考上大学', { image: photo }).expectReply(/冯小兵.*按办法100分/u)
    await agrees('周大山', 1001).expectReply(/还要1位/u)
    await agrees('陈玉莲', 1001).expectReply(/冯小兵.*100分 已通过/u)
    await village.until('2027-01-04', '10:00')
    await village.says('冯铁柱', '代报 冯小兵 考上大学').expectReply(/一共最多1次/u)
    await village.says('冯铁柱', '报 娃考上大学', { image: photo }).expectReply(/另一个孩子吗/u)
    await village.says('冯铁柱', '1').expectReply(/按办法100分/u)
  })

  it('GY-4 caps 民主 at 30 for a household and year, cuts what is beyond and says so', async () => {
    for (const [number, person, points] of [
      [1001, '冯铁柱', 10],
      [1002, '冯铁柱', 10],
      [1003, '冯小兵', 8],
    ] as const) {
      await village.says(person, '报 参与村务').expectReply(/按办法3分/u)
      await village.says('周大山', `${String(number)}改${String(points)}分`, { to: '评议群' }).replies()
    }
    await village.says('冯小兵', '报 参与村务').expectReply(/本来3分，民主积分每户一年最多30分，这次按2分报/u)
    await village.says('周大山', '1004改10分', { to: '评议群' }).expectReply(/只能给2到2分/u)
    await agrees('周大山', 1004).expectReply(/2分 已通过/u)
    await village.until('2026-12-01', '10:00')
    await village.says('冯铁柱', '报 参与村务').expectOnlyPrivate(/民主积分每户一年最多30分/u, '冯铁柱')
    await village.until('2027-01-04', '10:00')
    await village.says('冯铁柱', '报 参与村务').expectReply(/按办法3分/u)
  })

  it('GY-4 keeps a contribution between 50 and 2000, at load, at review and when it is granted', async () => {
    const less = guyuan.source.replace('{ level: 村, words: [村级, 村里], points: 50 }', '{ level: 村, words: [村级, 村里], points: 49 }')
    await expectRefused(less, /“获得表彰奖励”最少49分，“表彰奖励”一次不能少于50分/u, 'rate')
    const more = guyuan.source.replace('points: 2000 }\n', 'points: 2001 }\n')
    await expectRefused(more, /“获得表彰奖励”最多2001分，“表彰奖励”一次不能多于2000分/u, 'rate')
    await village.says('王秀英', '报 获得表彰奖励', { image: photo }).expectReply(/是哪一级？1 村/u)
    await village.says('王秀英', '1').expectReply(/按办法50分/u)
    await village.says('李长顺', '报 获得表彰 县级', { image: photo }).expectReply(/按办法200分/u)
    await village.says('何金水', '报 三等功', { image: photo }).expectReply(/按办法200分/u)
    await village.says('陈玉莲', '1001改30分', { to: '评议群' }).expectReply(/只能给50到/u)
    await agrees('周大山', 1002).replies()
    await agrees('陈玉莲', 1002).replies()
    await village.until('2026-12-02', '10:00')
    await village.says('王秀英', '异议 #1002 分给多了', { to: 'bot' }).replies()
    await village.says('谢开元', '1004属实，改30分', { to: '评议群' }).expectReply(/改分要在50到200之间/u)
    await village.says('陈玉莲', '给王秀英加30分 抗洪抢险', { to: '评议群' }).expectReply(/“见义勇为”按办法要在50到2000分之间/u)
    await village.says('陈玉莲', '给王秀英加100分 抗洪抢险', { to: '评议群' }).expectReply(/100分/u)
  })

  it('GY-5 deducts 5 for gambling only on the office’s decision, after notice and re-check', async () => {
    const deduct = (words: string) => village.says('周大山', words, { to: 'bot' })
    await deduct('给马玉芬扣5分 参与赌博').expectReply(/“参与赌博”要有主管部门的决定才能扣/u)
    await deduct('我亲眼看见的').expectReply(/“参与赌博”要有主管部门的决定才能扣/u)
    await deduct('给马玉芬扣5分 在桥头聚众打牌赌钱，派出所没有处罚').expectReply(/要有主管部门的决定才能扣/u)
    assert.deepEqual(await village.lines(/整改通知书/u, '马玉芬'), [])
    await deduct('给马玉芬扣5分 参与赌博，镇派出所11月20日行政处罚决定书').expectReply(/整改通知书#1001/u, '马玉芬')
    await village.passes('14d')
    await village.says('陈玉莲', '1001同意', { to: 'bot' }).expectReply(/扣分决定#1001：.*扣5分/u, '马玉芬')
  })

  it('GY-5 names the other four deductions and refuses the petition item at load, with its line', async () => {
    assert.deepEqual(
      deductions(guyuan.scheme).map(({ name, basis }) => `${name} ${basis}`),
      ['不尽赡养义务 panel', '挑起邻里纠纷 panel', '子女辍学 panel', '参与赌博 decision', '乱搭乱建 decision'],
    )
    const petition = await changed('guyuan', (scheme) => {
      scheme.items.push({ ...minus, code: 'petition', cat: 'other', name: '恶意上访且不听劝阻' })
    })
    await expectRefused(petition, /不能因信访、举报扣分（信访工作条例：不得打击报复）/u, '恶意上访')
    const on = guyuan.source.replace('petition: { on: false', 'petition: { on: true')
    await expectRefused(on, /“信访、上访扣分”不能开/u, 'petition')
    await village.says('周大山', '给马玉芬扣5分 恶意上访', { to: 'bot' }).expectReply(/办法里没有这项扣分/u)
  })
})

describe('FX 奉贤', () => {
  it('FX-1 has 三清三美, six headings of standards that are each 重点 or 一般', async () => {
    const { scheme } = await loadScheme('fengxian')
    const six = Object.entries(scheme.sections).filter(([, { within }]) => within !== undefined)
    assert.deepEqual(
      six.map(([, { title }]) => title),
      ['清五违', '清群租', '清垃圾', '河道美', '绿化美', '民风美'],
    )
    const standards = six.map(([code]) => underneath(scheme, code))
    assert.ok(standards.every((items) => items.length >= 2 && items.every(({ engine, standard }) => engine === 'groups' && standard)))
    assert.deepEqual(new Set(standards.flat().map(({ standard }) => standard)), new Set(['key', 'general']))
    const unsaid = await changed('fengxian', (file) => {
      delete file.items.find(({ code }) => code === 'clear-waste')?.standard
    })
    await expectRefused(unsaid, /“无暴露垃圾”是村组验收的标准，要写明重点还是一般/u, 'clear-waste')
  })
})

describe('JZ 金寨', () => {
  it('JZ-1 refuses a scheme without one of the six, or with nothing to earn under it; X may be dropped', async () => {
    const six = ['勤劳致富', '孝老爱亲', '移风易俗', '环保卫生', '遵纪守法', '热心公益']
    const { scheme } = await loadScheme('jinzhai')
    assert.deepEqual(
      scheme.mandatory.map((code) => scheme.sections[code]?.title),
      six,
    )
    for (const code of scheme.mandatory) {
      const dropped = await changed('jinzhai', (file) => {
        file.sections = Object.fromEntries(Object.entries(file.sections).filter(([own]) => own !== code))
        file.items = file.items.filter(({ section }) => section !== code)
      })
      await expectRefused(dropped, new RegExp(`必评的栏目“${code}”没有写`, 'u'), code)
      const emptied = await changed('jinzhai', (file) => {
        file.items = file.items.filter(({ section, kind }) => section !== code || kind === 'deduction')
      })
      await expectRefused(emptied, /下面没有加分项，请至少写一项/u, code)
    }
    const silent = await changed('jinzhai', (file) => {
      delete file.mandatory
      delete file.sections.public
      file.items = file.items.filter(({ section }) => section !== 'public')
    })
    await expectRefused(silent, /必评的栏目“热心公益”（public）没有写/u, 'code: jinzhai')
    const withoutX = await changed('jinzhai', (file) => {
      delete file.sections.local
      file.items = file.items.filter(({ section }) => section !== 'local')
    })
    assert.deepEqual(await checked(withoutX).then(({ code, err }) => [code, err]), [0, []])
  })
})

describe('XY 新余', () => {
  it('XY-2 scores four fields once a month', async () => {
    const { scheme } = await loadScheme('xinyu')
    assert.deepEqual(
      Object.values(scheme.sections).map(({ title }) => title),
      ['产业就业', '乡风文明', '家庭美德', '工作配合'],
    )
    assert.ok(scheme.items.every(({ section }) => section !== undefined))
    assert.ok(scheme.items.every(({ limits }) => limits.some(({ per }) => per === 'month')))
    assert.ok(Object.keys(scheme.sections).every((code) => underneath(scheme, code).length >= 5))
    // from 2027 on the scheme is for every household
    const village = await TestVillage.open({ at: instantOf('2027-01-04', '10:00') })
    try {
      await village.port.reset({ scheme: 'xinyu' })
      await village.says('王秀英', '啥事能加分，给个单子').expectReply(/产业就业7项；乡风文明7项；家庭美德7项；工作配合7项/u)
      await village.says('罗秀珍', '邀请赵福贵当本月评议员', { to: '干部群' }).replies()
      await village.says('王秀英', '报 务工就业').expectReply(/已收到#1001.*按办法8分/u)
      await village.says('王秀英', '报 务工就业').expectOnlyPrivate(/一个月最多1次/u, '王秀英')
      await village.says('陈玉莲', '1001通过', { to: '评议群' }).replies()
      assert.deepEqual(await village.lines(/公示[\s\S]*#1001/u, '村民群'), [])
      await village.until('2027-02-01', '12:00')
      await village.line(/1月积分公示[\s\S]*务工就业/u, '村民群')
      await village.says('王秀英', '报 务工就业').expectReply(/按办法8分/u)
    } finally {
      await village.close()
    }
  })
})

describe('JS 津市', () => {
  it('JS-R1 keeps the red book per person: awards and deductions from nothing, bonuses up to 3, exactly nine bad records', async () => {
    const { scheme, source } = await loadScheme('jinshi')
    const { red } = scheme.books
    assert.deepEqual([red?.holder, red?.base, red?.reset, red?.audience, red?.mayOwe], ['person', 0, 'yearly', 'cadres', true])
    const basic = scheme.items.filter(({ section }) => section === 'basic')
    assert.deepEqual(new Set(basic.map(({ kind }) => kind)), new Set(['award', 'deduction']))
    const bonus = scheme.items.filter(({ section }) => section === 'bonus')
    assert.ok(bonus.length > 0 && bonus.every(({ kind, caps, rate }) => kind === 'award' && caps.length === 0 && mostOf(rate) <= 3))
    assert.ok([...basic, ...bonus].every(({ book, tiers }) => book === 'red' && tiers?.join() === 'party'))
    assert.ok(scheme.caps.every(({ sections }) => !sections.includes('bonus')))
    await expectRefused(
      source.replace('{ kind: ranged, min: 1, max: 3, default: 1 }', '{ kind: ranged, min: 1, max: 4, default: 1 }'),
      /一次不能多于3分/u,
      'max: 4',
    )
    assert.equal(scheme.badRecords?.kinds.length, 9)
    for (const [said, kinds] of [
      ['8', (all: readonly string[]) => all.slice(1)],
      ['10', (all: readonly string[]) => [...all, '弄虚作假']],
    ] as const) {
      const other = await changed('jinshi', (file) => {
        if (file.badRecords) file.badRecords.kinds = kinds(file.badRecords.kinds)
      })
      await expectRefused(other, new RegExp(`不良记录要正好9类（津市红色存折），现在写了${said}类`, 'u'), 'kinds')
    }
  })
})

describe('还没有开通', () => {
  it('stands beside money in yuan, with 8 斤 of cardboard and 2.5 斤 of bottles worth 7 yuan', async () => {
    const { scheme } = await loadScheme('jinshi')
    const [cardboard, bottles] = ['cardboard', 'bottles'].map((code) => itemOf(scheme, code))
    assert.ok(cardboard && bottles)
    assert.match(itemRules(cardboard, scheme), /^废纸壳：每斤0\.50元（记绿色存折）。/u)
    const fen = [rateDeed(cardboard, { quantity: 8000, unit: '斤' }), rateDeed(bottles, { quantity: 2500, unit: '斤' })]
    assert.deepEqual(
      fen.map((rated) => ('points' in rated ? rated.points : null)),
      [400, 300],
    )
  })

  it('is answered in private to a report of what an engine to come will count; other deeds of the line are taken', async () => {
    const village = await TestVillage.open()
    try {
      await village.port.reset({ scheme: 'jinshi' })
      await village.says('王秀英', '报 废纸壳 8斤').expectOnlyPrivate(/“废纸壳”办法里有，机器人这一块还没有开通/u, '王秀英')
      await village.port.reset({ scheme: 'fengxian' })
      await village.says('王秀英', '报 无违法建筑').expectOnlyPrivate(/还没有开通/u, '王秀英')
      await village.says('王秀英', '无违法建筑给几分').expectReply(/^无违法建筑：10分（记村组积分）。机器人这一块还没有开通/u)
      await village.says('王秀英', '报 打扫公共卫生').expectReply(/按办法2分/u)
      await village
        .says('王秀英', '啥事能加分，给个单子')
        .expectReply(/^能加分的12项，按栏目：\n三清还没有开通；三美还没有开通；各户参与12项/u)
    } finally {
      await village.close()
    }
  })
})
