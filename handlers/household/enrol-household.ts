import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/people/participation.ts'
import { nobodyNamed } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { householdsIn, unitIn } from '../records/named.ts'

/** 登记常住户、外村户 (GY-1, RA-1): a household from elsewhere stands in the register and earns once the assembly has recognised it. */
export async function enrolHousehold(context: Context): Promise<readonly Reply[]> {
  const { stores, line, now } = context
  const kind = line.includes('外村户') ? 'visitor' : 'resident'
  const [known] = await householdsIn(context)
  if (known) {
    await stores.participation.setStanding({ household: known.id, kind, record: null })
    const head = known.head === null ? null : await stores.register.person(known.head)
    return [here(texts.marked(head?.name ?? `${String(known.number)}号户`, texts.standingName[kind]))]
  }
  const unit = (await unitIn(context)) ?? refuse(texts.enrolHow)
  const rest = line
    .replace(/^.*?(?:常住户|外村户)/u, '')
    .replace(unit.name, ' ')
    .replace(/\d{1,3}[组屯院]/u, ' ')
  const name = /(?:^|[\s，,:：])(\p{Script=Han}{2,4})(?=$|[\s，,。])/u.exec(rest)?.[1] ?? refuse(texts.enrolHow)
  if (/[户家组]$/u.test(name)) return refuse(nobodyNamed(name))
  const { household } = await stores.participation.enrol({ name, unit: unit.id, kind, on: dateOf(now) })
  return [here(texts.enrolled(household.number, name, texts.standingName[kind], unit.name))]
}
