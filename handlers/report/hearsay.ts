import type { ReportChannel } from '../../models/case.ts'
import { cadreRoles } from '../../models/role.ts'
import * as texts from '../../texts/hearsay.ts'
import { holdsRole, type Context } from '../command.ts'

/** How a deed came to an official who enters it, and who said it (YX-3). */
export interface Hearsay {
  readonly channel: ReportChannel
  readonly words: string
}

const OFFICIALS = ['reviewer', ...cadreRoles] as const

function channelOf(line: string): Exclude<ReportChannel, 'chat'> | null {
  if (/举荐箱|意见箱|信箱|箱子里/u.test(line)) return 'box'
  if (/电话|来电/u.test(line)) return 'phone'
  if (/纸条|书面|纸质|书信|来信/u.test(line)) return 'paper'
  return /口头|口述|当面/u.test(line) ? 'oral' : null
}

/** The person of the register who is said to have told it; null when the line names nobody. */
async function tellerOf(line: string, { stores }: Context): Promise<string | null> {
  for (const { name, called } of await stores.register.people()) {
    if ([name, ...called].some((one) => line.includes(`${one}说`) || line.includes(`${one}讲`) || line.includes(`${one}反映`))) return name
  }
  return null
}

/** Null for what is said in chat; by word of mouth, phone, paper or box when an official enters it, with who said it. */
export async function hearsayOf(context: Context): Promise<Hearsay | null> {
  const { line, reading, speaker } = context
  if (reading.intent !== 'report_proxy' || !holdsRole(speaker.roles, OFFICIALS)) return null
  const channel = channelOf(line)
  return channel && { channel, words: texts.toldBy(channel, await tellerOf(line, context)) }
}

/** Keeps with the case how it came and who said it. */
export async function keepHearsay(number: number, { words }: Hearsay, { stores, speaker, now }: Context): Promise<void> {
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: words, by: speaker.person.id, at: now })
}

/** What the card says of who reported for another: entered by an official, recommended, or reported on behalf. */
export function howReported(line: string, hearsay: Hearsay | null): string {
  if (hearsay) return texts.entered
  return /评荐|推荐|举荐|表扬/u.test(line) ? texts.recommended : texts.onBehalf
}
