import type { Request, Response } from 'express'
import type { LoginState } from '../texts/office/health.ts'
import { healthPage } from './health-page.ts'
import { isLoopback } from './loopback.ts'

/** How the bot stands with its messenger, for the page on which one scans; nothing about villagers. */
export interface Login {
  readonly state: LoginState
  /** what somebody still has to say to the bot, with its one-time codes */
  readonly lines: readonly string[]
  /** the login code as a PNG; null when there is none to be scanned */
  picture(): Promise<Uint8Array | null>
}

/** Whether the bot is well, for whoever watches the machine; nothing about villagers. `login` is absent in the training village. */
export interface Health {
  readonly ok: boolean
  readonly version: string
  readonly villages: number
  readonly login?: Login
}

/** Whoever sits at the machine itself: neither another machine, nor somebody a proxy speaks for, nor a page of another site. */
function isHere({ socket, headers }: Request): boolean {
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/u, '')
  const forwarded = headers['x-forwarded-for'] ?? headers['forwarded']
  return isLoopback(from) && isLoopback(headers.host ?? '') && forwarded === undefined
}

/** Answers `GET /health`: 200 when the bot is well, else 503; figures for programs, a page for browsers. */
export const answerHealth = (health: () => Promise<Health>) => async (request: Request, response: Response) => {
  const { login, ...figures } = await health()
  response.status(figures.ok ? 200 : 503).vary('Accept')
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(healthPage({ ...figures, login }, isHere(request)))
  else response.json(figures)
}

/** Answers `GET /health/qr.png`: the code to be scanned, 404 when there is none. */
export const answerLoginCode = (health: () => Promise<Health>) => async (_request: Request, response: Response) => {
  const picture = await (await health()).login?.picture()
  if (picture) response.type('png').send(Buffer.from(picture))
  else response.status(404).end()
}
