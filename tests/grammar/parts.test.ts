import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { Lunar, Solar } from 'lunar-typescript'
import { readDate } from '../../bot/grammar/days/dates.ts'
import { foldText } from '../../bot/grammar/fold.ts'
import { compileGrammar } from '../../bot/grammar/grammar.ts'
import { dayOfLunar, dayOfTerm, solarTerms } from '../../bot/grammar/days/lunar.ts'
import { calendarModule, soundModule } from '../../bot/grammar/make-tables.ts'
import { stripMention } from '../../bot/grammar/mention.ts'
import { readNumber } from '../../bot/grammar/numerals.ts'
import { compilePeople } from '../../bot/grammar/hearing/people.ts'
import { readQuantity } from '../../bot/grammar/quantities.ts'
import { splitQuote } from '../../bot/grammar/quote.ts'
import { compileListener } from '../../bot/grammar/hearing/sounds.ts'
import { NOW } from '../corpus/score.ts'
import { vocabulary } from './vocabulary.ts'

const TODAY = '2026-11-22'
const grammar = compileGrammar(vocabulary)

describe('parts of the grammar', () => {
  it('folds width, controls, white space, NUL and lone surrogates', () => {
    assert.equal(foldText('报　扫路\t２小时\u0000\ud800\u202e！'), '报 扫路 2小时!')
    assert.equal(foldText('a\r\n\r\n  b'), 'a\nb')
    assert.equal([...foldText('𠮷'.repeat(3000))].length, 2000)
    assert.ok([...foldText('ﷺ'.repeat(3000))].length <= 2000)
  })

  it('takes quotes apart, also with newlines, colons and brackets inside', () => {
    assert.deepEqual(splitQuote('「积分管家：待审#1042 王秀英」\n- - - - - - - - - - - - - - -\n同意'), {
      quote: { name: '积分管家', text: '待审#1042 王秀英' },
      text: '同意',
    })
    assert.deepEqual(splitQuote('「何金水：他说：「好」\n行」\n- - -\n嗯\n好'), {
      quote: { name: '何金水', text: '他说：「好」\n行' },
      text: '嗯\n好',
    })
    assert.deepEqual(splitQuote('「半句'), { quote: null, text: '「半句' })
  })

  it('takes the mention of the bot out of a line', () => {
    assert.deepEqual(stripMention('@积分管家\u2005查分', '积分管家'), { atBot: true, text: '查分' })
    assert.deepEqual(stripMention('查分 @积分管家', '积分管家'), { atBot: true, text: '查分' })
    assert.deepEqual(stripMention('@王秀英 查分', '积分管家'), { atBot: false, text: '@王秀英 查分' })
  })

  const numbers: readonly (readonly [string, number])[] = [
    ['十五', 15],
    ['廿三', 23],
    ['三百二', 320],
    ['两千三', 2300],
    ['二〇二六', 2026],
    ['一百零五', 105],
    ['3万', 30_000],
    ['一万二', 12_000],
    ['1,200', 1200],
    ['俩', 2],
  ]
  for (const [word, value] of numbers)
    it(`number ${word}`, () => {
      assert.equal(readNumber(word, 0)?.value, value)
    })

  const amounts: readonly (readonly [string, string, number])[] = [
    ['两个半小时', 'hours', 2.5],
    ['个把钟头', 'hours', 1],
    ['30分钟', 'hours', 0.5],
    ['半天', 'unit', 0.5],
    ['三袋半', 'unit', 3.5],
    ['一米五', 'unit', 1.5],
    ['四百毫升', 'unit', 400],
    ['三百多块', 'money', 300],
    ['一分钱', 'money', 0.01],
    ['十五分', 'points', 15],
    ['二组', 'group', 2],
  ]
  for (const [word, kind, value] of amounts)
    it(`amount ${word}`, () => {
      const read = readQuantity(word, 0)
      assert.deepEqual([read?.kind, read?.value, read?.length], [kind, value, word.length])
    })

  const days: readonly (readonly [string, string])[] = [
    ['今早', TODAY],
    ['昨儿个', '2026-11-21'],
    ['前天', '2026-11-20'],
    ['大前天', '2026-11-19'],
    ['上前天', '2026-11-19'],
    ['夜来个', '2026-11-21'],
    ['琴日', '2026-11-21'],
    ['上礼拜三', '2026-11-11'],
    ['这礼拜二', '2026-11-17'],
    ['廿号', '2026-11-20'],
    ['11.21', '2026-11-21'],
    ['初八', '2026-11-16'],
    ['十月初三', '2026-11-11'],
    ['寒衣节', '2026-11-09'],
    ['重阳', '2026-10-18'],
    ['五月五', '2026-06-19'],
    ['立冬', '2026-11-07'],
    ['腊月廿三', '2026-02-10'],
    ['上个月20号', '2026-10-20'],
    ['国庆节', '2026-10-01'],
    ['上个月', '2026-10'],
    ['上礼拜', '2026-11'],
  ]
  for (const [word, date] of days)
    it(`day ${word}`, () => {
      assert.equal(readDate(word, 0, TODAY)?.past, date)
    })

  it('has no single day for 月半', () => {
    assert.deepEqual(readDate('月半', 0, TODAY)?.candidates, ['2026-10-24', '2026-11-15'])
  })

  it('agrees with lunar-typescript on every lunar month and solar term of ten years', () => {
    for (let year = 2024; year < 2034; year += 1) {
      for (let month = 1; month <= 12; month += 1)
        assert.equal(dayOfLunar(year, month, 29), Lunar.fromYmd(year, month, 29).getSolar().toYmd())
      for (const term of solarTerms) {
        const [y = 0, m = 0, d = 0] = (dayOfTerm(year, term) ?? '').split('-').map(Number)
        assert.equal(Solar.fromYmd(y, m, d).getLunar().getJieQi(), term)
      }
    }
  })

  it('has tables as their maker writes them', async () => {
    const onDisk = (name: string): Promise<string> => readFile(new URL(`../../bot/grammar/${name}`, import.meta.url), 'utf8')
    assert.equal(await onDisk('days/calendar-table.ts'), calendarModule())
    assert.equal(await onDisk('hearing/sound-table.ts'), soundModule())
  })

  it('knows names, by-names, relatives and family names', () => {
    const people = compilePeople(vocabulary.people)
    const read = (text: string): readonly (string | undefined)[] => [people(text, 0)?.kind, people(text, 0)?.name]
    assert.deepEqual(read('张桂兰家多少分'), ['person', '张桂兰'])
    assert.deepEqual(read('老汉儿去了'), ['relative', '父亲'])
    assert.deepEqual(read('老李家扫了'), ['surname', '老李家'])
    assert.deepEqual(read('大家都来'), [undefined, undefined])
  })

  it('hears slips of the closed vocabulary and leaves other words alone', () => {
    const listen = compileListener(['申报', '通过', '不通过', '同意', '异议'], ['王秀英', '看望老人'])
    assert.equal(listen('申抱家分'), '申报加分')
    assert.equal(listen('王秀应看望老任'), '王秀英看望老人')
    assert.equal(listen('全部通过'), '全部通过')
    assert.equal(listen('有意义，统一一下，数学公式'), '有意义，统一一下，数学公式')
  })

  it('reads answers to questions', () => {
    assert.deepEqual(grammar.quantity('两个半小时'), { hours: 2.5 })
    assert.deepEqual(grammar.quantity('3'), { qty: 3 })
    assert.deepEqual(grammar.quantity('五袋吧'), { qty: 5, unit: '袋' })
    assert.equal(grammar.quantity('不知道'), null)
    for (const line of ['大概两个小时吧', '2小时，扫的村口那段', '早上扫了2小时，谢谢'])
      assert.deepEqual(grammar.quantity(line), { hours: 2 }, line)
    assert.deepEqual(grammar.quantity('2分 只扫了一半'), { qty: 2, unit: '分' })
    for (const line of ['今天买了三斤肉', '1001号审到哪一步了', '三个人，够了', '报 清河道 2天'])
      assert.equal(grammar.quantity(line), null, line)
    assert.deepEqual(grammar.date('大概是上礼拜三', NOW), { date: '2026-11-11' })
    assert.deepEqual(grammar.date('上个月', NOW), { date: '2026-10', approx: true })
    const choices: readonly (readonly [string, number | 'yes' | 'no' | null])[] = [
      ['1', 1],
      ['第二个', 2],
      ['选3', 3],
      ['对', 'yes'],
      ['好的', 'yes'],
      ['不是', 'no'],
      ['算了', 'no'],
      ['今天下雨', null],
    ]
    for (const [text, choice] of choices) assert.equal(grammar.choice(text), choice, text)
  })

  it('tells which rule read what', () => {
    const told: string[] = []
    grammar.parse({ text: '报 扫路 2小时', role: 'villager', now: NOW }, (rule) => told.push(rule))
    assert.deepEqual(told, ['words', 'marks', 'report of a deed'])
  })

  it('reads hostile lines of 2,000 characters in time that does not run away', () => {
    const lines = [
      '报',
      '一二三',
      '扫路',
      ',,,',
      '王秀英',
      '「',
      '1 ',
      '1通过 ',
      '不',
      '谢谢',
      '初一',
      '立冬',
      '1通过2驳回',
      '的',
      '?',
      '烧.',
      '除了王秀英和',
      '给他加分',
      '我也',
      '我',
      '我要',
      '清',
      '前十名',
      '上礼拜三',
      '三百块',
      '不是不',
      '\n1. 王秀英',
    ].map((piece) => piece.repeat(Math.ceil(2000 / piece.length)))
    for (const text of lines) {
      const took = [1, 2, 3, 4].map(() => {
        const start = performance.now()
        grammar.parse({ text, role: 'reviewer', now: NOW })
        return performance.now() - start
      })
      assert.ok(Math.min(...took) < 25, `${text.slice(0, 6)}… took ${Math.min(...took).toFixed(1)} ms`)
    }
  })
})

describe('people whom the register does not know', () => {
  const grammar = compileGrammar(vocabulary)
  const read = (text: string) => grammar.parse({ text, role: 'villager', now: NOW })

  for (const [text, who] of [
    ['代报 刘德华 扫路 1小时', ['刘德华']],
    ['代报刘德华扫路1小时', ['刘德华']],
    ['代报：刘德华家 昨天清河道', ['刘德华']],
    ['替刘德华报扫路', ['刘德华']],
    ['帮隔壁刘德华报一下扫路1小时', ['刘德华']],
    ['给欧阳锋报 扫路1小时', ['欧阳锋']],
    ['代报王秀英、刘德华扫路', ['王秀英', '刘德华']],
    ['代报 扫路 1小时', undefined],
    ['代报', undefined],
    ['帮他报一下扫路', undefined],
  ] as const) {
    it(`never turns 「${text}」 into a report of the speaker`, () => {
      const { intent, slots } = read(text)
      assert.equal(intent, 'report_proxy')
      assert.deepEqual(slots.who, who)
    })
  }

  it('keeps a report that is asked for oneself', () => {
    assert.deepEqual(read('帮我报一下扫路1小时').slots.who, ['self'])
  })
})

describe('days that do not exist', () => {
  const grammar = compileGrammar(vocabulary)

  for (const [text, date] of [
    ['报 11月31日扫路2小时', '2026-11-31'],
    ['报 2月30日扫路2小时', '2026-02-30'],
    ['报 13月5日扫路2小时', '2026-13-05'],
    ['报 11月0号扫路2小时', '2026-11-00'],
    ['报 十一月三十一号扫路2小时', '2026-11-31'],
    ['报 2026-11-31 扫路2小时', '2026-11-31'],
  ] as const) {
    it(`passes ${date} on as written`, () => {
      const { slots } = grammar.parse({ text, role: 'villager', now: NOW })
      assert.deepEqual([slots.date, slots.qty, slots.hours], [date, undefined, 2])
    })
  }
})

describe('a command word with its argument', () => {
  const grammar = compileGrammar(vocabulary)

  for (const [role, text, intent, target] of [
    ['villager', '进度 1001', 'query_status', '#1001'],
    ['reviewer', '撤 1001', 'revoke', '#1001'],
    ['villager', '撤 1001', 'withdraw', '#1001'],
    ['villager', '取消1033', 'withdraw', '#1033'],
    ['villager', '建议 村口装一盏灯', 'suggest', undefined],
  ] as const) {
    it(`${role}: ${text}`, () => {
      const read = grammar.parse({ text, role, now: NOW })
      assert.deepEqual([read.intent, read.slots.target], [intent, target])
    })
  }
})

describe('lines that must work from the first day', () => {
  const card = (text: string, answer: string): string => `「积分管家：${text}」\n- - - - - - - - - - - - - - -\n${answer}`
  const cases: readonly (readonly ['villager' | 'reviewer' | 'cadre', string, string, Readonly<Record<string, unknown>>])[] = [
    ['villager', '报 扫路 2小时', 'report', { cat: 'env_clean', hours: 2 }],
    ['villager', '报扫路2小时', 'report', { cat: 'env_clean', hours: 2 }],
    ['villager', '代报 张桂兰 看望老人', 'report_proxy', { who: ['张桂兰'], cat: 'elder_care' }],
    ['villager', '查分', 'query_balance', {}],
    ['villager', '明细', 'query_history', {}],
    ['villager', '排名', 'query_rank', {}],
    ['villager', '1001号审到哪一步了', 'query_status', { target: '#1001' }],
    ['villager', '#1001 审到哪一步了', 'query_status', { target: '#1001' }],
    ['reviewer', '1001通过', 'approve', { target: '#1001' }],
    ['reviewer', '通过 #1001', 'approve', { target: '#1001' }],
    ['reviewer', '1001 驳回 照片不清楚', 'reject', { target: '#1001', reason: '照片不清楚' }],
    ['reviewer', '1001改3分', 'approve_modified', { target: '#1001', points: 3 }],
    ['reviewer', card('待审#1002 王秀英 扫路 4分', '同意'), 'approve', { target: '#1002' }],
    ['reviewer', card('待审#1002 王秀英 扫路 4分', '不行'), 'reject', { target: '#1002' }],
    ['villager', card('待审#1002 王秀英 扫路 4分', '同意'), 'ignore', {}],
    ['cadre', card('绑定#1003 杨帆 3组', '同意'), 'approve', { target: '#1003' }],
    ['cadre', card('待审#1002 王秀英 扫路 4分', '同意'), 'ignore', {}],
    ['villager', '异议 1001 他没去', 'object', { target: '#1001' }],
    ['villager', '撤回', 'withdraw', { target: 'latest_report' }],
    ['villager', card('已收到#1001 扫路', '撤回'), 'withdraw', { target: '#1001' }],
    ['villager', '绑定 3组 杨帆', 'bind', { who: ['杨帆'], group_no: 3 }],
    ['villager', '帮助', 'help', {}],
    ['reviewer', '撤', 'revoke', { target: 'latest' }],
    ['reviewer', '1003维持 核实过了', 'resolve_objection', { target: '#1003', result: 'maintain' }],
    ['reviewer', '1003属实，补4分', 'resolve_objection', { target: '#1003', result: 'correct', points: 4 }],
    ['reviewer', '1003撤销', 'resolve_objection', { target: '#1003', result: 'reverse' }],
  ]
  for (const [role, text, intent, slots] of cases) {
    it(`${role}: ${text.replaceAll('\n', ' ')}`, () => {
      const read = grammar.parse({ text, role, now: NOW })
      assert.equal(read.intent, intent)
      for (const [name, value] of Object.entries(slots))
        assert.deepEqual(Object.entries(read.slots).find(([key]) => key === name)?.[1], value, name)
    })
  }

  it('leaves a numbered decision without the right to a private refusal, and strictly read to silence', () => {
    assert.equal(grammar.parse({ text: '1001通过', role: 'villager', now: NOW }).intent, 'approve')
    assert.equal(grammar.parse({ text: '1001通过', role: 'villager', now: NOW, strict: true }).intent, 'ignore')
  })

  it('names the words of a deed that nobody knows', () => {
    const read = grammar.parse({ text: '报 跳火圈 2次', role: 'villager', now: NOW })
    assert.equal(read.intent, 'report')
    assert.equal(read.unknown, '跳火圈')
  })
})
