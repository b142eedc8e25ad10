import { viewReport } from '../../handlers/case-view.ts'
import type { Context } from '../../handlers/command.ts'
import { isChilds, picturesInPrivate } from '../../handlers/report/childs-picture.ts'
import { addToReport } from '../../handlers/report/supplement-report.ts'
import type { Photo, ReportCase } from '../../models/case.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import type { MediaStore, Stores } from '../../models/stores/stores.ts'
import type { Utterance } from '../../models/utterance.ts'
import { photoBytes, photoMinutes } from '../../rules/dialogue.ts'
import { photoCame } from '../../texts/report/photo.ts'
import * as texts from '../../texts/report/report.ts'
import { MediaRefused } from './media-refused.ts'
import type { Pictures } from './pictures.ts'

/** A picture that has been fetched, stripped and kept, or the sentence why it was not taken. */
export type Taken = { readonly sha256: string; readonly look: string } | { readonly refusal: string }

/** What placing a picture needs of a unit of work. */
export type PhotoContext = Pick<Context, 'stores' | 'schemeOf' | 'now'>

/** Fetches, strips and keeps the picture of a message, before any unit of work; null when there is none or it cannot be had. */
export async function takePhoto({ media }: Utterance, store: MediaStore, pictures: Pictures): Promise<Taken | null> {
  const picture = media.find(({ kind }) => kind === 'image')
  if (!picture) return null
  try {
    const { bytes, look } = await pictures.prepare(await picture.bytes(photoBytes))
    return { sha256: await store.keep(bytes), look }
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error
    if (error.reason === 'gone') return null
    return { refusal: error.reason === 'too-large' ? texts.photoTooLarge : texts.photoUnreadable }
  }
}

/** When its reporter last had to do with a report: opened it, added to it, or was asked for something. */
async function touchedAt(file: ReportCase, stores: Stores): Promise<number> {
  const added = (await stores.cases.evidence(file.number)).filter(({ by }) => by === file.report.reporter || by === file.report.doer)
  const returned = (await stores.cases.decisions(file.number)).filter(({ verdict }) => verdict === 'return')
  return Math.max(file.openedAt, ...added.map(({ at }) => at), ...returned.map(({ at }) => at))
}

/**
 * The sender's newest report that a lone photo can belong to: made, added to or asked about within ten minutes;
 * in private also the one that was returned for a photo, however long ago.
 */
async function reportForPhoto(stores: Stores, person: string, alone: boolean, now: number): Promise<ReportCase | null> {
  const open = await stores.cases.reportsInStates(['pending', 'returned'])
  const own = open.filter(({ report }) => report.reporter === person || report.doer === person)
  const recent: ReportCase[] = []
  for (const file of own) if (now - (await touchedAt(file, stores)) <= photoMinutes * 60_000) recent.push(file)
  const returned = (file: ReportCase) => file.state === 'returned'
  return recent.findLast(returned) ?? recent.at(-1) ?? (alone ? own.findLast(returned) : null) ?? null
}

/** Keeps a picture until its words come; the sentence why it was not taken goes to its sender. */
export async function keepPhoto(taken: Taken, person: string, { stores, now }: PhotoContext): Promise<Photo | null> {
  if ('refusal' in taken) return null
  return stores.photos.add({ media: taken.sha256, look: taken.look, person, at: now, number: null })
}

/** Gives a picture that no line of words has claimed to the report it belongs to, and tells its sender; silent when there is none. */
export async function placePhoto(photo: Photo, room: string | null, context: PhotoContext): Promise<readonly Reply[]> {
  const { stores, now } = context
  const waiting = await stores.photos.loose(photo.person, photo.at)
  if (!waiting.some(({ id }) => id === photo.id)) return []
  const file = await reportForPhoto(stores, photo.person, room === null, now)
  if (!file) return []
  const told = privately(photo.person, texts.photoAdded(file.number), file.number)
  const replies = await addToReport(file, { words: null, photos: [photo] }, photo.person, context)
  if (room !== null || file.state === 'returned') return [told, ...replies]
  if (await isChilds(file, context)) return [told, ...(await picturesInPrivate(file, [photo], context)), ...replies]
  // in the room everybody has seen it; what came in private the panel sees by the bot
  const line = photoCame(texts.caseLine(await viewReport(file, 'panel', context)))
  return [told, { ...inRoom('panel', line, file.number), file: photo.media }, ...replies]
}

/** Why a picture was not taken, told to its sender alone: only to one who has a report open for it or speaks in private. */
export async function refusePhoto(
  refusal: string,
  person: string,
  room: string | null,
  { stores, now }: PhotoContext,
): Promise<readonly Reply[]> {
  const file = await reportForPhoto(stores, person, room === null, now)
  return file || room === null ? [privately(person, refusal, file?.number)] : []
}
