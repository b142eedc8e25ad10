import type { Request, Response } from 'express'
import type { ChatMessage } from '../../models/chat.ts'
import type { JobRun } from '../../models/job.ts'
import { isoOf } from './instants.ts'

const HEARTBEAT_MS = 20_000

/** A message as pages and test programs see it; `at` is ISO in Beijing time. */
export interface ShownMessage {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly file?: string
  readonly quote?: string
  readonly at: string
}

/** What an open page is told while it is open. */
export type PageEvent =
  | { readonly event: 'message'; readonly data: ShownMessage }
  | { readonly event: 'clock'; readonly data: { readonly now: string; readonly ran: readonly JobRun[] } }
  | { readonly event: 'reset'; readonly data: { readonly now: string } }

/** The open pages of the training village. */
export interface Audience {
  /** keeps the connection of a page open as Server-Sent Events */
  join(request: Request, response: Response): void
  tell(event: PageEvent): void
  /** sends every page away; they come back when the server does */
  dismiss(): void
}

/** A message of the transcript in the shape that is shown. */
export const shown = ({ id, from, to, text, file, quote, at }: ChatMessage): ShownMessage => ({
  id,
  from,
  to,
  text,
  ...(file === undefined ? {} : { file }),
  ...(quote === undefined ? {} : { quote }),
  at: isoOf(at),
})

/** Makes an empty audience. */
export function createAudience(): Audience {
  const pages = new Set<Response>()
  const write = (text: string) => pages.forEach((page) => page.write(text))
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()

  return {
    join(request, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write('retry: 1000\nevent: hello\ndata: {}\n\n')
      pages.add(response)
      request.on('close', () => pages.delete(response))
    },
    tell: ({ event, data }) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    dismiss() {
      clearInterval(heartbeat)
      pages.forEach((page) => page.end())
      pages.clear()
    },
  }
}
