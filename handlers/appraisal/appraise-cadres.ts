import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, type Reply } from '../../models/reply.ts'
import { appraise, firstIn } from '../../rules/people/appraisal.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { isOn } from '../../rules/checks/practice-checks.ts'
import { practices } from '../../rules/practices.ts'
import * as texts from '../../texts/periods/appraisal.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { command, type Context } from '../command.ts'
import { personNamed } from '../people.ts'

/** Points of the year in the first book of persons for cadres' eyes; without such a book nobody is below zero. */
async function yearPoints(year: string, { stores, scheme }: Context): Promise<ReadonlyMap<string, number>> {
  const code = Object.entries(scheme.books).find(([, { holder, audience }]) => holder === 'person' && audience === 'cadres')?.[0] ?? 'main'
  const rows = await stores.honours.earned(code, 'person', `${year}-01`, `${year}-12`)
  return new Map(rows.map(({ holder, points }) => [holder, points]))
}

/** Who stood first the year before, by the scheme that was in force at its end. */
async function firstBefore(year: string, { stores, schemeOf }: Context): Promise<ReadonlySet<string>> {
  const before = String(Number(year) - 1)
  const { edition } = await stores.schemes.inForce(`${before}-12-31`)
  return firstIn(await stores.appraisals.of(before), isOn(await schemeOf(edition), 'appraisal-donation'))
}

async function sheet(year: string, context: Context): Promise<readonly Reply[]> {
  const { stores, scheme } = context
  const entered = await stores.appraisals.of(year)
  if (entered.length === 0) return refuse(texts.appraisalEmpty(year))
  const points = await yearPoints(year, context)
  const donations = isOn(scheme, 'appraisal-donation')
  const facts = { donations, firstBefore: await firstBefore(year, context), pointsOf: (person: string) => points.get(person) ?? 0 }
  const rows = []
  for (const row of appraise(entered, facts)) rows.push({ ...row, who: (await stores.register.person(row.person))?.name ?? '' })
  return [here(texts.appraisalSheet(year, rows, donations))]
}

/** 干部评议 (YX-7): cadres enter the marks, and the record is printed as a proposal for the appraisal meeting, in their room alone. */
export const appraiseCadres = command({
  intent: 'set_config',
  words: ['干部评议'],
  examples: ['干部评议'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '干部评议（建议表）',
  async handle(slots, context) {
    const { stores, scheme, speaker, room, reading, now } = context
    if (!isOn(scheme, 'cadre-appraisal')) return refuse(texts.appraisalOff(practices['cadre-appraisal'].reason))
    if (room !== null && room.kind !== 'cadres') return refuse(texts.appraisalRoom)
    const year = dateOf(now).slice(0, 4)
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (name === undefined || name === null) return sheet(year, context)
    const { person } = await personNamed(stores, name, reading.settled)
    const donations = isOn(scheme, 'appraisal-donation')
    const question = texts.appraisalWhich(person.name, donations)
    const words = slots.reason ?? ask({ about: 'reason', text: question, options: [], free: 'text', minutes: reasonMinutes })
    const marks = texts.marksIn(words, donations) ?? refuse(texts.appraisalUnclear(donations))
    await stores.appraisals.enter({ year, person: person.id, ...marks }, speaker.person.id, now)
    return [here(texts.appraisalEntered(person.name, year))]
  },
})
