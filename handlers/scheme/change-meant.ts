import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { placeOfPoints, type PointsPlace } from '../../rules/reading/change-points.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import * as texts from '../../texts/scheme.ts'
import type { Context } from '../command.ts'

/** The one item whose name, or else whose word, stands in the line; the longest wins. */
function itemMeant({ items }: Scheme, cat: string | undefined, line: string): Item {
  const said = items.flatMap((item) => [item.name, ...item.words].filter((word) => line.includes(word)).map((word) => ({ item, word })))
  const longest = Math.max(0, ...said.map(({ word }) => word.length))
  const named = [...new Set(said.filter(({ word }) => word.length === longest).map(({ item }) => item))]
  const [only, other] = named.length > 0 ? named : items.filter((item) => item.cat === cat)
  if (only && !other) return only
  return refuse(texts.whichItem((named.length > 0 ? named : items.filter((item) => item.cat === cat)).map(({ name }) => name)))
}

/** The number that the line means, and what it shall be. */
export function changeMeant(slots: Slots, { scheme, line }: Pick<Context, 'scheme' | 'line'>) {
  const item = itemMeant(scheme, slots.cat, line)
  const points = slots.points ?? refuse(texts.changeHow)
  const place = placeOfPoints(item, line)
  if ('choose' in place) return refuse(texts.whichNumber(item.name, place.choose))
  if ('why' in place) return refuse(texts.notByWord[place.why](item.name))
  if (place.points === points) return refuse(texts.sameNumber(item.name, points))
  return { item, place: place satisfies PointsPlace, points }
}
