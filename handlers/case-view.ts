import type { ReportCase } from '../models/case.ts'
import type { Person, Unit } from '../models/village.ts'
import { deedWord } from '../rules/catalogue.ts'
import type { Scheme } from '../rules/scheme.ts'
import { childsDeed, personName, type Audience } from '../texts/name.ts'
import type { ReportView } from '../texts/report/report.ts'
import type { Context } from './command.ts'
import { villagerById } from './people.ts'

/** A report as the texts speak of it, named for an audience. */
export function reportView(
  file: ReportCase,
  doer: { person: Person; unit: Unit | null } | null,
  scheme: Scheme,
  audience: Audience,
): ReportView {
  const { report } = file
  // what a child did is nobody's business in a room
  const hidden = audience === 'villagers' && doer?.person.minor === true
  return {
    number: file.number,
    who: doer ? personName(doer.person, doer.unit, audience) : '一户',
    deed: hidden ? childsDeed : deedWord(scheme, report.item, report.text),
    quantity: hidden ? null : report.quantity,
    unit: report.unit,
    points: report.points ?? report.proposed,
    deedOn: report.deedOn,
  }
}

/** Loads what a report's view needs, with the scheme edition it was made under. */
export async function viewReport(
  file: ReportCase,
  audience: Audience,
  { stores, schemeOf }: Pick<Context, 'stores' | 'schemeOf'>,
): Promise<ReportView> {
  return reportView(file, await villagerById(stores, file.report.doer), await schemeOf(file.edition), audience)
}
