import { dateOf, timeOf } from '../models/dates.ts'
import { dayText } from './format.ts'

/** 离线: what was said in a room between two instants (UTC ms) did not reach the bot; once, when it hears again. */
export function wasOffline(from: number, to: number): string {
  const day = dateOf(from) === dateOf(to) ? '' : dayText(dateOf(from))
  return `${day}${timeOf(from)}–${day === '' ? '' : dayText(dateOf(to))}${timeOf(to)} 离线，没有收到编号回执的请重发。`
}
