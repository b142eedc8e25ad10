import { createServer } from 'node:http'
import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import { z } from 'zod'
import type { Log } from '../models/log.ts'
import { close, DoorClosed, open } from './door.ts'
import { doorkeepers } from './doorkeepers.ts'
import type { Health } from './health.ts'
import { isLoopback } from './loopback.ts'
import { publicRoutes, trainingRoutes } from './routes.ts'
import { createSandboxApi } from './sandbox/api.ts'
import { SandboxRefusal } from './sandbox/port.ts'
import type { SandboxPort } from './sandbox/port.ts'
import { doorSentences, sentences } from './sandbox/sentences.ts'

/** 20 MiB of base64 and the few words around it. */
const BODY_LIMIT = 20 * 1024 * 1024 + 64 * 1024

/** What the web server needs of `main`; `sandbox` is absent with every puppet but the training village. */
export interface ServerOptions {
  readonly host: string
  /** 0 takes any free port */
  readonly port: number
  readonly log: Log
  readonly health: () => Promise<Health>
  readonly newId: () => string
  readonly sandbox?: SandboxPort
}

/** The open door of the village. `stop` waits for answers under way, three seconds at most. */
export interface RunningServer {
  readonly url: string
  stop(): Promise<void>
}

/** Opens the door; called last, when the bot is logged in and has caught up. Throws `DoorClosed`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, sandbox } = options
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new DoorClosed(doorSentences.wrongPort(port))
  if (sandbox !== undefined && !isLoopback(host)) throw new DoorClosed(doorSentences.notLoopback(host))

  const api = sandbox === undefined ? undefined : createSandboxApi(sandbox, options.newId)
  const app = createApp(options)
  const routes = [...publicRoutes(options.health), ...(api === undefined ? [] : trainingRoutes(api))]
  const body = express.json({ limit: BODY_LIMIT, strict: false, type: () => true })
  for (const { method, path, role, answer } of routes) {
    if (method === 'get') app.get(path, doorkeepers[role], answer)
    else app.post(path, doorkeepers[role], body, answer)
  }
  app.use((_request, response) => void response.status(404).json({ error: sentences.notFound }))
  app.use(failed(options))

  const server = createServer(app)
  const url = await open(server, host, port).catch((reason: unknown) => {
    api?.stop()
    throw reason
  })
  return {
    url,
    async stop() {
      api?.stop()
      await close(server)
    },
  }
}

function createApp({ sandbox }: ServerOptions): Express {
  const app = express()
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'blob:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // the training village speaks plain HTTP on loopback
      strictTransportSecurity: sandbox === undefined,
    }),
  )
  app.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
  return app
}

const failed =
  ({ log, newId }: ServerOptions): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const { status, text } = answerTo(error)
    if (status < 500) {
      response.status(status).json({ error: text })
      return
    }
    const number = newId().slice(0, 8)
    log.error({ number, error }, 'a web request failed')
    response.status(status).json({ error: sentences.broken(number) })
  }

const refusedBody = z.object({ status: z.int().min(400).max(499), type: z.string().optional() })

function answerTo(error: unknown): { readonly status: number; readonly text: string } {
  if (error instanceof SandboxRefusal) return error
  const known = refusedBody.safeParse(error)
  if (!known.success) return { status: 500, text: '' }
  if (known.data.status === 413) return { status: 413, text: sentences.tooLarge }
  return known.data.status === 404 ? { status: 404, text: sentences.notFound } : { status: 400, text: sentences.notJson }
}
