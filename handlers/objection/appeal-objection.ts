import type { ObjectionCase } from '../../models/case.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, type Reply } from '../../models/reply.ts'
import { dueAfter } from '../../rules/deadlines.ts'
import * as texts from '../../texts/objection/appeal.ts'
import { personName } from '../../texts/name.ts'
import { stateText } from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { villagerOf } from '../people.ts'
import { quotedInRoom } from '../room-words.ts'
import { mayStillAppeal } from './appeal-window.ts'
import { doerOf, objectableOf, objectedAt } from './objected.ts'

/** 申诉 against the answer to an objection: the case is held up again until somebody else answers for good. */
export async function appealObjection(file: ObjectionCase, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, line, now } = context
  const { number } = file
  if (file.objection.by !== speaker.person.id) return refuse(texts.notYourObjection(number), number)
  if (!['maintained', 'corrected', 'reversed'].includes(file.state)) {
    return refuse(texts.notDecidedYet(number, stateText[file.state] ?? file.state), number)
  }
  await mayStillAppeal(number, context)
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: line, by: speaker.person.id, at: now })
  await stores.cases.move(file, 'appeal', speaker.person.id, now)
  const target = file.objection.target === null ? null : await objectedAt(file.objection.target, context)
  if (target?.report?.state === 'in-notice') await stores.cases.move(target.report, 'object', speaker.person.id, now)
  const today = dateOf(now)
  await stores.cases.setDue(number, dueAfter(today, scheme.notice.answerDays))
  const until = addDays(today, scheme.notice.answerDays)
  const { person, unit } = await villagerOf(stores, speaker.person)
  const who = personName(person, unit, 'panel')
  const words = await quotedInRoom(line, await doerOf(target, context), stores)
  const card = texts.objectionAppealCard(number, who, target?.words ?? null, words, until, objectableOf(target))
  return [here(texts.appealReceived(number, until), number), inRoom('panel', card, number)]
}
