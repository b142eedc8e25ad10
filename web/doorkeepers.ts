import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { isLoopback } from './loopback.ts'
import type { Entrance } from './routes.ts'
import { sentences } from './sandbox/sentences.ts'

/**
 * Keeps the training village for whoever sits at the machine: a page of another site can neither pretend that its name
 * means this machine (DNS rebinding) nor send a form here.
 */
const traineesOnly: RequestHandler = (request, response, next) => {
  const host = request.headers.host ?? ''
  const origin = request.headers.origin
  const sameOrigin = origin === undefined || origin === `http://${host}`
  if (isLoopback(host) && sameOrigin) next()
  else response.status(403).json({ error: sentences.foreign })
}

const everybody = (_request: Request, _response: Response, next: NextFunction) => next()

/** The doorkeeper of each entrance. */
export const doorkeepers: Readonly<Record<Entrance, RequestHandler>> = { anyone: everybody, trainee: traineesOnly }
