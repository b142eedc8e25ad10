import assert from 'node:assert/strict'
import { compileGrammar, type Grammar } from '../../bot/grammar/grammar.ts'
import { trainingVocabulary } from '../../cli/parse/live-vocabulary.ts'
import type { LimitChange, SchemeChange } from '../../models/scheme-change.ts'
import type { ParserRole } from '../../models/role.ts'
import { NOW } from '../corpus/score.ts'

const range = (min: number | null, max: number | null, usual: number | null = null): SchemeChange => ({ kind: 'range', min, max, usual })
const times = (most: number | null, per: LimitChange['per'], of: LimitChange['of'] = null): LimitChange => ({
  kind: 'times',
  most,
  per,
  of,
})
const cap = (most: number | null, per: LimitChange['per'], of: LimitChange['of'] = null): LimitChange => ({ kind: 'cap', most, per, of })
const points = (value: number, from: number | null = null): SchemeChange => ({ kind: 'points', points: value, from })
const evidence = (value: 'none' | 'wanted' | 'required'): SchemeChange => ({ kind: 'evidence', evidence: value })
const end: SchemeChange = { kind: 'end' }
const reopen: SchemeChange = { kind: 'reopen' }

/** what a cadre types, the item, what shall be different, and from when where the line says so */
const changes: readonly (readonly [string, string, SchemeChange, string?])[] = [
  ['扫路 改成 2到5分', 'sweep-road', range(2, 5)],
  ['扫路改成2-5分', 'sweep-road', range(2, 5)],
  ['把扫路改成每次2至5分', 'sweep-road', range(2, 5)],
  ['邻里互助 调整为 两到六分', 'help-neighbor', range(2, 6)],
  ['邻里互助的分值改成1分到4分', 'help-neighbor', range(1, 4)],
  ['邻里互助 最高改成6分', 'help-neighbor', range(null, 6)],
  ['邻里互助 最低改为一分', 'help-neighbor', range(1, null)],
  ['邻里互助 常见改成4分', 'help-neighbor', range(null, null, 4)],
  ['扫路 每月最多4次', 'sweep-road', times(4, 'month')],
  ['扫路 每户每天最多两次', 'sweep-road', times(2, 'day', 'household')],
  ['扫路 每人每天不超过2次', 'sweep-road', times(2, 'day', 'person')],
  ['扫路 每季度每户最多报10次', 'sweep-road', times(10, 'quarter', 'household')],
  ['扫路每月上限改成4次', 'sweep-road', times(4, 'month')],
  ['扫路 上限改成每月4次', 'sweep-road', times(4, 'month')],
  ['扫路改为每月4次', 'sweep-road', times(4, 'month')],
  ['献血 总共最多1次', 'blood', times(1, 'once')],
  ['扫路 每天不限次数', 'sweep-road', times(null, 'day')],
  ['扫路 每户每年最多30分', 'sweep-road', cap(30, 'year', 'household')],
  ['看望老人 每月最多改成40分', 'visit-elder', cap(40, 'month')],
  ['看望老人 每月上限改成40分', 'visit-elder', cap(40, 'month')],
  ['看望老人 每月不封顶', 'visit-elder', cap(null, 'month')],
  ['从1月1日起 取消 扫路', 'sweep-road', end, '2027-01-01'],
  ['扫路 从1月1日起 停', 'sweep-road', end, '2027-01-01'],
  ['扫路 到12月31日为止', 'sweep-road', end, '2027-01-01'],
  ['取消项目 扫路', 'sweep-road', end],
  ['停用 扫路', 'sweep-road', end],
  ['暂停 扫路,从2027年3月1日起', 'sweep-road', end, '2027-03-01'],
  ['从明年3月1日起 恢复 扫路', 'sweep-road', reopen, '2027-03-01'],
  ['恢复项目 扫路', 'sweep-road', reopen],
  ['扫路 改成 要照片', 'sweep-road', evidence('required')],
  ['扫路改为必须拍照', 'sweep-road', evidence('required')],
  ['扫路 凭证改为最好有照片', 'sweep-road', evidence('wanted')],
  ['扫路 改为不用照片', 'sweep-road', evidence('none')],
  ['看望老人 改为 每次3分,从明年3月1日起', 'visit-elder', points(3), '2027-03-01'],
  ['扫路 每小时 改成 3分', 'sweep-road', points(3)],
  ['献血 市级满3次 改成 8分', 'blood', points(8, 3)],
  ['献血 改成 百分之5', 'blood', { kind: 'percent', percent: 5 }],
  ['试算 扫路 每月最多4次', 'sweep-road', times(4, 'month')],
]

const meal = { name: '送餐', rate: { kind: 'fixed', points: 2 }, heading: '邻里', limits: [], problem: null } as const

const items: readonly (readonly [string, SchemeChange])[] = [
  ['新增项目 送餐 每次2分 类别 邻里', { kind: 'new', item: meal }],
  ['新增积分项目：送餐，一次2分，归邻里', { kind: 'new', item: meal }],
  [
    '新增项目 送餐 每次1到3分 类别邻里 每月最多4次 为了 独居老人吃得上热饭',
    {
      kind: 'new',
      item: { ...meal, rate: { kind: 'ranged', min: 1, max: 3 }, limits: [times(4, 'month')], problem: '为了 独居老人吃得上热饭' },
    },
  ],
  [
    '增加项目 教用手机 每小时2分 最多3小时 栏目 志愿 每户每年最多30分',
    {
      kind: 'new',
      item: {
        ...meal,
        name: '教用手机',
        rate: { kind: 'per-unit', unit: '小时', points: 2, max: 3 },
        heading: '志愿',
        limits: [cap(30, 'year', 'household')],
      },
    },
  ],
  ['新增一项：护河一次2分', { kind: 'new', item: { ...meal, name: '护河', heading: null } }],
]

/** what people say of the same things, among themselves */
const talk: readonly string[] = [
  '扫路的人要改成两个',
  '扫路每月最多4次',
  '扫路每月最多4次就行了',
  '今后扫路每天最多报两次',
  '扫路每天不限次数',
  '大家想把扫路改成2到5分',
  '建议扫路改成2到5分',
  '听说扫路改成2到5分',
  '扫路是不是改成2到5分了',
  '扫路改成2到5分行吗',
  '取消扫路',
  '暂停扫路',
  '扫路恢复了',
  '新增项目的钱还没到',
  '增加一个项目 修路 50万',
  '照片改成要横着拍',
]

describe('changes of the scheme', () => {
  let grammar: Grammar
  before(async () => {
    grammar = compileGrammar(await trainingVocabulary())
  })

  const read = (text: string, role: ParserRole = 'cadre') => grammar.parse({ text, role, now: NOW })

  for (const [text, item, change, from] of changes) {
    it(`「${text}」`, () => {
      const { intent, change: found, matched, slots } = read(text)
      assert.deepEqual([intent, found, matched?.[0], slots.date], ['set_rule', change, item, from])
    })
  }

  for (const [text, change] of items) {
    it(`「${text}」`, () => {
      const { intent, change: found } = read(text)
      assert.deepEqual([intent, found], ['set_rule', change])
    })
  }

  for (const text of talk) {
    it(`「${text}」 is nothing for the bot`, () => {
      for (const role of ['cadre', 'reviewer', 'villager'] as const) {
        const { intent, change } = read(text, role)
        assert.equal(change, undefined, role)
        assert.ok(['ignore', 'suggest', 'query_rules'].includes(intent), `${role}: ${intent}`)
      }
    })
  }

  it('are a cadre’s: from a villager they are the rule as people tell it, no deed and no answer unless the bot is called', () => {
    for (const [text] of changes.filter(([line]) => !line.startsWith('试算'))) assert.equal(read(text, 'villager').intent, 'ignore', text)
    assert.equal(grammar.parse({ text: '扫路 每月最多4次', role: 'villager', now: NOW, atBot: true }).intent, 'set_rule')
  })

  it('are heard without a gap when the bot is called', () => {
    assert.deepEqual(grammar.parse({ text: '扫路每月最多4次', role: 'cadre', now: NOW, atBot: true }).change, times(4, 'month'))
  })

  it('leave a quoted card, and a reviewer’s points, to the review', () => {
    const quote = { name: '积分管家', text: '待审#1042 王秀英 扫路 4分' }
    assert.equal(grammar.parse({ text: '改成3分', role: 'reviewer', now: NOW, quote }).intent, 'approve_modified')
    assert.equal(read('王秀英扫路改成3分', 'reviewer').change, undefined)
    assert.equal(read('扫路 改成 3分', 'reviewer').change, undefined)
  })
})
