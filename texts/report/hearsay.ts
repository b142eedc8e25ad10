const wayWord = {
  oral: '口头',
  phone: '电话',
  paper: '书面',
  message: '短信',
  box: '举荐箱',
  organisation: '组织推荐',
} as const

/** How word came to an official (YX-3, JY-2). */
export type Way = keyof typeof wayWord

/** How a deed came to the official who entered it, and who said it (YX-3). */
export function toldBy(way: Way, teller: string | null): string {
  if (way === 'organisation' && teller === null) return wayWord.organisation
  return `${wayWord[way]}，${teller === null ? '本人说的' : `${teller}说的`}`
}

/** An official entered what others said. */
export const entered = '登记'

/** Somebody put another forward. */
export const recommended = '评荐'

/** A custodian reported: to everybody it is the family (XY-4). */
export const byFamily = '代办'

/** Somebody reported for another. */
export const onBehalf = '代报'
