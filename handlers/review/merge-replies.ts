import type { Reply } from '../../models/reply.ts'
import * as texts from '../../texts/review/batch.ts'

const placeOf = (reply: Reply): string => {
  if (reply.to === 'person') return `person ${reply.person}`
  if (reply.to === 'room') return `room ${reply.room}`
  return reply.to === 'contact' ? `contact ${reply.contact}` : 'here'
}

/** The lines of several decisions as one for each place: what they say alike is said once. */
export function mergeReplies(replies: readonly Reply[]): readonly Reply[] {
  const places = new Map<string, Reply[]>()
  for (const reply of replies) places.set(placeOf(reply), [...(places.get(placeOf(reply)) ?? []), reply])
  return [...places.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    if (others.length === 0) return [first]
    const { about: _about, ...rest } = first
    return [{ ...rest, text: texts.merged([first, ...others].map(({ text }) => text)) }]
  })
}
