import type { Server } from 'node:http'
import { z } from 'zod'
import { doorSentences } from './sandbox/sentences.ts'

const PATIENCE_MS = 3_000

/** The server cannot open its door; `text` says in Chinese which setting to change. */
export class DoorClosed extends Error {
  override readonly name = 'DoorClosed'
  readonly text: string

  constructor(text: string) {
    super(text)
    this.text = text
  }
}

/** Listens on a host and port (0 = any free one) and resolves to the address to type in a browser; throws `DoorClosed`. */
export async function open(server: Server, host: string, port: number): Promise<string> {
  const bare = host.replace(/^\[|\]$/g, '')
  await new Promise<void>((resolve, reject) => {
    server.once('error', (reason) => reject(doorClosed(reason, host, port)))
    server.listen({ host: bare, port }, resolve)
  })
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return `http://${typed(bare)}:${taken}`
}

/** Lets no new call in, and resolves when those under way have been answered or three seconds are over. */
export async function close(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  clearTimeout(impatient)
}

function typed(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function doorClosed(reason: Error, host: string, port: number): Error {
  const code = z.object({ code: z.string() }).safeParse(reason).data?.code
  if (code === 'EADDRINUSE') return new DoorClosed(doorSentences.busy(port))
  if (code === 'EACCES') return new DoorClosed(doorSentences.forbidden(port))
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new DoorClosed(doorSentences.notHere(host))
  return reason
}
