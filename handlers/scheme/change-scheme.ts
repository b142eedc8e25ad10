import { addDays, dateOf, daysOf, monthOf, type LocalDate } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { dayToCome, lackingIn } from '../../rules/resolution.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { whichProblem } from '../../texts/scheme/scheme-change.ts'
import * as texts from '../../texts/scheme/scheme.ts'
import { command, type Command, type Context, type NewcomerCommand } from '../command.ts'
import { propose } from '../proposal/open-proposal.ts'
import { changeMeant } from './change-meant.ts'
import { baseOn, withEdits } from './planned-change.ts'
import { isTrial, tryChange } from './try-change.ts'

/** From the first of the next month, unless another day is said: what is under way is finished by the rules it began under. */
function dayMeant({ date }: Slots, now: number): LocalDate {
  const today = dateOf(now)
  if (date === undefined || date === null) return addDays(daysOf(monthOf(today)).last, 1)
  const { first } = daysOf(date)
  return first > today ? first : refuse(texts.dayTooEarly(first))
}

/** Who, when and in which document: asked for in one question, and again as long as something is missing (MIN-1). */
function resolutionMeant({ reason }: Slots, now: number): string {
  const lacking = reason === undefined ? null : lackingIn(reason)
  const early = reason === undefined ? null : dayToCome(reason, dateOf(now))
  if (reason !== undefined && lacking?.length === 0 && early === null) return reason
  const unsaid = lacking === null ? texts.whichResolution : texts.resolutionLacks(lacking)
  return ask({
    about: 'resolution',
    text: early === null ? unsaid : texts.resolutionToCome(early),
    options: [],
    free: 'text',
    minutes: questionMinutes,
  })
}

/** Every item says which trouble it is for (MIN-2). */
const explained = (item: string) => ask({ about: 'problem', text: whichProblem(item), options: [], free: 'text', minutes: questionMinutes })

async function proposeChange(slots: Slots, reserved: readonly string[], context: Context): Promise<readonly Reply[]> {
  const { stores, reading, line, speaker, now, schemeOf } = context
  const from = dayMeant(slots, now)
  const base = await baseOn(from, stores)
  const { edits, change, problem, unexplained } = changeMeant(reading, await schemeOf(base.edition), line, from)
  const { warnings } = withEdits(base, edits, reserved)
  if (unexplained !== null) return explained(unexplained)
  const resolution = resolutionMeant(slots, now)
  const payload = { edits, problem, from, base: base.edition, change, resolution }
  const replies = await propose('change-scheme', payload, { subject: null, text: texts.changeProposal(change, from, resolution) }, context)
  return warnings.length === 0 ? replies : [...replies, privately(speaker.person.id, texts.thinkAbout(warnings))]
}

/**
 * 改办法: a cadre proposes another number, range, limit, end or proof of an item, or a new one, and a second cadre of another household
 * must agree (MIN-2); 试算 only tries it. `all` are the commands, whose words no item may begin with.
 */
export const changeScheme = (all: () => readonly (Command | NewcomerCommand)[]): Command =>
  command({
    intent: 'set_rule',
    words: [],
    examples: [
      '看望老人改为每次3分',
      '扫路改成每小时3分',
      '邻里互助 改成 2到6分',
      '扫路 每月最多4次',
      '从2027年1月1日起 取消 扫路',
      '新增项目 送餐 每次2分 类别 邻里',
      '试算 看望老人改为每次3分',
    ],
    role: ['secretary', 'bookkeeper'],
    refusal: cadresOnly,
    help: '看望老人改为每次3分（要两户干部）｜扫路 每月最多4次｜取消项目 扫路｜新增项目 送餐 每次2分 类别 邻里｜试算 看望老人改为每次3分',
    handle: (slots, context) =>
      isTrial(context.line)
        ? tryChange(context)
        : proposeChange(
            slots,
            all().flatMap(({ words }) => words),
            context,
          ),
  })
