import type { Finding } from './problem.ts'
import { wrong } from './problem.ts'
import type { Honour, Scheme } from '../scheme.ts'

/** How many kinds of bad record a party branch must have named (JS-R1). */
const badRecordKinds = 9

type At = Finding['path']

const known = (codes: readonly string[]) => (codes.length === 0 ? '还一个都没有写' : codes.join('、'))

function sectionFindings({ sections, items, caps }: Scheme): readonly Finding[] {
  const codes = Object.keys(sections)
  const missing = (code: string | undefined, at: At): readonly Finding[] =>
    code === undefined || codes.includes(code) ? [] : [wrong(at, `没有“${code}”这个栏目，请写 sections 里有的：${known(codes)}`)]
  const circular = (code: string): boolean => {
    const seen = [code]
    for (let next = sections[code]?.within; next !== undefined; next = sections[next]?.within) {
      if (seen.includes(next)) return true
      seen.push(next)
    }
    return false
  }
  return [
    ...codes.flatMap((code) => missing(sections[code]?.within, ['sections', code, 'within'])),
    ...codes.filter(circular).map((code) => wrong(['sections', code, 'within'], `栏目“${code}”绕回了自己，请改掉 within`)),
    ...items.flatMap(({ section }, index) => missing(section, ['items', index, 'section'])),
    ...caps.flatMap((cap, index) => cap.sections.flatMap((code, place) => missing(code, ['caps', index, 'sections', place]))),
    ...caps.flatMap(({ cats, sections: own }, index) =>
      cats.length + own.length > 0 ? [] : [wrong(['caps', index], '这条封顶没有写管哪些类别或栏目，请写 cats 或 sections')],
    ),
  ]
}

/** A book is told in a unit that one of its items is counted in. */
function unitFindings(code: string, unit: string | undefined, items: Scheme['items']): readonly Finding[] {
  const units = items.flatMap(({ book, rate }) => (book === code && rate.kind === 'per-unit' ? rate.units.map(({ name }) => name) : []))
  return unit === undefined || units.includes(unit)
    ? []
    : [wrong(['books', code, 'shownIn'], `这本账没有按“${unit}”计的积分项目，请写项目里有的单位：${known(units)}`)]
}

function bookFindings({ books, items, honours, issues, pools, badRecords }: Scheme): readonly Finding[] {
  const codes = Object.keys(books)
  const missing = (code: string, at: At): readonly Finding[] =>
    codes.includes(code) ? [] : [wrong(at, `没有“${code}”这本账，请写 books 里有的：${known(codes)}`)]
  return [
    ...Object.entries(books).flatMap(([code, { shownIn }]) => unitFindings(code, shownIn, items)),
    ...honours.flatMap(({ book }, index) => missing(book, ['honours', index, 'book'])),
    ...issues.flatMap(({ book, from }, index) => [
      ...missing(book, ['issues', index, 'book']),
      ...missing(from, ['issues', index, 'from']),
      ...(book === from ? [wrong(['issues', index, 'book'], '发券的账本和记荣誉的账本要分开，请另立一本')] : []),
    ]),
    ...pools.flatMap(({ book }, index) => missing(book, ['pools', index, 'book'])),
    ...(badRecords === undefined ? [] : missing(badRecords.book, ['badRecords', 'book'])),
  ]
}

function levelFindings(honour: Honour, index: number): readonly Finding[] {
  if (honour.kind !== 'stars' && honour.kind !== 'grades') return []
  return honour.levels.flatMap(({ title, from }, place) => {
    const before = honour.levels[place - 1]
    return before === undefined || from > before.from
      ? []
      : [
          wrong(
            ['honours', index, 'levels', place],
            `“${title}”的起点${String(from)}不比上一档的${String(before.from)}高，永远轮不到；请从低到高写`,
          ),
        ]
  })
}

function honourFindings({ honours, badRecords }: Scheme): readonly Finding[] {
  const codes = honours.map(({ code }) => code)
  return honours.flatMap((honour, index) => [
    ...(codes.indexOf(honour.code) < index ? [wrong(['honours', index, 'code'], `荣誉编号“${honour.code}”用了两次，请另起一个`)] : []),
    ...levelFindings(honour, index),
    ...(honour.kind === 'grades' && honour.lowestByBadRecord && badRecords === undefined
      ? [wrong(['honours', index, 'lowestByBadRecord'], '办法里没有写不良记录，请写 badRecords，或改成 false')]
      : []),
  ])
}

function panelFindings({ panel }: Scheme): readonly Finding[] {
  if (panel === undefined) return []
  return (['scorers', 'invited', 'supervisors'] as const).flatMap((group) => {
    const range = panel[group]
    return range === undefined || range.min <= range.max ? [] : [wrong(['panel', group], `人数的下限比上限还大，请对调`)]
  })
}

function recordFindings({ badRecords }: Scheme): readonly Finding[] {
  if (badRecords === undefined || badRecords.kinds.length === badRecordKinds) return []
  return [
    wrong(
      ['badRecords', 'kinds'],
      `不良记录要正好${String(badRecordKinds)}类（津市红色存折），现在写了${String(badRecords.kinds.length)}类，请由支部补齐或合并`,
    ),
  ]
}

/** Parts of a scheme that name each other: sections, books, levels in order, people enough; nothing may point nowhere. */
export const structureChecks = (scheme: Scheme): readonly Finding[] => [
  ...sectionFindings(scheme),
  ...bookFindings(scheme),
  ...honourFindings(scheme),
  ...panelFindings(scheme),
  ...recordFindings(scheme),
]
