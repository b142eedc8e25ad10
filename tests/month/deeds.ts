interface Rule {
  readonly times?: number
  readonly points?: number
  readonly per: 'day' | 'month' | 'year'
  readonly of: 'household' | 'person'
}

/** One deed as the village says it, with its points and limits written down a second time from the agreement. */
export interface Deed {
  readonly item: string
  readonly book: 'main' | 'honour'
  /** ways to say it; 〈n〉 stands for the amount, 〈日〉 for the day */
  readonly said: readonly string[]
  readonly amounts: readonly number[]
  points(amount: number): number
  /** what a reviewer may give instead */
  readonly given: { readonly min: number; readonly max: number }
  readonly rules: readonly Rule[]
}

const byReviewer = { min: 1, max: 10 }

/** What people of this village do. */
export const deeds = {
  sweep: {
    item: 'sweep-road',
    book: 'main',
    said: [
      '报 扫路 〈n〉小时',
      '申报 扫路 〈n〉小时',
      '〈日〉扫路〈n〉小时，求加分',
      '〈日〉我扫马路〈n〉个钟头，记一下',
      '麻烦 报 扫路 〈n〉小时，谢谢哈',
      '申抱 扫路 〈n〉小时',
      '家分 扫路 〈n〉小时',
    ],
    amounts: [1, 2, 3],
    points: (hours) => 2 * hours,
    given: byReviewer,
    rules: [
      { times: 4, per: 'day', of: 'household' },
      { points: 8, per: 'day', of: 'household' },
    ],
  },
  visit: {
    item: 'visit-elder',
    book: 'main',
    said: ['报 看望老人', '〈日〉我去看望老人了，记一下', '申报 看望老人'],
    amounts: [1],
    points: () => 2,
    given: byReviewer,
    rules: [
      { times: 2, per: 'day', of: 'person' },
      { points: 20, per: 'month', of: 'household' },
    ],
  },
  help: {
    item: 'help-neighbor',
    book: 'main',
    said: ['报 邻里互助', '〈日〉我帮邻居收谷子了，报一下'],
    amounts: [1],
    points: () => 3,
    given: { min: 2, max: 5 },
    rules: [
      { times: 2, per: 'day', of: 'person' },
      { points: 20, per: 'month', of: 'household' },
    ],
  },
  volunteer: {
    item: 'volunteer',
    book: 'main',
    said: ['报 志愿服务', '〈日〉我参加了志愿服务，求加分'],
    amounts: [1],
    points: () => 3,
    given: byReviewer,
    rules: [{ times: 1, per: 'day', of: 'person' }],
  },
  yard: {
    item: 'own-yard',
    book: 'main',
    said: ['报 庭院清洁', '报 扫院子'],
    amounts: [1],
    points: () => 2,
    given: byReviewer,
    rules: [{ times: 2, per: 'month', of: 'household' }],
  },
  patrol: {
    item: 'patrol',
    book: 'main',
    said: ['报 巡逻', '〈日〉我去护林了，报一下'],
    amounts: [1],
    points: () => 2,
    given: byReviewer,
    rules: [
      { times: 1, per: 'day', of: 'person' },
      { points: 20, per: 'month', of: 'household' },
    ],
  },
  donate: {
    item: 'donate',
    book: 'honour',
    said: ['报 捐款'],
    amounts: [1],
    points: () => 2,
    given: byReviewer,
    rules: [{ points: 4, per: 'year', of: 'household' }],
  },
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof deeds

/** Said today of today or yesterday; a way of saying that names no day is of today. */
export function sayDeed(way: string, amount: number, yesterday: boolean): string {
  return way.replace('〈n〉', String(amount)).replace('〈日〉', yesterday ? '昨天' : '今天')
}
