import type { ProposalAct } from '../../models/case.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, type Reply } from '../../models/reply.ts'
import { dueAfter, proposalDays } from '../../rules/deadlines.ts'
import { personName } from '../../texts/name.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { holdsRole, type Context } from '../command.ts'
import { villagerOf } from '../people.ts'
import { acts } from './acts.ts'

/** What a proposal says: the household it is about, and what it would do, in words. */
export interface Proposed {
  readonly subject: string | null
  readonly text: string
}

/** 提议: opens the act for a second person; the card goes to those who can agree. Refuses who may not propose it. */
export async function propose(
  act: ProposalAct,
  payload: unknown,
  { subject, text }: Proposed,
  context: Pick<Context, 'stores' | 'speaker' | 'edition' | 'room' | 'now'>,
): Promise<readonly Reply[]> {
  const { stores, speaker, edition, room, now } = context
  const { mayPropose, room: place } = acts[act]
  if (!holdsRole(speaker.roles, mayPropose)) return refuse(texts.notYourOffice(texts.officesText(mayPropose)))
  const today = dateOf(now)
  const file = await stores.cases.openProposal(
    { edition, subject, openedBy: speaker.person.id, at: now, dueAt: dueAfter(today, proposalDays) },
    { act, by: speaker.person.id, payload: JSON.stringify(payload), text },
  )
  const { person, unit } = await villagerOf(stores, speaker.person)
  const card = inRoom(
    place,
    texts.proposalCard(file.number, personName(person, unit, 'panel'), text, addDays(today, proposalDays)),
    file.number,
  )
  return room?.kind === place ? [card] : [here(texts.proposed(file.number), file.number), card]
}
