import type { ReportCase } from '../../models/case.ts'
import { dateOf, daysBetween, type LocalDate } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import { reviewWaits, toldAt } from '../../rules/deadlines.ts'
import { isInternal } from '../../rules/people/panel.ts'
import { delegateOf, pauseOf, settingKeys } from '../../rules/village-settings.ts'
import { type Waiting, waitingByReviewer } from '../../rules/waiting.ts'
import { groupName } from '../../texts/review/panel.ts'
import * as texts from '../../texts/review/reminders.ts'
import { daily } from '../calendar.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'

const numbersOf = (files: readonly ReportCase[]): readonly number[] => files.map(({ number }) => number)

const waited = ({ openedAt }: ReportCase, today: LocalDate): number => daysBetween(dateOf(openedAt), today)

const longest = (files: readonly ReportCase[], today: LocalDate): number => Math.max(0, ...files.map((file) => waited(file, today)))

/** One merged line to each reviewer, or to whoever stands in for them. */
async function toReviewers(waiting: readonly Waiting[], today: LocalDate, { stores }: JobContext): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const { reviewer, files } of waiting) {
    const numbers = numbersOf(files)
    const days = longest(files, today)
    const to = await delegateOf(stores, reviewer.id, today)
    const text = to === reviewer.id ? texts.reviewerReminder(numbers, days) : texts.delegateReminder(reviewer.name, numbers, days)
    replies.push(privately(to, text))
  }
  return replies
}

/** After a week one reviewer is asked by name: of those who may decide it, the one for whom least waits, the next one each day. */
function substitutesOf(
  waiting: readonly Waiting[],
  today: LocalDate,
): readonly { readonly reviewer: Person; readonly files: readonly ReportCase[] }[] {
  const chosen = new Map<Person, ReportCase[]>()
  const late = new Map<number, ReportCase>()
  for (const { files } of waiting) for (const file of files) if (waited(file, today) >= reviewWaits.substitute) late.set(file.number, file)
  for (const file of late.values()) {
    const able = waiting.filter(({ files }) => files.some(({ number }) => number === file.number)).map(({ reviewer }) => reviewer)
    const reviewer = able[(waited(file, today) - reviewWaits.substitute) % able.length]
    if (reviewer) chosen.set(reviewer, [...(chosen.get(reviewer) ?? []), file])
  }
  return [...chosen].map(([reviewer, files]) => ({ reviewer, files }))
}

/** After two weeks it stands on the supervisors' list: in the panel's room, and with each of them. */
async function toSupervisors(waiting: readonly Waiting[], today: LocalDate, { stores, scheme }: JobContext): Promise<readonly Reply[]> {
  const overdue = new Set<number>()
  for (const { files } of waiting) for (const file of files) if (waited(file, today) >= reviewWaits.supervisors) overdue.add(file.number)
  if (overdue.size === 0) return []
  const text = texts.supervisorsList([...overdue], reviewWaits.supervisors, groupName('supervisor', isInternal(scheme)))
  const supervisors = await stores.register.holders('supervisor', today)
  return [inRoom('panel', text), ...supervisors.map(({ id }) => privately(id, text))]
}

/** 催审: what has waited three days is brought to the reviewers in one line each, a week a substitute, two weeks the supervisors (design §3.4). */
export const remindReviewers = job({
  name: 'remind-reviewers',
  at: daily('08:30'),
  catchUp: 'latest',
  kind: 'effect',

  async run(_slot, context) {
    const { stores, village, now } = context
    const today = dateOf(now)
    if (await pauseOf(stores)) return nothingToDo('紧急暂停中')
    if ((await stores.village.setting(settingKeys.reminded)) === today) return nothingToDo('今天已经提醒过')
    const all = await waitingByReviewer(stores, now)
    const waiting = all
      .map(({ reviewer, files }) => ({ reviewer, files: files.filter((file) => waited(file, today) >= reviewWaits.remind) }))
      .filter(({ files }) => files.length > 0)
    if (waiting.length === 0) return nothingToDo('没有久等的')
    await stores.village.setSetting(settingKeys.reminded, today)
    const substitutes = substitutesOf(waiting, today)
    const replies = [
      // who is named as substitute is reminded by that line alone
      ...(await toReviewers(
        waiting.filter(({ reviewer }) => !substitutes.some((one) => one.reviewer.id === reviewer.id)),
        today,
        context,
      )),
      ...substitutes.map(({ reviewer, files }) =>
        privately(reviewer.id, texts.substituteReminder(numbersOf(files), longest(files, today))),
      ),
      ...(await toSupervisors(waiting, today, context)),
    ].map((reply) => ({ ...reply, notBefore: toldAt(now, village.training) }))
    return { did: true, replies, summary: `提醒 ${waiting.length} 位评议员` }
  },
})
