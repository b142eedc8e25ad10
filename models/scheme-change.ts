/** The period a limit is counted over; `once` is for good. */
export type LimitPeriod = 'day' | 'month' | 'quarter' | 'year' | 'once'

/** How often, or up to how many points, an item is given in a period. */
export interface LimitChange {
  readonly kind: 'times' | 'cap'
  /** null lifts the limit */
  readonly most: number | null
  readonly per: LimitPeriod
  /** whom it holds; null when the line does not say */
  readonly of: 'household' | 'person' | null
}

/** What one deed of a new item is worth: so much, from so much to so much, or so much a unit up to `max` units at a time. */
export type SimpleRate =
  | { readonly kind: 'fixed'; readonly points: number }
  | { readonly kind: 'ranged'; readonly min: number; readonly max: number }
  | { readonly kind: 'per-unit'; readonly unit: string; readonly points: number; readonly max: number | null }

/** A new item as a cadre words it; what was not said is null. */
export interface NewItem {
  readonly name: string
  readonly rate: SimpleRate
  /** the class it shall stand in, in the cadre's word */
  readonly heading: string | null
  readonly limits: readonly LimitChange[]
  /** which trouble of the village it is for (MIN-2) */
  readonly problem: string | null
}

/** 改办法: what a line says shall be different in the scheme, beside the item it is about. */
export type SchemeChange =
  /** `from`: the step of a quantity, 满3次 */
  | { readonly kind: 'points'; readonly points: number; readonly from: number | null }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'range'; readonly min: number | null; readonly max: number | null; readonly usual: number | null }
  | LimitChange
  | { readonly kind: 'end' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'evidence'; readonly evidence: 'none' | 'wanted' | 'required' }
  | { readonly kind: 'new'; readonly item: NewItem }
