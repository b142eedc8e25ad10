import type { Finding } from './problem.ts'
import { wrong } from './problem.ts'
import { mandatoryByBase } from '../bases.ts'
import { leastOf, mostOf } from '../rates/rate-bounds.ts'
import type { Item, Scheme } from '../scheme.ts'
import { boundsOf, sectionsOf } from '../rates/sections.ts'

/** JZ-1: what must be appraised is there, and something under it earns points for good. */
function mandatoryFinding(scheme: Scheme, code: string, at: Finding['path']): readonly Finding[] {
  const section = scheme.sections[code]
  if (section === undefined) return [wrong(at, `必评的栏目“${code}”没有写，请在 sections 里补上，不能少`)]
  const awards = scheme.items.filter((item) => item.kind === 'award' && sectionsOf(scheme, item).includes(code))
  if (awards.length === 0) return [wrong(at, `必评的栏目“${section.title}”下面没有加分项，请至少写一项`)]
  return awards.some(({ endsOn }) => endsOn === undefined)
    ? []
    : [wrong(at, `必评的栏目“${section.title}”下面的加分项都要停，到期就空了，请至少留一项`)]
}

/** What the file itself calls mandatory, and what the scheme it was made from does, whether or not the file still says so. */
function mandatoryFindings(scheme: Scheme): readonly Finding[] {
  const unwritten = [...mandatoryByBase(scheme)].filter(([code]) => !scheme.mandatory.includes(code))
  const at = [scheme.base === undefined ? 'code' : 'base']
  return [
    ...scheme.mandatory.flatMap((code, index) => mandatoryFinding(scheme, code, ['mandatory', index])),
    ...unwritten.flatMap(([code, title]) =>
      mandatoryFinding(scheme, code, at).map((finding) =>
        scheme.sections[code] === undefined ? wrong(at, `必评的栏目“${title}”（${code}）没有写，请在 sections 里补上，不能少`) : finding,
      ),
    ),
  ]
}

/** GY-3, GY-4: points of one report within what its heading allows. */
function boundFindings(scheme: Scheme, item: Item, index: number): readonly Finding[] {
  const { least, most } = boundsOf(scheme, item)
  const [fewest, largest] = [leastOf(item.rate), mostOf(item.rate)]
  const at = ['items', index, 'rate']
  const title = item.section === undefined ? '' : (scheme.sections[item.section]?.title ?? '')
  return [
    ...(least !== undefined && fewest < least
      ? [wrong(at, `“${item.name}”最少${String(fewest)}分，“${title}”一次不能少于${String(least)}分，请改大分值`)]
      : []),
    ...(most !== undefined && largest > most
      ? [wrong(at, `“${item.name}”最多${String(largest)}分，“${title}”一次不能多于${String(most)}分，请改小分值`)]
      : []),
  ]
}

function upsideDown({ sections }: Scheme): readonly Finding[] {
  return Object.entries(sections).flatMap(([code, { title, least, most }]) =>
    least !== undefined && most !== undefined && least > most
      ? [wrong(['sections', code], `栏目“${title}”的最低分${String(least)}比最高分${String(most)}还高，请对调`)]
      : [],
  )
}

/** FX-1: standards of groups are 重点 or 一般, nothing else is. */
function standardFindings({ engine, standard, name }: Item, index: number): readonly Finding[] {
  if ((engine === 'groups') === (standard !== undefined)) return []
  const message =
    engine === 'groups'
      ? `“${name}”是村组验收的标准，要写明重点还是一般，请写 standard: key 或 standard: general`
      : `“${name}”不是村组验收的标准，请删掉 standard`
  return [wrong(['items', index], message)]
}

/** What headings ask of the items under them. */
export const sectionChecks = (scheme: Scheme): readonly Finding[] => [
  ...mandatoryFindings(scheme),
  ...upsideDown(scheme),
  ...scheme.items.flatMap((item, index) => [...boundFindings(scheme, item, index), ...standardFindings(item, index)]),
]
