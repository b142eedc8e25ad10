import { dateOf } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { fixedOn, invitedOn, isCommittee, isInternal, panelComplete, rangeOf } from '../../rules/people/panel.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { groupName } from '../../texts/review/panel.ts'
import { heed, well, type Finding } from './finding.ts'

const wanted = (min: number, max: number): string => (min === max ? String(min) : `${String(min)}到${String(max)}`)

async function groupFindings(scheme: Scheme, stores: Stores, on: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const role of ['reviewer', 'supervisor'] as const) {
    const group = groupName(role, isInternal(scheme))
    const range = rangeOf(scheme, role)
    const fixed = await fixedOn(role, stores, on)
    if (range && !panelComplete(fixed.length, range))
      findings.push(heed(`${group}有${String(fixed.length)}人，办法要${wanted(range.min, range.max)}人；请补选或免去，用“聘”“免”来办`))
    if (role === 'supervisor' && isInternal(scheme)) continue
    if (role === 'reviewer' && scheme.panel?.chosenBy !== 'representatives') continue
    const governing = []
    for (const { id } of fixed) if (await isCommittee(id, stores, on)) governing.push(id)
    if (governing.length > 0) findings.push(heed(`${group}里有${String(governing.length)}位村两委的人，办法写的不能有；请换人`))
  }
  return findings
}

/** Whether the village's panel has the numbers and the people that its scheme asks for (GY-6, XY-5). */
export async function panelFindings(stores: Stores, now: number): Promise<readonly Finding[]> {
  const on = dateOf(now)
  const { code, source } = await stores.schemes.inForce(on)
  const reading = readScheme(source, `${code}.yaml`)
  if ('problems' in reading || reading.scheme.panel === undefined) return []
  const { scheme } = reading
  const findings = [...(await groupFindings(scheme, stores, on))]
  const invited = scheme.panel?.invited
  const there = (await invitedOn(stores, on)).length
  if (invited && !panelComplete(there, invited))
    findings.push(
      heed(`本月受邀的村民评议员有${String(there)}位，办法要${wanted(invited.min, invited.max)}位；请支书或会计说“邀请某某当本月评议员”`),
    )
  return findings.length > 0 ? findings : [well('评议小组、监督小组的人数合办法')]
}
