import type { BarCase } from '../../models/bar.ts'
import { addDays, dateOf, daysOf, quarterOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import type { Scheme } from '../../rules/scheme.ts'
import * as texts from '../../texts/objection/bar.ts'
import type { Closed } from '../booking/deadlines-of-deductions.ts'
import type { JobContext } from '../job.ts'

/** The last day of a veto's period, or the day from which a reminder may be lifted. */
function endOf({ bar }: BarCase, scheme: Scheme, today: string): string {
  if (bar.ground === 'reminder') return addDays(today, scheme.reminders?.days ?? 0)
  const bars = scheme.vetoes.find(({ code }) => code === bar.code)?.bars ?? 'quarter'
  return daysOf(bars === 'year' ? today.slice(0, 4) : quarterOf(today)).last
}

/** Repeated and unlawful (JZ-6): a letter's draft to the bookkeepers, and nothing more. */
async function letterFor(file: BarCase, scheme: Scheme, { stores, now }: JobContext): Promise<readonly Reply[]> {
  const { subject, bar } = file
  if (bar.ground !== 'reminder' || subject === null || !texts.isUnlawful(bar.text)) return []
  const listed = (await stores.bars.of(subject)).filter((one) => one.bar.ground === 'reminder' && one.bar.from !== null)
  if (listed.length < (scheme.reminders?.repeated ?? Infinity)) return []
  const doer = await stores.register.person(bar.doer)
  const draft = texts.letterDraft(
    doer?.name ?? '一户',
    listed.length,
    listed.map((one) => one.bar.text),
  )
  return (await stores.register.holders('bookkeeper', dateOf(now))).map(({ id }) => privately(id, draft, file.number))
}

/** 限评生效 (RA-3, JZ-6): what was decided and not appealed in time, or maintained, comes into force; only those concerned hear of it. */
export async function closeBars(context: JobContext): Promise<Closed> {
  const { stores, schemeOf, now } = context
  const replies: Reply[] = []
  let done = 0
  for (const { number } of await stores.cases.dueBy('bar', ['decided'], now)) {
    const file = await stores.bars.find(number)
    if (!file) continue
    const scheme = await schemeOf(file.edition)
    const today = dateOf(now)
    const until = endOf(file, scheme, today)
    await stores.cases.move(file, 'close', null, now)
    await stores.cases.setDue(number, null)
    await stores.bars.amend(number, { from: today, until })
    const doer = await stores.register.person(file.bar.doer)
    const view = { number, ground: file.bar.ground, who: doer?.name ?? '一户', what: '', seen: file.bar.text }
    const head = file.subject === null ? null : ((await stores.register.household(file.subject))?.head ?? null)
    const heard = new Set([...(doer && !doer.minor ? [doer.id] : []), ...(head === null ? [] : [head])])
    replies.push(...[...heard].map((person) => privately(person, texts.barInForce(view, until), number)))
    replies.push(...(await letterFor(file, scheme, context)))
    done += 1
  }
  return { replies, done, stuck: [] }
}
