import { pinyin } from 'pinyin-pro'
import type { LimitChange, NewItem, SimpleRate } from '../../models/scheme-change.ts'
import { goodCats, type Cat } from '../categories.ts'
import type { Scheme } from '../scheme.ts'
import type { Edit, Json } from './edit-text.ts'

/** Where a new item stands: its kind of conduct, and its heading in a scheme that has headings. */
interface Place {
  readonly cat: Cat
  readonly section: string | null
}

/** A new item ready to be written, or what has to be said first: in which class it stands, or how many units at most. */
export type NewPlanned =
  | { readonly edits: readonly Edit[]; readonly heading: string; readonly problem: string }
  | { readonly choose: readonly string[] }
  | { readonly lacks: 'most' }

/** 「为了 独居老人吃得上热饭」 without its first word, as the trouble stands in the scheme. */
const trouble = (said: string): string => said.replace(/^是?(?:为了|为的是|解决|针对|因为)[ :,]*/u, '')

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** What is called so, else the one thing that is called nearly so. */
const called = <T extends { readonly title: string }>(all: readonly T[], said: string): T | undefined =>
  all.find(({ title }) => title === said) ?? only(all.filter(({ title }) => title.includes(said)))

const leaves = ({ sections }: Scheme) =>
  Object.entries(sections)
    .filter(([code]) => !Object.values(sections).some(({ within }) => within === code))
    .map(([code, { title }]) => ({ code, title }))

/** The kinds of good conduct by the village's names. */
const kinds = ({ categories }: Scheme) => goodCats.map((cat) => ({ cat, title: categories[cat].name }))

/** The kind of conduct that is meant: by its own name, by the name of one of its items (邻里 → 邻里互助), or by one of its words. */
function kindOf(scheme: Scheme, said: string): Cat | undefined {
  const items = scheme.items.filter(({ kind }) => kind === 'award').map(({ cat, name }) => ({ cat, title: name }))
  const words = goodCats.flatMap((cat) => scheme.categories[cat].words.map((title) => ({ cat, title })))
  for (const names of [kinds(scheme), items, words]) {
    const exact = names.find(({ title }) => title === said)
    const cat = exact?.cat ?? only([...new Set(names.filter(({ title }) => title.includes(said)).map((one) => one.cat))])
    if (cat !== undefined) return cat
  }
  return undefined
}

/** The class that is meant: a heading by its title, or a kind of conduct by its name or one of its words. */
function placeOf(scheme: Scheme, said: string): Place | undefined {
  const section = called(leaves(scheme), said)
  if (section) {
    const cats = new Set(scheme.items.filter((item) => item.section === section.code && item.kind === 'award').map(({ cat }) => cat))
    return { cat: only([...cats]) ?? 'other', section: section.code }
  }
  const cat = kindOf(scheme, said)
  if (cat === undefined) return undefined
  if (Object.keys(scheme.sections).length === 0) return { cat, section: null }
  const heading = only([...new Set(scheme.items.filter((item) => item.cat === cat).flatMap((item) => item.section ?? []))])
  return heading === undefined ? undefined : { cat, section: heading }
}

/** The classes a new item can stand in, as the village calls them: its headings, or the kinds of good conduct. */
function headings(scheme: Scheme): readonly string[] {
  const titles = leaves(scheme).map(({ title }) => title)
  if (titles.length > 0) return titles
  return kinds(scheme).map(({ title }) => title)
}

/** 送餐 → song-can; a second one of the same sound gets a number. */
function codeOf({ items }: Scheme, name: string): string {
  const sound = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .map((part) => part.normalize('NFD').replace(/[^a-zA-Z0-9]/gu, ''))
    .filter((part) => part !== '')
    .join('-')
  const plain = /^[a-zA-Z]/u.test(sound) ? sound : `item${sound === '' ? '' : `-${sound}`}`
  const taken = new Set(items.map(({ code }) => code))
  let code = plain
  for (let turn = 2; taken.has(code); turn += 1) code = `${plain}-${String(turn)}`
  return code
}

const rateOf = (rate: SimpleRate, max: number): Json =>
  rate.kind === 'per-unit' ? { kind: 'per-unit', units: [{ name: rate.unit, points: rate.points, max }] } : { ...rate }

const lines = (limits: readonly LimitChange[], kind: LimitChange['kind']): readonly Json[] =>
  limits.flatMap(({ kind: own, most, per, of }) =>
    own !== kind || most === null ? [] : [{ [kind === 'times' ? 'times' : 'points']: most, per, ...(of === 'person' ? { of } : {}) }],
  )

/** What has to be written for a new award of a simple kind, behind the last item of the scheme. */
export function planNewItem(scheme: Scheme, { name, rate, heading, limits, problem: said }: NewItem): NewPlanned {
  const place = heading === null ? undefined : placeOf(scheme, heading)
  if (place === undefined) return { choose: headings(scheme) }
  const max = rate.kind === 'per-unit' ? rate.max : 1
  if (max === null) return { lacks: 'most' }
  // until the trouble is told, the name stands for it
  const problem = trouble(said ?? name)
  const [times, caps] = [lines(limits, 'times'), lines(limits, 'cap')]
  const item: Json = {
    code: codeOf(scheme, name),
    cat: place.cat,
    ...(place.section === null ? {} : { section: place.section }),
    name,
    problem,
    rate: rateOf(rate, max),
    ...(times.length === 0 ? {} : { limits: times }),
    ...(caps.length === 0 ? {} : { caps }),
  }
  const title = place.section === null ? scheme.categories[place.cat].name : (scheme.sections[place.section]?.title ?? '')
  return { edits: [{ path: ['items', scheme.items.length], value: item }], heading: title, problem }
}
