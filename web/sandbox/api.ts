import type { Request, Response } from 'express'
import type { Saying } from '../../models/chat.ts'
import { checkChat, checkQuote, checkSpeaker } from './checks.ts'
import { createAudience, shown } from './events.ts'
import { isoOf } from './instants.ts'
import { pictureType } from './pictures.ts'
import { SandboxRefusal } from './port.ts'
import type { SandboxPort } from './port.ts'
import { readBeginning, readSaying, readTurn } from './requests.ts'
import type { SayRequest } from './requests.ts'
import { sentences } from './sentences.ts'
import { stateOf } from './state.ts'
import { chatPeopleOf, trainingVillage } from './training-village.ts'
import { createTurns } from './turns.ts'

/** Answers one call of the training village. */
export type Answer = (request: Request, response: Response) => Promise<void> | void

/** The calls of the training village's API, and the way to end its live connections. */
export interface SandboxApi {
  readonly state: Answer
  readonly say: Answer
  readonly messages: Answer
  readonly clock: Answer
  readonly reset: Answer
  readonly ledger: Answer
  readonly events: Answer
  readonly media: Answer
  stop(): void
}

/** Makes the API of a training village; `newId` gives an id to a saying that came without one. */
export function createSandboxApi(port: SandboxPort, newId: () => string): SandboxApi {
  const turns = createTurns()
  const audience = createAudience()
  const leave = port.subscribe((message) => audience.tell({ event: 'message', data: shown(message) }))
  const smallest = trainingVillage().households.length

  async function say(request: SayRequest) {
    const town = chatPeopleOf(port.village())
    checkSpeaker(town, request.from, request.to)
    if (request.quote !== null) checkQuote(town, request.from, request.quote, await port.message(request.quote))
    return port.say(sayingOf(request, request.id ?? newId()))
  }

  return {
    state: (_request, response) => void response.json(stateOf(port.village(), port.now())),

    async say({ body }, response) {
      const request = readSaying(body)
      response.json(await turns.inTurn(`person:${request.from}`, () => say(request)))
    },

    async messages({ query }, response) {
      const { to, after } = { to: text(query['to']), after: text(query['after']) }
      checkChat(chatPeopleOf(port.village()), to)
      if (after !== '' && (await port.message(after)) === null) throw new SandboxRefusal(400, sentences.unknownAfter(after))
      response.json((await port.messages(to, after === '' ? null : after)).map(shown))
    },

    async clock({ body }, response) {
      const turned = await turns.inTurn('clock', () => port.advance(readTurn(body, port.now())))
      const answer = { now: isoOf(turned.now), ran: turned.ran }
      audience.tell({ event: 'clock', data: answer })
      response.json(answer)
    },

    async reset({ body }, response) {
      const wanted = readBeginning(body, smallest)
      await turns.alone(() => port.reset(wanted))
      const state = stateOf(port.village(), port.now())
      audience.tell({ event: 'reset', data: { now: state.now } })
      response.json(state)
    },

    async ledger(_request, response) {
      response.json(await port.ledger())
    },

    events: (request, response) => audience.join(request, response),

    async media({ params }, response) {
      const name = text(params['sha256'])
      const bytes = /^[0-9a-f]{64}$/.test(name) ? await port.media(name) : null
      if (bytes === null) {
        response.status(404).json({ error: sentences.noPicture })
        return
      }
      response.setHeader('cache-control', 'private, max-age=31536000, immutable')
      response.type(pictureType(bytes)).send(Buffer.from(bytes))
    },

    stop() {
      leave()
      audience.dismiss()
    },
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const sayingOf = ({ from, to, text: words, image, quote }: SayRequest, id: string): Saying => ({
  id,
  from,
  to,
  text: words,
  ...(image === null ? {} : { image }),
  ...(quote === null ? {} : { quote }),
})
