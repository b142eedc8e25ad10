import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/people/household-plan.ts'
import { privateOnly } from '../../texts/people/participation.ts'
import { noHousehold } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { propose } from '../proposal/open-proposal.ts'
import { peopleIn } from '../records/named.ts'
import { comingDay } from './coming-day.ts'

/** 托管 (XY-4): a relative or near neighbour acts for a person who cannot, once a second cadre agrees; why stays with those who set it. */
export async function setCustody(context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, line, room, now } = context
  if (room !== null) return refuse(privateOnly)
  const [body = '', reason] = line.split(/理由[ :]*/u)
  const [person, custodian] = await peopleIn({ ...context, line: body })
  if (!person) return refuse(texts.custodyHow)
  if (/^(?:结束|停止|取消)/u.test(line)) {
    const custody = (await stores.custody.of(person.id, dateOf(now))) ?? refuse(texts.noCustody(person.name))
    await stores.custody.end(custody.id, dateOf(now))
    return [here(texts.custodyEnded(person.name)), privately(custody.custodian, texts.custodyEnded(person.name))]
  }
  if (!custodian) return refuse(texts.custodyHow)
  if (person.household === null) return refuse(noHousehold(person.name))
  const until = comingDay(body, '到', now)
  const custody = await stores.custody.draft({
    person: person.id,
    custodian: custodian.id,
    from: dateOf(now),
    until,
    reason: reason?.trim() ?? null,
    proposedBy: speaker.person.id,
  })
  const text = texts.custodyText(person.name, custodian.name, until)
  return propose('custody', { id: custody.id }, { subject: person.household, text }, context)
}
