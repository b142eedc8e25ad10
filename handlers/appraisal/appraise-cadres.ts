import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, type Reply } from '../../models/reply.ts'
import { appraise } from '../../rules/people/appraisal.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { isOn } from '../../rules/checks/practice-checks.ts'
import { practices } from '../../rules/practices.ts'
import * as texts from '../../texts/appraisal.ts'
import { cadresOnly } from '../../texts/office.ts'
import { command, type Context } from '../command.ts'
import { personNamed } from '../people.ts'

/** Points of the year in the first book of persons for cadres' eyes; without such a book nobody is below zero. */
async function yearPoints(year: string, { stores, scheme }: Context): Promise<ReadonlyMap<string, number>> {
  const code = Object.entries(scheme.books).find(([, { holder, audience }]) => holder === 'person' && audience === 'cadres')?.[0] ?? 'main'
  const rows = await stores.honours.earned(code, 'person', `${year}-01`, `${year}-12`)
  return new Map(rows.map(({ holder, points }) => [holder, points]))
}

async function sheet(year: string, context: Context): Promise<readonly Reply[]> {
  const { stores } = context
  const entered = await stores.appraisals.of(year)
  if (entered.length === 0) return refuse(texts.appraisalEmpty(year))
  const points = await yearPoints(year, context)
  const rows = []
  for (const row of appraise(entered, { donations: false, pointsOf: (person) => points.get(person) ?? 0 })) {
    rows.push({ ...row, who: (await stores.register.person(row.person))?.name ?? '' })
  }
  return [here(texts.appraisalSheet(year, rows))]
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
    const words =
      slots.reason ?? ask({ about: 'reason', text: texts.appraisalWhich(person.name), options: [], free: 'text', minutes: reasonMinutes })
    const marks = texts.marksIn(words) ?? refuse(texts.appraisalUnclear)
    await stores.appraisals.enter({ year, person: person.id, ...marks }, speaker.person.id, now)
    return [here(texts.appraisalEntered(person.name, year))]
  },
})
