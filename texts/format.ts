import { daysBetween, type LocalDate } from '../models/dates.ts'

/** 「11月22日」. */
export const dayText = (date: LocalDate): string => `${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8, 10)))}日`

/** 「今天」「昨天」 or 「11月20日」. */
export function nearDayText(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(date, today)
  if (days === 0) return '今天'
  if (days === 1) return '昨天'
  return dayText(date)
}

/** 「2026年11月」「2026年第4季度」「2026年下半年」「2026年」. */
export function periodText(period: string): string {
  const quarter = /^(\d{4})Q(\d)$/.exec(period)
  if (quarter) return `${quarter[1] ?? ''}年第${quarter[2] ?? ''}季度`
  const half = /^(\d{4})H([12])$/.exec(period)
  if (half) return `${half[1] ?? ''}年${half[2] === '1' ? '上' : '下'}半年`
  const month = /^(\d{4})-(\d{2})$/.exec(period)
  if (month) return `${month[1] ?? ''}年${String(Number(month[2]))}月`
  return /^\d{4}$/.test(period) ? `${period}年` : dayText(period)
}

/** A quantity of integer thousandths with its unit: 「2小时」「1.5斤」. */
export const quantityText = (thousandths: number, unit: string): string => `${String(thousandths / 1000)}${unit}`

/** 「+4」「-2」. */
export const signed = (points: number): string => (points > 0 ? `+${String(points)}` : String(points))

/** The villager's own words, cut so that a card stays a card. */
export const excerpt = (text: string, length = 60): string => {
  const letters = [...text.replaceAll('\n', ' ')]
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length).join('')}…`
}

/** Money in 元, from integer fen: 「389.82元」「80000元」. */
export const moneyText = (fen: number): string => {
  const whole = Math.trunc(fen / 100)
  const rest = Math.abs(fen % 100)
  return rest === 0 ? `${String(whole)}元` : `${String(whole)}.${String(rest).padStart(2, '0')}元`
}
