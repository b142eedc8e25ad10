import type { Photo, ReportCase } from '../../models/case.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { wordsAbout } from '../../texts/name.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { stateText } from '../../texts/review/review.ts'
import * as texts from '../../texts/report/supplement.ts'
import { command, type Context } from '../command.ts'
import { reportNumbered } from '../people.ts'
import { cardInPanel, cardOf } from '../review/review-card.ts'
import { addToObjection } from '../objection/add-to-objection.ts'
import { numbersOf } from '../review/target.ts'
import { commentOn } from '../proposal/comment-on.ts'
import { attachPhotos, photosBefore } from './attach-photos.ts'
import { isChilds, picturesInPrivate } from './childs-picture.ts'

/** What a report is supplemented with. */
interface Addition {
  readonly words: string | null
  readonly photos: readonly Photo[]
}

/** Adds words and pictures to a report; one that was returned goes back to the reviewers with a new card. */
export async function addToReport(
  file: ReportCase,
  { words, photos }: Addition,
  person: string,
  { stores, schemeOf, now }: Pick<Context, 'stores' | 'schemeOf' | 'now'>,
): Promise<readonly Reply[]> {
  if (words !== null) await stores.cases.addEvidence({ number: file.number, kind: 'text', media: null, text: words, by: person, at: now })
  const { marks } = await attachPhotos(photos, [file.number], stores, now)
  if (file.state !== 'returned') {
    const doer = await stores.register.person(file.report.doer)
    const lines = [...(words === null ? [] : [texts.addedTo(file.number, wordsAbout(words, doer))]), ...marks]
    return lines.length === 0 ? [] : [inRoom('panel', lines.join('\n'), file.number)]
  }
  const again = await stores.cases.move(file, 'supplement', person, now)
  await stores.cases.setDue(file.number, null)
  const alone = (await isChilds(again, { stores })) ? await picturesInPrivate(again, photos, { stores, now }) : []
  return [cardInPanel(file.number, await cardOf(again, texts.supplemented, marks, { stores, schemeOf })), ...alone]
}

async function ownOpen(number: number | undefined, { stores, speaker }: Context): Promise<ReportCase> {
  const mine = ({ report }: ReportCase) => report.reporter === speaker.person.id || report.doer === speaker.person.id
  if (number === undefined) {
    const open = (await stores.cases.reportsInStates(['returned', 'pending'])).filter(mine)
    return open.findLast(({ state }) => state === 'returned') ?? open.at(-1) ?? refuse(texts.nothingToSupplement)
  }
  const file = await reportNumbered(number, stores)
  if (!mine(file)) return refuse(texts.notYoursToSupplement(number), number)
  if (file.state === 'pending' || file.state === 'returned') return file
  return refuse(texts.tooLateToSupplement(number, stateText[file.state] ?? file.state), number)
}

/** What is left of the line without the command and the number. */
const wordsOf = (line: string): string | null => {
  const rest = line
    .replace(/^@\S+\s*/u, '')
    .replace(/^补充(?:一下|材料|说明)?\s*[:：,，]?\s*/u, '')
    .replace(/^#?\d{4,6}\s*号?\s*[:：,，]?\s*(?:补充\s*[:：,，]\s*)?/u, '')
    .trim()
  return rest === '' ? null : rest
}

/** 补充: words or pictures for a report that waits or was returned for them. */
export const supplementReport = command({
  intent: 'supplement',
  words: ['补充'],
  examples: ['补充 #1001 照片补上了', '补充：扫的是村口到学校那段'],
  role: 'villager',
  help: '补充：#1001 说明（或发照片）',
  async handle(slots, context) {
    const { stores, speaker, room, line, begunAt } = context
    const [number] = numbersOf(slots.target)
    const named = number === undefined ? null : await stores.cases.find(number)
    if (named?.kind === 'objection') return addToObjection(named, slots.reason ?? wordsOf(line), context)
    const proposal = named?.kind === 'proposal' ? await stores.cases.proposal(named.number) : null
    if (proposal) return commentOn(proposal, slots.reason ?? wordsOf(line), context)
    const file = await ownOpen(number, context)
    const photos = await photosBefore(stores, speaker.person.id, begunAt)
    const words = slots.reason ?? wordsOf(line)
    if (words === null && photos.length === 0)
      return ask({ about: 'reason', text: texts.supplementWhat(file.number), options: [], free: 'text', minutes: questionMinutes })
    const replies = await addToReport(file, { words, photos }, speaker.person.id, context)
    const receipt = texts.supplementReceived(file.number)
    const own = room === null ? [here(receipt, file.number)] : [here(sentPrivately), privately(speaker.person.id, receipt, file.number)]
    return [...own, ...replies]
  },
})
