import { request } from 'node:http'
import { z } from 'zod'
import type { Log } from '../../models/log.ts'
import { startServer, type RunningServer } from '../../web/server.ts'
import { villageInMemory, type VillageInMemory } from './village-in-memory.ts'

/** What a call was answered. */
export interface Answered {
  readonly status: number
  readonly body: unknown
}

/** A served village in memory, and how to call it. */
export interface OpenVillage extends RunningServer {
  readonly village: VillageInMemory
  /** messages logged as errors */
  readonly errors: string[]
  get(path: string): Promise<Answered>
  post(path: string, body: unknown): Promise<Answered>
  /** says something and expects it to be taken */
  says(from: string, to: string, text: string, more?: Readonly<Record<string, unknown>>): Promise<z.infer<typeof said>>
}

const said = z.object({ id: z.string(), replies: z.array(z.object({ id: z.string(), to: z.string(), text: z.string() })) })

/** A transcript as the API answers it. */
export const transcript = z.array(
  z.strictObject({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    text: z.string(),
    file: z.string().optional(),
    quote: z.string().optional(),
    at: z.string(),
  }),
)

/** Starts the server on a free port before a village in memory. */
export async function openVillage(village: VillageInMemory = villageInMemory()): Promise<OpenVillage> {
  const errors: string[] = []
  const log: Log = { info: () => undefined, warn: () => undefined, error: (_fields, message) => void errors.push(message) }
  let ids = 0
  const newId = () => {
    ids += 1
    return `new-${ids}`
  }
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    log,
    newId,
    health: async () => ({ ok: true, version: '0.1.0', villages: 1 }),
    sandbox: village,
  })

  const answered = async (response: Response): Promise<Answered> => {
    const body: unknown = await response.json()
    return { status: response.status, body }
  }
  const get = async (path: string) => answered(await fetch(server.url + path))
  const post = async (path: string, body: unknown) => answered(await fetch(server.url + path, { method: 'POST', ...sent(body) }))

  return {
    ...server,
    village,
    errors,
    get,
    post,
    async says(from, to, text, more = {}) {
      const { status, body } = await post('/sandbox/api/say', { from, to, text, ...more })
      if (status !== 200) throw new Error(`${from} could not say ${text}: ${JSON.stringify(body)}`)
      return said.parse(body)
    },
  }
}

const sent = (body: unknown): RequestInit =>
  body === undefined
    ? {}
    : { body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json' } }

/** Calls with headers that a browser would not let a page choose; answers the status. */
export const statusWith = (url: string, method: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
