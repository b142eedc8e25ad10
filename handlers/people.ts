import { ask, refuse } from '../models/outcome.ts'
import type { Settled } from '../models/intent.ts'
import type { ReportCase } from '../models/case.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Household, Person, Unit } from '../models/village.ts'
import * as texts from '../texts/report/report.ts'
import { noSuchCase, notAReport } from '../texts/review/review.ts'
import { questionMinutes } from '../rules/dialogue.ts'

/** A person with where they live. */
export interface Villager {
  readonly person: Person
  readonly household: Household | null
  readonly unit: Unit | null
}

/** A person of the register with household and group. */
export async function villagerOf(stores: Stores, person: Person): Promise<Villager> {
  const household = person.household === null ? null : await stores.register.household(person.household)
  const units = await stores.register.units()
  return { person, household, unit: units.find((unit) => unit.id === household?.unit) ?? null }
}

/** The person of an id that a case or decision holds. */
export async function villagerById(stores: Stores, id: string): Promise<Villager | null> {
  const person = await stores.register.person(id)
  return person ? villagerOf(stores, person) : null
}

/** The one person meant by a name; two of one name are asked about by group, never guessed. */
export async function personNamed(stores: Stores, name: string, settled: Settled | undefined): Promise<Villager> {
  const chosen = settled?.people?.[name]
  const candidates = chosen === undefined ? await stores.register.named(name) : [await stores.register.person(chosen)]
  const villagers: Villager[] = []
  for (const person of candidates) if (person) villagers.push(await villagerOf(stores, person))
  const [first, second] = villagers
  if (!first) return refuse(texts.nobodyNamed(name))
  if (!second) return first
  const labels = villagers.map((villager) => `${villager.unit?.name ?? '本村'}${villager.person.name}`)
  return ask({
    about: 'people',
    text: texts.whichPerson(name, labels),
    options: villagers.map((villager, index) => ({
      label: labels[index] ?? villager.person.name,
      words: [villager.unit?.name ?? '本村'],
      settles: { people: { ...settled?.people, [name]: villager.person.id } },
    })),
    free: null,
    minutes: questionMinutes,
  })
}

/** The report of a number; another kind of case, or none, is said to be so. */
export async function reportNumbered(number: number, stores: Stores): Promise<ReportCase> {
  const report = await stores.cases.report(number)
  if (report) return report
  const other = await stores.cases.find(number)
  return other ? refuse(notAReport(number), number) : refuse(noSuchCase(number))
}
