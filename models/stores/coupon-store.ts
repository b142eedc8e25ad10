/** A coupon that the cap of a year has put off (JZ-2): it is issued first in a later year, in order. */
export interface DeferredCoupon {
  readonly book: string
  readonly year: string
  /** place in the queue of the village */
  readonly order: number
  readonly household: string
  /** the booked report it follows */
  readonly number: number
  readonly points: number
}

/** 积分券: who was given coupons in a year, and who waits for them. */
export interface CouponStore {
  /** households that were given coupons of a book in a year */
  holders(book: string, year: string): Promise<ReadonlySet<string>>
  /** keeps that a household was given coupons in a year */
  addHolder(book: string, year: string, household: string): Promise<void>
  defer(coupon: Omit<DeferredCoupon, 'order'>, at: number): Promise<void>
  /** coupons that wait, of years before `year`, in order */
  deferredBefore(book: string, year: string): Promise<readonly DeferredCoupon[]>
  /** coupons that wait, of every year, in order */
  deferred(book: string): Promise<readonly DeferredCoupon[]>
  /** takes a coupon from the queue: it was issued, or its report taken back */
  settle(book: string, number: number): Promise<void>
}
