import { addDays, dateOf, daysOf, monthOf, type LocalDate } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import type { Reply } from '../../models/reply.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { lackingIn } from '../../rules/resolution.ts'
import { cadresOnly } from '../../texts/office.ts'
import * as texts from '../../texts/scheme.ts'
import { command, type Context } from '../command.ts'
import { propose } from '../proposal/open-proposal.ts'
import { changeMeant } from './change-meant.ts'
import { nextScheme } from './planned-change.ts'
import { isTrial, tryChange } from './try-change.ts'

/** From the first of the next month, unless another day is said: what is under way is finished by the rules it began under. */
function dayMeant({ date }: Slots, now: number): LocalDate {
  const today = dateOf(now)
  if (date === undefined || date === null) return addDays(daysOf(monthOf(today)).last, 1)
  const { first } = daysOf(date)
  return first > today ? first : refuse(texts.dayTooEarly(first))
}

/** Who, when and in which document: asked for in one question, and again as long as something is missing (MIN-1). */
function resolutionMeant({ reason }: Slots): string {
  const lacking = reason === undefined ? null : lackingIn(reason)
  if (reason !== undefined && lacking?.length === 0) return reason
  return ask({
    about: 'resolution',
    text: lacking === null ? texts.whichResolution : texts.resolutionLacks(lacking),
    options: [],
    free: 'text',
    minutes: questionMinutes,
  })
}

async function proposeChange(slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, now } = context
  const { item, place, points } = changeMeant(slots, context)
  const from = dayMeant(slots, now)
  const planned = { item: item.code, path: place.path, points }
  const { base } = await nextScheme(planned, from, item.name, stores)
  const resolution = resolutionMeant(slots)
  const change = texts.changeText(item.name, place, points)
  const payload = { ...planned, from, base: base.edition, change, resolution }
  return propose('change-scheme', payload, { subject: null, text: texts.changeProposal(change, from, resolution) }, context)
}

/** 改办法: a cadre proposes another number for an item, and a second cadre of another household must agree (MIN-2); 试算 only tries it. */
export const changeScheme = command({
  intent: 'set_rule',
  words: [],
  examples: ['看望老人改为每次3分', '扫路改成每小时3分', '试算 看望老人改为每次3分'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '看望老人改为每次3分（要两户干部）｜试算 看望老人改为每次3分',
  handle: (slots, context) => (isTrial(context.line) ? tryChange(slots, context) : proposeChange(slots, context)),
})
