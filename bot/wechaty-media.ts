import { FileBoxType, type FileBoxInterface } from 'file-box'
import type { Media } from '../models/utterance.ts'
import { imageKind } from './pictures/image-kind.ts'
import { MediaRefused } from './pictures/media-refused.ts'
import { isPublic } from './pictures/public-address.ts'
import { within, type Timers } from './timers.ts'

/** A picture server may pass a request on, but not for ever. */
const maxHops = 4

/** A file name without folders, control characters or excess length; the sender chose it, so it decides nothing. */
export const plainName = (name: string): string => [...name.replace(/[\u0000-\u001f\u007f/\\:]/gu, '_')].slice(0, 80).join('')

/** What came with a message; `open` asks the channel for it, at most once per reading, and `patience` (ms) ends a channel that hangs. */
export function lazyMedia(
  kind: Media['kind'],
  name: string,
  open: () => Promise<FileBoxInterface>,
  timers: Timers,
  patience: number,
): Media {
  return {
    kind,
    name: plainName(name),
    async bytes(limit) {
      const bytes = await within(timers, patience, read(open, limit))
      if (kind === 'image' && imageKind(bytes) === null) throw new MediaRefused('not-an-image')
      return bytes
    },
  }
}

async function read(open: () => Promise<FileBoxInterface>, limit: number): Promise<Uint8Array> {
  const box = await open().catch(() => {
    throw new MediaRefused('gone')
  })
  // file-box follows redirects into the local network and reads without end: an address is fetched by ourselves
  if (box.type === FileBoxType.Url) return fetchPublic(addressOf(box), limit)
  const stream: AsyncIterable<unknown> = await box.toStream()
  return collect(stream, limit)
}

function addressOf(box: FileBoxInterface): string {
  const json = box.toJSON()
  if (!('url' in json)) throw new MediaRefused('gone')
  return json.url
}

async function fetchPublic(address: string, limit: number): Promise<Uint8Array> {
  let url = new URL(address)
  for (let hop = 0; hop < maxHops; hop += 1) {
    if (!(await isPublic(url))) throw new MediaRefused('gone')
    const answer = await fetch(url, { redirect: 'manual' })
    const onward = answer.headers.get('location')
    if (answer.ok && answer.body !== null) return collect(answer.body, limit)
    if (onward === null) throw new MediaRefused('gone')
    url = new URL(onward, url)
  }
  throw new MediaRefused('gone')
}

/** The bytes of a stream; throws `MediaRefused` as soon as there are more than `limit`, and leaves the rest unread. */
export async function collect(stream: AsyncIterable<unknown>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size > limit) throw new MediaRefused('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
