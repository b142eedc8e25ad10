import type { CaseFile, ProposalCase } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { alreadyDecided, noSuchCase, ownHousehold, stateText } from '../../texts/review/review.ts'
import { holdsRole, type Context } from '../command.ts'
import { notRecused } from '../review/rights.ts'
import { acts } from './acts.ts'

/** Refuses whoever is not a second person: the proposer, their household, the household concerned, another office, or who stepped back. */
async function mayAgree(file: ProposalCase, { stores, speaker }: Context): Promise<void> {
  const { mayConfirm } = acts[file.proposal.act]
  if (!holdsRole(speaker.roles, mayConfirm)) refuse(texts.notYourOffice(texts.officesText(mayConfirm)), file.number)
  if (file.proposal.by === speaker.person.id) refuse(texts.secondPerson(file.number), file.number)
  if (file.subject !== null && file.subject === speaker.household?.id) refuse(ownHousehold(file.number), file.number)
  const proposer = await stores.register.person(file.proposal.by)
  if (proposer?.household && proposer.household === speaker.household?.id) refuse(texts.otherHousehold(file.number), file.number)
  await notRecused(file, { stores, speaker })
}

/** 同意、不行 under a proposal: the second person's yes carries it out; the proposer's own no takes it back. */
export async function decideProposal(file: CaseFile, yes: boolean, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const { number } = file
  const found = (await stores.cases.proposal(number)) ?? refuse(noSuchCase(number))
  if (found.state !== 'proposed') return refuse(alreadyDecided(number, stateText[found.state] ?? found.state), number)
  const { act, by, payload, text } = found.proposal
  if (!yes && by === speaker.person.id) {
    await stores.cases.move(found, 'withdraw', by, now)
    return [here(texts.takenBack(number), number)]
  }
  await mayAgree(found, context)
  await stores.cases.decide({ number, by: speaker.person.id, verdict: yes ? 'confirm' : 'decline', points: null, reason, at: now })
  await stores.cases.move(found, yes ? 'confirm' : 'decline', speaker.person.id, now)
  if (!yes) return [here(texts.turnedDown(number), number), privately(by, texts.turnedDownForYou(number, text, reason), number)]
  const replies = await acts[act].carryOut(payload, found, context)
  return [here(texts.carriedOut(number, text), number), privately(by, texts.carriedOut(number, text), number), ...replies]
}
