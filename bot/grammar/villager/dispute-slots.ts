import type { Slots } from '../../../models/intent.ts'
import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { deedOf, said, type Tools } from '../rule.ts'

/** Names of people in a line. */
export const people = (speech: Speech): readonly string[] =>
  marksIn(speech)
    .filter(({ letter }) => 'PF'.includes(letter))
    .map(({ person }) => person?.name ?? '')

/** The case a line names by its number. */
export const caseIn = (speech: Speech): string | undefined => {
  const mark = marksIn(speech).find(({ letter, text }) => letter === 'C' || (letter === 'N' && /^\d{2,6}$/u.test(text)))
  return mark?.number === undefined ? undefined : `#${mark.number}`
}

/** what the books show in place of the right figure */
const DENIED = /(?:不是|不算|写成|记成|算成|登成|打成|只有|只给|只记|才有|才给|才记)了?$/u

/** The points a line affirms: of 应该是12分不是9分 the first. */
export function amount(speech: Speech): number | undefined {
  const all = [...speech.marks].filter(([, { letter }]) => letter === 'S')
  const affirmed = all.filter(([place]) => !DENIED.test(speech.mask.slice(Math.max(0, place - 4), place)))
  return (affirmed.length > 0 ? affirmed : all).at(-1)?.[1].quantity?.value
}

/** A list of names, or nothing. */
export const listed = (names: readonly string[]): readonly string[] | undefined => (names.length === 0 ? undefined : names)

/** Whom and what an objection is about; the deed is the one that is doubted. */
export function objection(speech: Speech, tools: Tools, kind?: string): Slots {
  const who = people(speech)
  const own = /我家|我的|我们家|俺家|俺的|给我|没(?:有|得)?我|漏了我|我(?:明明|只|才|那|报|扫|去|做|干|没|少|多)|咱家/u.test(speech.mask)
  const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date
  const found = kind ?? objectionKind(speech.mask)
  return said({
    who: who.length === 0 && own ? ['self'] : listed(who),
    target: caseIn(speech) ?? speech.card?.target ?? (speech.card?.byBot ? 'quoted' : undefined),
    cat: OF_PROCEDURE.test(found ?? '') ? undefined : deedOf(speech, tools)?.cat,
    points: amount(speech),
    date: date?.past !== undefined && /^\d{4}$/u.test(date.past) ? undefined : date?.past,
    kind: found,
  })
}

const OF_PROCEDURE = /^(?:conflict_of_interest|procedure)$/u

function objectionKind(mask: string): string | undefined {
  if (/程序|没(?:有)?公示|没(?:有)?开会|没通知|不透明|几个人就(?:把|定)/u.test(mask)) return 'procedure'
  if (/亲戚|自家|自己人|偏心|走后门|不公|徇私|回避/u.test(mask)) return 'conflict_of_interest'
  if (/漏|少(?:记|算|了)|没(?:记|算|加)上?|没给/u.test(mask)) return 'missing_credit'
  if (/(?:根本|压根|又|都|明明)?没(?:来|去|扫|清|参加|干|做|见)|假的|冒(?:领|报)|虚报|造假|糊弄|不是他|哪(?:有|来)/u.test(mask))
    return 'false_credit'
  if (/重复|两遍|两次|双份/u.test(mask)) return 'duplicate'
  return /应该是|算错|记错|多(?:记|加|算)|不对/u.test(mask) ? 'wrong_points' : undefined
}

/** A decision on the speaker's own case: what is charged, or the deed that was refused. */
export function contested(speech: Speech, tools: Tools): Slots {
  const points = amount(speech)
  const rejected = /驳回|不(?:给)?(?:通过|过|批)|打回|退回/u.test(speech.mask)
  const words = speech.text.slice(0, 160)
  return said({
    who: ['self'],
    target: caseIn(speech) ?? speech.card?.target ?? undefined,
    points: points === undefined ? undefined : -points,
    cat: /整改/u.test(speech.mask) ? undefined : ((rejected ? null : tools.conduct(words)?.cat) ?? tools.deed(words)?.cat),
    kind: rejected ? 'rejection' : 'deduction',
  })
}
