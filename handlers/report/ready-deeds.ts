import type { SlotItem, Slots } from '../../models/intent.ts'
import { placeAndReason } from '../../texts/report/needs.ts'
import type { Context } from '../command.ts'
import { planOf, underPlan } from '../household/planned.ts'
import type { Villager } from '../people.ts'
import { readDeed, type ReadDeed } from './deeds.ts'
import { mustFit } from './fitting-item.ts'
import { particularsOf } from './needs.ts'
import { reportedOn } from './on-its-day.ts'

/** One deed of a line as it counts for one doer: by the plan of the household, where it has one (XY-3). */
export interface Ready {
  readonly doer: Villager
  readonly plan: Awaited<ReturnType<typeof planOf>>
  /** the context with the agreement that holds for this household */
  readonly own: Context
  readonly deed: ReadDeed
}

/** What is said of one deed of a line. */
export type SaidDeed = SlotItem & Pick<Slots, 'level' | 'date_candidates'>

/** What an answer has said since counts for every deed of the line. */
const whole = ({ date, place, reason }: Slots): Pick<Slots, 'date' | 'place' | 'reason'> => ({
  ...(date === undefined ? {} : { date }),
  ...(place === undefined ? {} : { place }),
  ...(reason === undefined ? {} : { reason }),
})

/** 一事一记录 (YX-3): the deed with place and reason, where the item asks for them. */
function recorded(deed: ReadDeed, slots: SlotItem & Pick<Slots, 'reason'>, { line }: Context): ReadDeed {
  if (!('item' in deed)) return deed
  const { place, reason } = particularsOf(deed.item, slots, line)
  return { ...deed, place, particulars: deed.item.needs.length === 0 ? '' : placeAndReason(place, reason) }
}

/** Reads one deed of a line for each of its doers; asks for what is missing, refuses what is not for them. */
export async function readFor(doers: readonly Villager[], said: SaidDeed, slots: Slots, context: Context): Promise<Ready[]> {
  const ready: Ready[] = []
  const then = await reportedOn(said.date_approx === true ? null : said.date, context)
  for (const doer of doers) {
    const plan = await planOf(doer.household?.id, then)
    const own = underPlan(then, plan)
    const deed = readDeed(said, own)
    // nobody is asked where and why before it is known that the item is theirs
    if ('item' in deed) await mustFit(doer, deed.item, own)
    ready.push({ doer, plan, own, deed })
  }
  return ready.map((one) => ({ ...one, deed: recorded(one.deed, { ...whole(slots), ...said }, one.own) }))
}
