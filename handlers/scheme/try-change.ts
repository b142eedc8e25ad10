import { dateOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { withPoints } from '../../rules/reading/change-points.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { sentPrivately } from '../../texts/report.ts'
import { changeText, notInText, wouldBeWrong } from '../../texts/scheme.ts'
import { nothingToTry, trialTold } from '../../texts/trial.ts'
import type { Context } from '../command.ts'
import { changeMeant } from './change-meant.ts'
import { replayYear } from './replay-year.ts'

/** True for a change that is only to be tried. */
export const isTrial = (line: string): boolean => /^(?:@\S+ ?)?试算/u.test(line.trim())

/** 试算 of one change: the cadres see groups, each household that would have more or less hears of it alone. */
export async function tryChange(slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, scheme, speaker, room, now } = context
  const { item, place, points } = changeMeant(slots, context)
  const base = await stores.schemes.inForce(dateOf(now))
  const source = withPoints(base.source, item.code, place.path, points) ?? refuse(notInText(item.name))
  const reading = readScheme(source, `${base.code}.yaml`)
  if (!('scheme' in reading)) return refuse(wouldBeWrong(reading.problems))
  const trial = (await replayYear(scheme, reading.scheme, changeText(item.name, place, points), stores, now)) ?? refuse(nothingToTry)
  const table = `${trial.table}\n${trialTold(trial.private.length)}`
  const own = room?.kind === 'villagers' ? [here(sentPrivately), privately(speaker.person.id, table)] : [here(table)]
  return [...own, ...trial.private]
}
