import type { CaseFile, Decision, ReportCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { waitsFor } from '../../rules/waiting.ts'
import * as texts from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { personNamed } from '../people.ts'

/** The case numbers a target names (`#1042`, or several); other forms of target name none. */
export function numbersOf(target: Slots['target']): readonly number[] {
  const named: readonly string[] = typeof target === 'string' ? [target] : (target ?? [])
  return named.filter((one) => /^#\d{1,6}$/u.test(one)).map((one) => Number(one.slice(1)))
}

/** Reports waiting for this reviewer, oldest first, those put aside at the end. */
export async function pendingFor({ stores, speaker }: Pick<Context, 'stores' | 'speaker'>): Promise<readonly ReportCase[]> {
  const mine: ReportCase[] = []
  const aside: ReportCase[] = []
  for (const file of await stores.cases.reportsInStates(['pending'])) {
    const decisions = await stores.cases.decisions(file.number)
    if (waitsFor(file, decisions, speaker.person)) (isAside(decisions, speaker.person.id) ? aside : mine).push(file)
  }
  return [...mine, ...aside]
}

/** True when the reviewer's last word on a case was to leave it for later. */
export const isAside = (decisions: readonly Decision[], person: string): boolean =>
  decisions.findLast(({ by, revokedAt }) => by === person && revokedAt === null)?.verdict === 'defer'

/**
 * The cases a reviewer means: by number, by quote, by a person's name, or by nothing when exactly one waits for them.
 * Empty = the line was talk among people, not a review. Outside the panel room and private chat only a number or a quote counts.
 */
export async function casesMeant(slots: Slots, context: Context): Promise<readonly CaseFile[]> {
  const { stores, room, addressed, reading } = context
  const numbers = numbersOf(slots.target)
  if (numbers.length > 0) {
    const files: CaseFile[] = []
    for (const number of numbers) files.push((await stores.cases.find(number)) ?? refuse(texts.noSuchCase(number)))
    return files
  }
  if (room !== null && room.kind !== 'panel' && !addressed) return []
  const waiting = await pendingFor(context)
  const name =
    typeof slots.target === 'string' &&
    !/^(?:only_pending|latest|quoted|non_bot_quote|latest_report|latest_objection|#.*)$/u.test(slots.target)
      ? slots.target
      : null
  if (name !== null) {
    const { person, household } = await personNamed(stores, name, reading.settled)
    const theirs = waiting.filter((file) => file.report.doer === person.id || file.subject === household?.id)
    return theirs.length === 1
      ? theirs
      : refuse(theirs.length === 0 ? texts.nothingPendingOf(name) : texts.whichCase(theirs.map((file) => file.number)))
  }
  if (waiting.length > 1) return refuse(texts.whichCase(waiting.map((file) => file.number)))
  return waiting
}
