import type { AppraisalStore } from '../appraisal.ts'
import type { BarStore } from './bar-store.ts'
import type { CouponStore } from './coupon-store.ts'
import type { HonourStore } from './honour-store.ts'
import type { ShareStore } from './share-store.ts'

/** What honours, coupons and shares keep, as a part of everything a unit of work may read and write. */
export interface HonourStores {
  readonly honours: HonourStore
  readonly coupons: CouponStore
  readonly shares: ShareStore
  readonly bars: BarStore
  readonly appraisals: AppraisalStore
}
