import { isOpen } from '../../rules/rates/engines.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { sectionsOf } from '../../rules/rates/sections.ts'
import { shortRate } from './rules.ts'

/** What earns points under one heading, or under none, with the headings within it. */
interface Heading {
  readonly title: string
  readonly items: readonly Item[]
  readonly within: readonly Heading[]
}

const awardsOf = ({ items }: Pick<Scheme, 'items'>): readonly Item[] => items.filter(({ kind }) => kind === 'award')

/** All awards under a heading, those of the headings within it included. */
const under = (scheme: Scheme, code: string): readonly Item[] => awardsOf(scheme).filter((item) => sectionsOf(scheme, item).includes(code))

function headingsIn(scheme: Scheme, parent: string | undefined): readonly Heading[] {
  return Object.entries(scheme.sections)
    .filter(([code, { within }]) => within === parent && under(scheme, code).length > 0)
    .map(([code, { title }]) => ({ title, items: under(scheme, code), within: headingsIn(scheme, code) }))
}

/** 「公德美德5项」「贡献积分（表彰奖励1项、立功表现2项）」「绿色回收还没有开通」. */
function headingText({ title, items, within }: Heading): string {
  const open = items.filter(isOpen).length
  if (open === 0) return `${title}还没有开通`
  const parts = within.map(headingText)
  return parts.length === 0 ? `${title}${String(open)}项` : `${title}（${parts.join('、')}）`
}

/** The heading that is shown as an example of how to ask for one: the first with something open. */
function exampleOf(headings: readonly Heading[]): string {
  const shown = headings.find(({ items }) => items.some(isOpen)) ?? headings[0]
  return shown === undefined || shown.within.length === 0 ? (shown?.title ?? '') : exampleOf(shown.within)
}

const shortList = (items: readonly Item[]): string => items.map((item) => `${item.name}${shortRate(item)}`).join('、')

const nameList = (items: readonly Item[]): string => `${String(items.length)}项：${items.map(({ name }) => name).join('、')}`

const askHeading = (headings: readonly Heading[]): string => `看一栏发“积分办法 ${exampleOf(headings)}”。`

const howToReport = '细则发“扫路给几分”这样问；别的好事也可以报，评议会上提。'

/** 单子: everything that earns points, in four lines; one with headings is asked for by heading, so that sixty items stay readable. */
export function catalogue(scheme: Scheme): string {
  const awards = awardsOf(scheme)
  const open = awards.filter(isOpen)
  const headings = headingsIn(scheme, undefined)
  if (headings.length === 0) return [`能加分的${String(open.length)}项：`, shortList(open), howToReport].join('\n')
  const others = open.filter(({ section }) => section === undefined)
  const parts = [...headings.map(headingText), ...(others.length === 0 ? [] : [`其他：${shortList(others)}`])]
  return [`能加分的${String(open.length)}项，按栏目：`, `${parts.join('；')}。`, askHeading(headings), howToReport].join('\n')
}

/** One heading of the 单子: its items with their rates, or the headings within it; at most four lines. */
export function sectionCatalogue(scheme: Scheme, code: string): string {
  const title = scheme.sections[code]?.title ?? code
  const items = under(scheme, code)
  const within = headingsIn(scheme, code)
  if (within.length > 0) return [`${title}：${within.map(headingText).join('、')}。`, askHeading(within)].join('\n')
  if (items.length === 0) return `${title}现在还没有加分的项目。觉得该有，发“建议 …”，评议会上提。`
  const open = items.filter(isOpen)
  const closed = items.filter((item) => !isOpen(item))
  if (open.length === 0) return `${title}还没有开通，共${nameList(closed)}。`
  const example = open.find(({ whoMayReport }) => whoMayReport === 'anyone' || whoMayReport === 'household')
  return [
    `${title}${String(open.length)}项：${shortList(open)}。`,
    ...(closed.length === 0 ? [] : [`还没有开通的${nameList(closed)}。`]),
    example === undefined ? '这一栏由评议小组评，不用自己报。' : `做完发“报 ${example.name}”。`,
  ].join('\n')
}

/** 扣分的项目: what takes points, and that nothing is taken before it could be mended. */
export function deductions({ items }: Pick<Scheme, 'items'>): string {
  const taken = items.filter(({ kind }) => kind === 'deduction')
  if (taken.length === 0) return '本村办法没有扣分项。'
  return [
    `会扣分的${String(taken.length)}项：${shortList(taken)}。`,
    '都先私下提醒，期限内改好不扣；没改，两户评议员核实才扣，可以申诉。',
  ].join('\n')
}
