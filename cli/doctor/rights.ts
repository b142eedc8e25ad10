import { dateOf } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { roomTitles } from '../../texts/people/roster.ts'
import { broken, heed, well, type Finding } from './finding.ts'

/** Whether the offices without which nothing can be decided are held, and their holders can be reached. */
export async function officeFindings(stores: Stores, now: number): Promise<readonly Finding[]> {
  const on = dateOf(now)
  const [bookkeepers, reviewers, supervisors, operators] = [
    await stores.register.holders('bookkeeper', on),
    await stores.register.holders('reviewer', on),
    await stores.register.holders('supervisor', on),
    await stores.register.holders('operator', on),
  ]
  const households = new Set(reviewers.map(({ household }) => household)).size
  const findings: Finding[] = []
  if (bookkeepers.length === 0) findings.push(broken('没有会计，没有人收申请、管名册；请支书对机器人说“聘某某当会计”，另一户的干部再同意'))
  if (households === 0) findings.push(broken('没有评议员，申报没有人审；请支书或会计对机器人说“聘某某当评议员”，至少两户'))
  else if (households === 1) findings.push(heed('评议员只来自一户，他们自己家的申报没有人能审；请再选一户的评议员'))
  if (supervisors.length === 0) findings.push(heed('没有监督员，请选两三位不在评议小组、不在村两委的人'))
  if (operators.length === 0) findings.push(heed('没有管机器的人，出了故障没有人收到提醒'))
  const both = reviewers.filter(({ id }) => supervisors.some((other) => other.id === id))
  if (both.length > 0) findings.push(broken(`有${String(both.length)}人又是评议员又是监督员，评议和监督不能是同一个人，请撤掉一个`))
  const unreached = await unreachable(stores, [...bookkeepers, ...reviewers])
  if (unreached > 0) findings.push(heed(`会计和评议员里有${String(unreached)}人还没有绑定微信，收不到待审`))
  return findings.length > 0 ? findings : [well(`会计、评议员（${String(households)}户）、监督员、管机器的人都有，都绑定了`)]
}

async function unreachable(stores: Stores, people: readonly { readonly id: string }[]): Promise<number> {
  let count = 0
  for (const id of new Set(people.map((person) => person.id))) if ((await stores.contacts.aliasesOf(id)).length === 0) count += 1
  return count
}

/** Which rooms are tied on the channel in use. */
export async function roomFindings(stores: Stores, channel: string): Promise<readonly Finding[]> {
  const kinds = ['villagers', 'panel', 'cadres'] as const
  const missing: string[] = []
  for (const kind of kinds) {
    const tied = (await stores.contacts.rooms(kind)).some((room) => room.channel === channel)
    if (!tied) missing.push(roomTitles[kind])
  }
  if (missing.length === 0) return [well('村民群、评议群、干部群都已开通')]
  return [heed(`还没有开通：${missing.join('、')}；启动时会显示口令，在群里说“开通 群名 口令”`)]
}
