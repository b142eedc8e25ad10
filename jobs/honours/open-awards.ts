import { dateOf } from '../../models/dates.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import type { Honour } from '../../rules/scheme.ts'
import * as texts from '../../texts/periods/honours.ts'
import { caseLine } from '../../texts/report/report.ts'
import type { JobContext } from '../job.ts'
import type { RegisterView } from '../notices/register-view.ts'
import type { Given } from './compute.ts'
import type { Names } from './publish-honour.ts'

/**
 * The points an honour brings (JZ-5): a case for each household that waits for the reviewers like any other. The calendar proposes and
 * never awards (PIPL 24); a household without anybody in the register is passed over.
 */
export async function openAwards(
  honour: Honour,
  period: string,
  given: Given,
  names: Names,
  register: RegisterView,
  { stores, scheme, edition, now }: JobContext,
): Promise<readonly Reply[]> {
  const points = honour.award
  if (points === undefined) return []
  const lines: string[] = []
  for (const { part, honoured } of given.parts) {
    for (const { holder, place } of honoured) {
      const head = (await stores.register.household(holder))?.head ?? (await stores.register.members(holder))[0]?.id
      if (head === undefined) continue
      const text = texts.awardWords(period, honour.title, names.part(part), place)
      const file = await stores.cases.openReport(
        { edition, subject: holder, openedBy: null, at: now },
        {
          item: honour.title,
          cat: 'other',
          doer: head,
          reporter: head,
          channel: 'chat',
          deedOn: dateOf(now),
          quantity: null,
          unit: null,
          text,
          place: null,
          beneficiary: null,
          proposed: points,
          duplicateOf: null,
        },
      )
      lines.push(caseLine(register.report(file, scheme)))
    }
  }
  return lines.length === 0 ? [] : [inRoom('panel', texts.awardCard(period, honour.title, points, lines))]
}
