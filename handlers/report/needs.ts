import type { SlotItem, Slots } from '../../models/intent.ts'
import { ask } from '../../models/outcome.ts'
import { questionMinutes, reasonMinutes } from '../../rules/dialogue.ts'
import type { Item } from '../../rules/scheme.ts'
import * as texts from '../../texts/report/needs.ts'

/** What a record of one matter holds besides what was done (YX-3 一事一记录); null where the scheme does not ask for it. */
export interface Particulars {
  readonly place: string | null
  readonly reason: string | null
}

/** 「在后山」「地点：后山」 */
const PLACE = /(?:地点|地方)\s*[:：]?\s*([^\s,，。；;]{2,20})|(?:^|[\s,，])(?:在|到)([^\s,，。；;]{2,12}?)(?=$|[\s,，。；;])/u

/** 「因为渠堵了」「事由：防火」 */
const REASON = /(?:因为|由于|为了|事由|原因)\s*[:：]?\s*([^,，。；;]{2,40})/u

/** What was done where and why, as the line says it or the answers have said it since. */
function particularsIn(slots: SlotItem & Pick<Slots, 'reason'>, line: string): Particulars {
  const place = PLACE.exec(line)
  return {
    place: slots.place ?? place?.[1] ?? place?.[2] ?? null,
    reason: slots.reason ?? REASON.exec(line)?.[1] ?? null,
  }
}

/**
 * Asks, one question at a time, for the time, place and reason that the item cannot do without (YX-3); the line waits as an open question.
 * `slots` hold what the whole line said of the deed.
 */
export function particularsOf(
  { name, needs }: Pick<Item, 'name' | 'needs'>,
  slots: SlotItem & Pick<Slots, 'reason'>,
  line: string,
): Particulars {
  const { place, reason } = particularsIn(slots, line)
  if (needs.includes('time') && (slots.date ?? null) === null)
    return ask({ about: 'date', text: texts.whenWasIt(name), options: [], free: 'date', minutes: questionMinutes })
  if (needs.includes('place') && place === null)
    return ask({ about: 'place', text: texts.whereWasIt(name), options: [], free: 'text', minutes: reasonMinutes })
  if (needs.includes('reason') && reason === null)
    return ask({ about: 'reason', text: texts.whyWasIt(name), options: [], free: 'text', minutes: reasonMinutes })
  return needs.length === 0 ? { place: slots.place ?? null, reason: null } : { place, reason }
}
