import type { ProposalAct } from '../../models/case.ts'
import { dateOf, daysBetween, monthOf } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { bindingWait, toldAt } from '../../rules/deadlines.ts'
import { invitedOn, panelComplete } from '../../rules/people/panel.ts'
import { pauseOf, settingKeys } from '../../rules/village-settings.ts'
import { answersDue, cadreReminder } from '../../texts/review/reminders.ts'
import { inviteReminder } from '../../texts/review/panel.ts'
import { daily } from '../calendar.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'

/** Acts of which a cadre must agree; the others wait for the panel. */
const forCadres: readonly ProposalAct[] = [
  'grant-role',
  'end-role',
  'erase',
  'household-plan',
  'custody',
  'bad-record',
  'grade-exception',
  'dividend',
  'change-scheme',
]

interface Waiting {
  /** objections, and reports and deductions under appeal, whose answer is overdue */
  readonly overdue: readonly number[]
  readonly proposals: readonly { readonly number: number; readonly by: string }[]
  readonly bindings: readonly number[]
  /** that the month's villagers are still to be asked in (XY-5), in words */
  readonly invite: string | null
  /** answers and proposals that the panel owes; deductions are told in private only */
  readonly panel: readonly number[]
}

/** Once at the month's start, and each day on which reports wait for the villagers who were not asked in (XY-5). */
async function inviteText({ stores, scheme, now }: JobContext): Promise<string | null> {
  const wanted = scheme.panel?.invited
  if (wanted === undefined) return null
  const today = dateOf(now)
  const there = (await invitedOn(stores, today)).length
  if (panelComplete(there, wanted)) return null
  const month = monthOf(today)
  const begun = (await stores.village.setting(settingKeys.inviteReminded)) === month
  if (begun && (await stores.cases.reportsInStates(['pending'])).length === 0) return null
  await stores.village.setSetting(settingKeys.inviteReminded, month)
  return inviteReminder(there, wanted.min, wanted.max)
}

async function whatWaits(context: JobContext): Promise<Waiting> {
  const { stores, now } = context
  const today = dateOf(now)
  const objections = await stores.cases.dueBy('objection', ['open', 'appealed'], now)
  const appeals = await stores.cases.dueBy('report', ['pending'], now)
  const deductions = await stores.cases.dueBy('deduction', ['appealed'], now)
  const proposals: { number: number; by: string }[] = []
  for (const { number, openedAt } of await stores.cases.inStates('proposal', ['proposed'])) {
    const file = await stores.cases.proposal(number)
    if (file && daysBetween(dateOf(openedAt), today) >= 1 && forCadres.includes(file.proposal.act))
      proposals.push({ number, by: file.proposal.by })
  }
  const bindings = (await stores.cases.inStates('binding', ['pending'])).filter(
    ({ openedAt }) => daysBetween(dateOf(openedAt), today) >= bindingWait,
  )
  const invite = await inviteText(context)
  const overdue = [...objections, ...appeals, ...deductions].map(({ number }) => number).sort((one, other) => one - other)
  return { overdue, proposals, invite, bindings: bindings.map(({ number }) => number), panel: objections.map(({ number }) => number) }
}

/** 待办: once a day each cadre hears in one line what is overdue, whom to ask in, what waits for a second person, and which bindings wait. */
export const remindCadres = job({
  name: 'remind-cadres',
  at: daily('08:40'),
  catchUp: 'latest',
  kind: 'effect',

  async run(_slot, context) {
    const { stores, village, now } = context
    if (await pauseOf(stores)) return nothingToDo('紧急暂停中')
    const { overdue, proposals, bindings, invite, panel } = await whatWaits(context)
    const replies: Reply[] = panel.length > 0 ? [inRoom('panel', answersDue(panel))] : []
    const today = dateOf(now)
    const bookkeepers = await stores.register.holders('bookkeeper', today)
    const cadres = [...(await stores.register.holders('secretary', today)), ...bookkeepers]
    for (const { id } of cadres.filter((one, index) => cadres.findIndex((other) => other.id === one.id) === index)) {
      const toAgree = proposals.filter(({ by }) => by !== id).map(({ number }) => number)
      const toBind = bookkeepers.some((one) => one.id === id) ? bindings : []
      if (invite !== null || overdue.length + toAgree.length + toBind.length > 0)
        replies.push(privately(id, cadreReminder({ overdue, proposals: toAgree, bindings: toBind, invite })))
    }
    if (replies.length === 0) return nothingToDo('没有要提醒的')
    return {
      did: true,
      replies: replies.map((reply) => ({ ...reply, notBefore: toldAt(now, village.training) })),
      summary: `提醒 ${replies.length} 处`,
    }
  },
})
