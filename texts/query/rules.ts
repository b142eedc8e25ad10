import { isCat } from '../../rules/categories.ts'
import { isOpen } from '../../rules/rates/engines.ts'
import type { Book, Item, Rate, RateUnit, Scheme } from '../../rules/scheme.ts'
import { capsOn } from '../../rules/rates/sections.ts'
import { dayText } from '../format.ts'
import { periodWord } from '../period.ts'

/** 「2分」, or 「0.50元」 where the book keeps money in fen. */
const worth = (points: number, unit: Book['unit']): string => (unit === 'fen' ? `${(points / 100).toFixed(2)}元` : `${String(points)}分`)

const unitRate = ({ name, points, per }: RateUnit, unit: Book['unit']): string =>
  `每${per === 1 ? '' : String(per)}${name}${worth(points, unit)}`

interface Step {
  readonly from: number
  readonly points: number
}

const stepsText = (steps: readonly Step[], unit: string): string =>
  steps.map(({ from, points }) => `满${String(from)}${unit}${String(points)}分`).join('、')

/** What a deed earns, in a few words: 「每小时2分」「2到5分」「村3分、镇5分」. */
export function rateText(rate: Rate, unit: Book['unit'] = 'point'): string {
  switch (rate.kind) {
    case 'fixed':
      return worth(rate.points, unit)
    case 'per-unit':
      return rate.units.map((each) => unitRate(each, unit)).join('，')
    case 'ranged':
      return `${String(rate.min)}到${String(rate.max)}分，评议员看轻重定`
    case 'tiered':
      return rate.by === 'level'
        ? rate.tiers.map(({ level, points }) => `${level}${String(points)}分`).join('、')
        : stepsText(rate.tiers, rate.unit.name)
    case 'table':
      return rate.rows.map(({ level, tiers }) => `${level}：${stepsText(tiers, rate.unit.name)}`).join('；')
    case 'share':
      return `按${rate.of.name}数的百分之${String(rate.percent)}计分`
  }
}

/** Whom a limit counts by, as the village says it. */
export const ofWord = { household: '每户', person: '每人', child: '每个孩子' } as const

const evidenceText = { none: '不用凭证', wanted: '最好有照片', required: '要凭证（照片或给评议员看原件）' } as const satisfies Record<
  Item['evidence'],
  string
>

const isOne = (name: string | undefined): name is string => name !== undefined

interface Capped {
  readonly cats: readonly string[]
  readonly sections: readonly string[]
}

/** 「义务工和志愿活动」: what a cap holds down together, by the village's names. */
export function cappedNames(scheme: Pick<Scheme, 'categories' | 'sections'>, { cats, sections }: Capped): string {
  const names = [
    ...cats.map((cat) => (isCat(cat) ? scheme.categories[cat].name : undefined)),
    ...sections.map((code) => scheme.sections[code]?.title),
  ]
  return names.filter(isOne).join('和')
}

function limitsOf(item: Item, scheme: Scheme): string {
  const times = item.limits.map(({ times: most, per, of }) => `${ofWord[of]}${periodWord[per]}${String(most)}次`)
  const caps = item.caps.map(({ points, per, of }) => `${ofWord[of]}${periodWord[per]}${String(points)}分`)
  const together = capsOn(scheme, item).map(
    (cap) => `${cappedNames(scheme, cap)}合起来${ofWord[cap.of]}${periodWord[cap.per]}${String(cap.points)}分`,
  )
  const all = [...times, ...caps, ...together]
  return all.length === 0 ? '不限次数' : `最多${all.join('，')}`
}

/** Where the points go when it is not the main book. */
function bookNote({ book: code }: Item, book: Book | undefined): string {
  if (code === 'main' || book === undefined) return ''
  return book.redeemable || book.holder !== 'household' ? `（记${book.title}）` : '（只记荣誉）'
}

/** What one item earns, how often, and what has to be shown. */
export function itemRules(item: Item, scheme: Scheme): string {
  if (item.kind === 'deduction') {
    const days = item.rectifyDays === undefined ? '' : `${String(item.rectifyDays)}天内`
    return `${item.name}：先私下提醒，${days}改好不扣；没改，两户评议员核实后扣${rateText(item.rate)}。`
  }
  const book = scheme.books[item.book]
  const rate = `${item.name}：${rateText(item.rate, book?.unit)}${bookNote(item, book)}`
  if (!isOpen(item)) return `${rate}。机器人这一块还没有开通，开通了在群里说。`
  return [
    `${rate}。`,
    `${limitsOf(item, scheme)}；${evidenceText[item.evidence]}。`,
    `做完${String(scheme.reportWindowDays)}天内发“报 ${item.name} …”。${item.endsOn === undefined ? '' : `这一项到${dayText(item.endsOn)}为止。`}`,
  ].join('\n')
}

/** Several items of one kind, one line each. */
export const itemsRules = (items: readonly Item[]): string => items.map((item) => `${item.name}：${rateText(item.rate)}`).join('\n')

/** 「扫路2分/小时」: the item's rate in as few letters as can be. */
export const shortRate = ({ rate }: Item): string => {
  if (rate.kind === 'per-unit')
    return rate.units[0]
      ? `${String(rate.units[0].points)}分/${rate.units[0].per === 1 ? '' : String(rate.units[0].per)}${rate.units[0].name}`
      : ''
  if (rate.kind === 'ranged') return `${String(rate.min)}–${String(rate.max)}分`
  if (rate.kind === 'fixed') return `${String(rate.points)}分`
  if (rate.kind === 'share') return `${rate.of.name}的${String(rate.percent)}%`
  const steps: readonly { readonly points: number }[] = rate.kind === 'table' ? rate.rows.flatMap(({ tiers }) => tiers) : rate.tiers
  const points = steps.map((step) => step.points)
  return `${String(Math.min(...points))}–${String(Math.max(...points))}分`
}

/** What points are for; money is named only when the scheme does so. */
export const uses = (lines: readonly string[], cash: boolean): string =>
  [
    ...(cash && !lines.some((line) => line.includes('现金')) ? ['积分不能折现金，也不能转卖。'] : []),
    lines.length === 0 ? '本村办法还没写积分怎么用，想法可发“建议 …”。' : `本村积分：${lines.join('；')}。`,
  ].join('\n')

const noticeText = { running: '审核通过当天就开始公示', monthly: '审核通过的每月一起公示', quarterly: '审核通过的每季一起公示' } as const

/** When points are booked: the notice, its days, and how to object. */
export const noticeRule = ({ kind, days, answerDays }: Scheme['notice']): string =>
  [
    `${noticeText[kind]}，公示${String(days)}天，没有异议就入账。`,
    `有异议发“异议 #编号 原因”，${String(answerDays)}天内答复；自己的进度发“1001号审到哪一步了”。`,
  ].join('\n')

const resetText = { never: '终生有效，不清零', yearly: '每年年底清零，从基础分重新算', 'carry-over': '年底结转到下一年' } as const

/** Whether points run out. */
export const expiry = (book: Scheme['books']['main']): string => `${book.title}${resetText[book.reset]}。换了东西，累计荣誉分也不减。`

const holderText = { household: '以户为单位，一家人做的都记到户上', person: '以个人为单位', group: '以村民小组为单位' } as const

/** Who may take part; joining and leaving are free (MIN-7), residents from elsewhere need the meeting's recognition (GY-1, RA-1). */
export const eligibility = (holder: Scheme['books']['main']['holder']): string =>
  [
    `${holderText[holder]}；本村的户都能参加，自愿，退出也不影响已有的分。`,
    '外来常住的，村民代表会议认可、会计登记后一样参加。',
    '还没绑定的发“绑定 2组 姓名”。',
  ].join('\n')

/** Limits in general: the window for reports and what is capped together. */
export function limits(scheme: Scheme): string {
  const caps = scheme.caps.map((cap) => `${cappedNames(scheme, cap)}${ofWord[cap.of]}${periodWord[cap.per]}最多${String(cap.points)}分`)
  return [
    `做完${String(scheme.reportWindowDays)}天内都能报${caps.length === 0 ? '' : `；${caps.join('；')}`}。`,
    `审过公示${String(scheme.notice.days)}天，没有异议就入账。`,
    '每一项的上限发“扫路给几分”这样问。',
  ].join('\n')
}

/** A deed the village knows but gives nothing for. */
export const noPoints = (name: string): string => `“${name}”办法里还没有计分。觉得该有，发“建议 …”，评议会上提。`
