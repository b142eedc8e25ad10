import type { ProposalCase } from '../../models/case.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/review/batch-award.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { alreadyDecided, stateText } from '../../texts/review/review.ts'
import { supplementWhat } from '../../texts/report/supplement.ts'
import type { Context } from '../command.ts'
import { awardBatch } from './award-batch-act.ts'

/** Who was invited to look at a proposal; nobody but for a batch that names observers. */
function observersOf({ proposal }: ProposalCase): readonly string[] {
  return proposal.act === 'award-batch' ? awardBatch.parse(JSON.parse(proposal.payload)).observers : []
}

/** 观察员的意见 (PH-9): an invited observer's words are kept with the proposal and put before those who decide; they decide nothing. */
export async function commentOn(file: ProposalCase, words: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const { number } = file
  if (!observersOf(file).includes(speaker.person.id)) return refuse(texts.notObserver(number), number)
  if (file.state !== 'proposed') return refuse(alreadyDecided(number, stateText[file.state] ?? file.state), number)
  const said = words ?? ask({ about: 'reason', text: supplementWhat(number), options: [], free: 'text', minutes: reasonMinutes })
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: said, by: speaker.person.id, at: now })
  const receipt = texts.observedReceipt(number)
  const own = room === null ? [here(receipt, number)] : [here(sentPrivately), privately(speaker.person.id, receipt, number)]
  return [...own, inRoom('panel', texts.observed(number, speaker.person.name, said), number)]
}
