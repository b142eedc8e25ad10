import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { nothingToTry, trialTold } from '../../texts/scheme/trial.ts'
import type { Context } from '../command.ts'
import { changeMeant } from './change-meant.ts'
import { withEdits } from './planned-change.ts'
import { replayYear, trialDays } from './replay-year.ts'

/** True for a change that is only to be tried. */
export const isTrial = (line: string): boolean => /^(?:@\S+ ?)?试算/u.test(line.trim())

/** 试算 of one change, as if it had held all the year: the cadres see groups, each household that would have more or less hears of it alone. */
export async function tryChange({ stores, scheme, reading, line, speaker, room, now }: Context): Promise<readonly Reply[]> {
  const base = await stores.schemes.inForce(dateOf(now))
  const { edits, change } = changeMeant(reading, scheme, line, addDays(dateOf(now), -trialDays), true)
  const draft = withEdits(base, edits, [])
  const trial = (await replayYear(scheme, draft.scheme, change, stores, now)) ?? refuse(nothingToTry)
  const table = `${trial.table}\n${trialTold(trial.private.length)}`
  const own = room?.kind === 'villagers' ? [here(sentPrivately), privately(speaker.person.id, table)] : [here(table)]
  return [...own, ...trial.private]
}
