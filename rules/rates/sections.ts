import type { CategoryCap, Item, Scheme } from '../scheme.ts'

type Sectioned = Pick<Scheme, 'sections'>

/** The headings an item stands under, its own first: 公德美德, then the 基础积分 it belongs to. */
export function sectionsOf({ sections }: Sectioned, item: Pick<Item, 'section'>): readonly string[] {
  const found: string[] = []
  // a heading that stands within itself is refused by the checks; here it only must not go round for ever
  for (let code = item.section; code !== undefined && !found.includes(code); code = sections[code]?.within) found.push(code)
  return found
}

/** True when a cap counts deeds of an item, by its category or by a heading above it; a deduction uses up no cap of awards. */
export function isCapped(scheme: Sectioned & Pick<Scheme, 'items'>, cap: CategoryCap, code: string, cat: string): boolean {
  const cats: readonly string[] = cap.cats
  if (cats.includes(cat)) return true
  const item = scheme.items.find((one) => one.code === code)
  return item !== undefined && sectionsOf(scheme, item).some((section) => cap.sections.includes(section))
}

/** The caps that hold an award down together with others of its category or heading. */
export const capsOn = (scheme: Sectioned & Pick<Scheme, 'caps' | 'items'>, item: Item): readonly CategoryCap[] =>
  item.kind === 'award' ? scheme.caps.filter((cap) => isCapped(scheme, cap, item.code, item.cat)) : []

/** The fewest and most points one report of an item may be worth by the headings it stands under, the nearest that says so first (GY-3, GY-4). */
export function boundsOf(scheme: Sectioned, item: Pick<Item, 'section'>): { readonly least?: number; readonly most?: number } {
  const headings = sectionsOf(scheme, item)
  const least = headings.map((code) => scheme.sections[code]?.least).find((points) => points !== undefined)
  const most = headings.map((code) => scheme.sections[code]?.most).find((points) => points !== undefined)
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }
}
