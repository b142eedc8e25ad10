import { dateOf, timeOf, type LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'

/** 离线: what was said in a room between two instants (UTC ms) did not reach the bot; once, when it hears again, read on the day `told`. */
export function wasOffline(from: number, to: number, told: LocalDate): string {
  const [first, last] = [dateOf(from), dateOf(to)]
  const start = `${first === told ? '' : dayText(first)}${timeOf(from)}`
  return `${start}–${first === last ? '' : dayText(last)}${timeOf(to)} 离线，没有收到编号回执的请重发。`
}

/** 离线 again and again: the last line about it on a day. */
export const oftenOffline = (times: number): string =>
  `今天已断网${String(times)}次，可能还会断。凡是没有收到编号回执的都请重发，今天不再一次次说了。`
