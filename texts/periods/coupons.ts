/** Hint on a card: the household has been given coupons this year already. */
export const hasCoupons = '这户今年已领过券'

/** Hint on a card before review (JZ-2): places left for households that are given coupons this year. */
export const placesLeft = (title: string, left: number, quota: number): string =>
  left === 0
    ? `今年领${title}的名额${String(quota)}户已满：通过后荣誉分照记，券排到明年先发`
    : `今年领${title}的户还剩${String(left)}个名额（共${String(quota)}户）`

/** Warning to the panel when half of the places, or all, are taken. */
export const placesTaken = (title: string, taken: number, quota: number): string =>
  taken >= quota
    ? `今年领${title}的已满${String(quota)}户（全村户数的上限）。以后新领的户荣誉分照记，券排到明年先发。`
    : `今年领${title}的已有${String(taken)}户，过了一半（共${String(quota)}户）。请留意后面的名额。`

/** Tells a household that its points are booked and its coupon comes first next year. */
export const couponDeferred = (number: number, title: string, points: number, year: string): string =>
  `#${String(number)}的${String(points)}分荣誉分已入账。今年领${title}的户数到了上限，您家的${String(points)}分券排到${String(Number(year) + 1)}年最先发。`

/** Tells a household that the coupon it waited for has come. */
export const couponIssued = (number: number, title: string, points: number): string =>
  `去年排着队的#${String(number)}，${String(points)}分${title}发给您家了。`

/** The words kept with the entry of a coupon. */
export const couponWords = (title: string, number: number): string => `${title} #${String(number)}`

/** 查分: coupons that wait for the new year. */
export const couponLine = (title: string, points: number): string => `${title}${String(points)}分排到明年最先发`
