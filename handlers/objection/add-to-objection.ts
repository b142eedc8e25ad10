import type { CaseFile } from '../../models/case.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/objection/objection.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { doerObjectedTo, quotedInRoom } from '../room-words.ts'
import { waitingStates } from './withdraw-objection.ts'

/** Adds words to one's own objection while it waits for an answer; the panel reads them. */
export async function addToObjection(file: CaseFile, words: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const { number, state, openedBy } = file
  if (openedBy !== speaker.person.id || !waitingStates.some((one) => one === state)) return refuse(texts.notYoursToAdd(number), number)
  if (words === null)
    return ask({ about: 'reason', text: texts.objectionAddWhat(number), options: [], free: 'text', minutes: questionMinutes })
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: words, by: speaker.person.id, at: now })
  const receipt = texts.objectionAdded(number)
  return [
    ...(room === null ? [here(receipt, number)] : [here(sentPrivately), privately(speaker.person.id, receipt, number)]),
    inRoom('panel', texts.objectionAddedCard(number, await quotedInRoom(words, await doerObjectedTo(number, stores), stores)), number),
  ]
}
