import type { ReportCase } from '../../models/case.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { deedWord } from '../../rules/catalogue.ts'
import * as texts from '../../texts/periods/jobs.ts'
import { type Audience, childsDeed, householdName, personName } from '../../texts/name.ts'
import type { ReportView } from '../../texts/report/report.ts'

/** How the register's households and cases are named in the villagers' room. */
export interface RegisterView {
  readonly households: number
  household(id: string): string
  /** named for the villagers, unless it is read by the panel or cadres alone */
  report(file: ReportCase, scheme: Scheme, audience?: Audience): ReportView
  /** a person as the cadres' room names them */
  member(id: string): string
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.id, row]))

/** Reads the register once, for a run that names many. Households that have left still have their name. */
export async function viewRegister(stores: Stores): Promise<RegisterView> {
  const households = byId(await stores.register.households())
  const people = byId(await stores.register.people())
  const units = byId(await stores.register.units())
  const unitOf = (household: string | null) => units.get(households.get(household ?? '')?.unit ?? '') ?? null

  return {
    households: [...households.values()].filter(({ leftOn }) => leftOn === null).length,
    household(id) {
      const household = households.get(id)
      if (!household) return texts.someHousehold
      return householdName(household, people.get(household.head ?? '') ?? null, unitOf(id))
    },
    member: (id) => {
      const person = people.get(id)
      return person ? personName(person, unitOf(person.household), 'panel') : texts.someHousehold
    },
    report({ number, subject, report }, scheme, audience = 'villagers') {
      const doer = people.get(report.doer)
      return {
        number,
        who: doer ? personName(doer, unitOf(doer.household ?? subject), audience) : texts.someHousehold,
        // what a child did is nobody's business in a room (PIPL 31)
        deed: doer?.minor ? childsDeed : deedWord(scheme, report.item, report.text),
        quantity: doer?.minor ? null : report.quantity,
        unit: report.unit,
        points: report.points ?? report.proposed,
        deedOn: report.deedOn,
      }
    },
  }
}
