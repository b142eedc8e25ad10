import type { Photo } from '../../models/case.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { alikeBits, alikeDays, photoMinutes, plainBits } from '../../rules/dialogue.ts'
import * as texts from '../../texts/report/photo.ts'

const DAY = 86_400_000

/** Pictures that became evidence of cases, and what the panel should know of them. */
export interface Attached {
  readonly photos: readonly Photo[]
  /** one line for each case whose picture belongs to another case already */
  readonly marks: readonly string[]
}

/** Bits set of 64: `0000000000000000` has none. */
const bitsOf = (look: string): number =>
  [...look].reduce((sum, digit) => sum + [...Number.parseInt(digit, 16).toString(2)].filter((bit) => bit === '1').length, 0)

/** A night sky looks like every other night sky: only the very same picture counts. */
function isPlain(look: string): boolean {
  const bits = bitsOf(look)
  return bits < plainBits || bits > 64 - plainBits
}

async function likeOf(photo: Photo, own: readonly number[], stores: Stores): Promise<number | null> {
  const alike = await stores.photos.alike(photo.look, alikeBits, photo.at - alikeDays * DAY)
  const like = alike.find(
    ({ number, media }) => number !== null && !own.includes(number) && (media === photo.media || !isPlain(photo.look)),
  )
  return like?.number ?? null
}

/** A person's pictures that wait for their words: sent up to ten minutes before a line was begun. */
export const photosBefore = (stores: Stores, person: string, begunAt: number): Promise<readonly Photo[]> =>
  stores.photos.loose(person, begunAt - photoMinutes * 60_000)

/** Makes pictures the evidence of the cases of one line; a near-identical picture of another case of the last 400 days is marked, never dropped. */
export async function attachPhotos(photos: readonly Photo[], numbers: readonly number[], stores: Stores, now: number): Promise<Attached> {
  const [first] = numbers
  if (first === undefined) return { photos: [], marks: [] }
  const marks = new Set<string>()
  for (const photo of photos) {
    const like = await likeOf(photo, numbers, stores)
    if (like !== null) marks.add(texts.photoAlike(first, like))
    for (const number of numbers)
      await stores.cases.addEvidence({ number, kind: 'photo', media: photo.media, text: null, by: photo.person, at: now })
    await stores.photos.attach(photo.id, first)
  }
  return { photos, marks: [...marks] }
}
