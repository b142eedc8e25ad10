import { Worker } from 'node:worker_threads'
import { MediaRefused } from './media-refused.ts'
import { pictureSize } from './picture-size.ts'
import { TimedOut, within, type Timers } from '../timers.ts'

/** A picture as it is kept: without EXIF and place, upright, and the 64-bit look (16 hex digits) that finds its likes. */
export interface PreparedPicture {
  readonly bytes: Uint8Array
  readonly look: string
}

/** Makes pictures fit to be kept, away from the main thread. */
export interface Pictures {
  /** throws `MediaRefused` when the bytes are no picture, or claim a size that no phone makes */
  prepare(bytes: Uint8Array): Promise<PreparedPicture>
  stop(): Promise<void>
}

/** Most dots of a picture that is opened: 64 million, above any phone's camera and below what memory holds. */
const mostDots = 64_000_000

/** How long (ms) a picture may take; the largest take a second. */
const patience = 20_000

/** After how long (ms) without a picture the thread is let go: an opened picture leaves much memory behind. */
const idle = 30_000

interface Waiting {
  done(picture: PreparedPicture): void
  failed(error: Error): void
}

interface Answer {
  readonly id: number
  readonly bytes?: Uint8Array
  readonly look?: string
}

const isAnswer = (message: unknown): message is Answer => typeof message === 'object' && message !== null && 'id' in message

/** Opens the picture room: its thread starts with the first picture and keeps nobody waiting at the end. */
export function createPictures(timers: Timers): Pictures {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let worker: Worker | null = null
  let keep: () => void = () => undefined

  function settle(message: unknown): void {
    if (!isAnswer(message)) return
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    const { bytes, look } = message
    if (bytes && look !== undefined) asked?.done({ bytes, look })
    else asked?.failed(new MediaRefused('not-an-image'))
  }

  function lose(gone: Worker): void {
    if (worker === gone) worker = null
    for (const { failed } of waiting.values()) failed(new MediaRefused('not-an-image'))
    waiting.clear()
  }

  function start(): Worker {
    const entry = new URL('./picture-worker.ts', import.meta.url).href
    const started = new Worker(new URL('./worker-boot.mjs', import.meta.url), { workerData: { entry } })
    started.on('message', settle)
    started.on('error', () => {
      lose(started)
    })
    started.on('exit', () => {
      lose(started)
    })
    // after the listeners: each of them makes the thread count again
    started.unref()
    return started
  }

  return {
    async prepare(bytes) {
      const size = pictureSize(bytes)
      if (!size || size.width * size.height === 0 || size.width * size.height > mostDots) throw new MediaRefused('not-an-image')
      keep()
      const thread = (worker ??= start())
      last += 1
      const id = last
      const answer = new Promise<PreparedPicture>((done, failed) => {
        waiting.set(id, { done, failed })
      })
      thread.postMessage({ id, bytes })
      try {
        return await within(timers, patience, answer)
      } catch (error) {
        if (!(error instanceof TimedOut)) throw error
        // a picture that never ends would keep all that follow waiting
        waiting.delete(id)
        await thread.terminate()
        throw new MediaRefused('not-an-image')
      } finally {
        keep()
        if (waiting.size === 0) keep = timers.after(idle, () => void thread.terminate())
      }
    },
    async stop() {
      keep()
      await worker?.terminate()
    },
  }
}
