import type { ReportChannel } from '../../models/case.ts'
import { cadreRoles } from '../../models/role.ts'
import * as texts from '../../texts/report/hearsay.ts'
import { holdsRole, type Context } from '../command.ts'

/** How a deed came to an official who enters it, and who said it (YX-3, JY-2): by mouth, phone, letter, text message, box, or as an organisation's recommendation. */
export interface Hearsay {
  readonly channel: ReportChannel
  readonly words: string
}

const OFFICIALS = ['reviewer', ...cadreRoles] as const

/** The ways by which word comes in, as officials name them; what is written or signed by an organisation is kept as paper. */
const ways: readonly { readonly said: RegExp; readonly way: texts.Way; readonly channel: Exclude<ReportChannel, 'chat'> }[] = [
  { said: /举荐箱|意见箱|信箱|箱子里/u, way: 'box', channel: 'box' },
  { said: /组织推荐|镇里推荐|单位推荐|上级推荐/u, way: 'organisation', channel: 'paper' },
  { said: /短信|微信私下|发来信息/u, way: 'message', channel: 'paper' },
  { said: /电话|来电/u, way: 'phone', channel: 'phone' },
  { said: /纸条|书面|纸质|书信|来信/u, way: 'paper', channel: 'paper' },
  { said: /口头|口述|当面/u, way: 'oral', channel: 'oral' },
]

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
  const found = ways.find(({ said }) => said.test(line))
  return found ? { channel: found.channel, words: texts.toldBy(found.way, await tellerOf(line, context)) } : null
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
