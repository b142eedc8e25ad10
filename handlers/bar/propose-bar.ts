import type { Bar } from '../../models/bar.ts'
import { addDays, dateOf, instantOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { hasBasis } from '../../rules/basis.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { isOn } from '../../rules/checks/practice-checks.ts'
import { practices } from '../../rules/practices.ts'
import * as texts from '../../texts/objection/bar.ts'
import { noHousehold } from '../../texts/report/report.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { command, type Context } from '../command.ts'
import { personNamed, type Villager } from '../people.ts'
import { secondsFor, toBarred, toDecider, viewBar } from './bar-view.ts'

type Grounds = Pick<Bar, 'ground' | 'code' | 'text'>

const reason = (text: string): never => ask({ about: 'reason', text, options: [], free: 'text', minutes: reasonMinutes })

/** The veto of the scheme that the reviewer's words name; without any the reviewer is asked. */
function vetoMeant(slots: Slots, who: string, { scheme, line }: Context): Grounds {
  if (!isOn(scheme, 'veto') || scheme.vetoes.length === 0) return refuse(texts.vetoOff(practices.veto.reason))
  const names = scheme.vetoes.map(({ name }) => name)
  const words =
    slots.reason ??
    reason(
      texts.vetoWhy(
        who,
        names,
        scheme.vetoes.some(({ basis }) => basis === 'decision'),
      ),
    )
  const named = scheme.vetoes.find(({ name, words: others }) => [name, ...others].some((word) => `${line}${words}`.includes(word)))
  const veto = named ?? (scheme.vetoes.length === 1 ? scheme.vetoes[0] : undefined) ?? reason(texts.vetoWhy(who, names, true))
  if (!hasBasis(veto, words)) reason(texts.vetoWhy(who, [veto.name], true))
  return { ground: 'veto', code: veto.code, text: words }
}

function reminderMeant(slots: Slots, who: string, { scheme }: Context): Grounds {
  if (!scheme.reminders) return refuse(texts.noReminders)
  return { ground: 'reminder', code: '', text: slots.reason ?? reason(texts.reminderWhy(who)) }
}

/** Opens the case: the household is told in private and heard before a second reviewer may decide. */
async function open({ person, household }: Villager, grounds: Grounds, context: Context): Promise<readonly Reply[]> {
  const { stores, scheme, speaker, edition, now } = context
  const home = household ?? refuse(noHousehold(person.name))
  if (home.id === speaker.household?.id) return refuse(texts.ownHouse)
  const underWay = (await stores.bars.of(home.id)).find(
    ({ state, bar }) => bar.ground === grounds.ground && ['hearing', 'decided', 'appealed', 'in-force'].includes(state),
  )
  if (underWay) return refuse(texts.barUnderWay(underWay.number))
  const heardUntil = addDays(dateOf(now), scheme.notice.answerDays)
  const by = speaker.person.id
  const about = { edition, subject: home.id, openedBy: by, at: now, dueAt: instantOf(addDays(heardUntil, 1)) }
  const file = await stores.bars.open(about, { ...grounds, doer: person.id, proposedBy: by })
  await stores.cases.addEvidence({ number: file.number, kind: 'text', media: null, text: grounds.text, by, at: now })
  const view = await viewBar(file, context)
  const consequence = texts.consequenceOf(grounds.ground, scheme.reminders?.days ?? 0)
  const from = addDays(heardUntil, 1)
  return [
    ...toDecider(file.number, texts.barOpened(view, from), context),
    ...(await toBarred(file, texts.hearingNotice(view, heardUntil, consequence), context)),
    inRoom('panel', texts.barSent(file.number), file.number),
    ...(await secondsFor(file, context)).map(({ id }) => privately(id, texts.barCard(view, from), file.number)),
  ]
}

async function propose(slots: Slots, meant: typeof vetoMeant, context: Context): Promise<readonly Reply[]> {
  const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
  if (name === undefined || name === null) return refuse(texts.barHow)
  const villager = await personNamed(context.stores, name, context.reading.settled)
  return open(villager, meant(slots, villager.person.name, context), context)
}

/** 一票否决 (RA-3): put forward by a reviewer, heard in private, decided by a second one of another household, open to appeal. */
export const proposeVeto = command({
  intent: 'deduct',
  words: ['一票否决'],
  examples: ['一票否决 马玉芬'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '一票否决 姓名（先听本人说）',
  handle: (slots, context) => propose(slots, vetoMeant, context),
})

/** 限期提醒 (JZ-6): a private reminder instead of a black list, on the same way. */
export const proposeReminder = command({
  intent: 'rectify_notice',
  words: ['限期提醒'],
  examples: ['限期提醒 马玉芬'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '限期提醒 姓名（只私下说）',
  handle: (slots, context) => propose(slots, reminderMeant, context),
})
