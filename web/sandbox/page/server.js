/**
 * @typedef {{ id: string, name: string, group: number | null, household: number | null, roles: string[], inRoom: boolean }} Person
 * @typedef {{ id: string, members: string[] }} Room
 * @typedef {{ now: string, people: Person[], rooms: Room[] }} State
 * @typedef {{ id: string, from: string, to: string, text: string, file?: string, quote?: string, at: string }} Message
 * @typedef {{ job: string, period: string }} Run
 * @typedef {{ id: string, from: string, to: string, text?: string, image?: string, quote?: string }} Saying
 */

/** The server said no, or could not be reached; the message is a Chinese sentence. */
export class Trouble extends Error {}

/**
 * @param {string} path
 * @param {unknown} [body]
 */
async function call(path, body) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/sandbox/api/${path}`, options).catch(() => {
    throw new Trouble('连不上积分管家，请稍等一下再试。')
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Trouble(typeof answer.error === 'string' ? answer.error : '没有成功，请再试一次。')
  return answer
}

/** @returns {Promise<State>} */
export const readState = () => call('state')

/**
 * @param {string} to
 * @returns {Promise<Message[]>}
 */
export const readMessages = (to) => call(`messages?to=${encodeURIComponent(to)}`)

/**
 * @param {Saying} saying
 * @returns {Promise<{ id: string, replies: { id: string, to: string, text: string, file?: string }[] }>}
 */
export const say = (saying) => call('say', saying)

/**
 * @param {{ to?: string, advance?: string }} turn
 * @returns {Promise<{ now: string, ran: Run[] }>}
 */
export const turnClock = (turn) => call('clock', turn)

/** @param {number | undefined} households */
export const startAnew = (households) => call('reset', households === undefined ? {} : { households })

/** @param {string} sha256 */
export const pictureAddress = (sha256) => `/sandbox/api/media/${sha256}`

/**
 * Listens for as long as the page is open; the browser comes back by itself after a gap.
 * @param {{ message(message: Message): void, clock(turned: { now: string, ran: Run[] }): void, reset(): void, open(): void, lost(): void }} ears
 */
export function listen(ears) {
  const source = new EventSource('/sandbox/api/events')
  source.addEventListener('open', () => ears.open())
  source.addEventListener('error', () => {
    ears.lost()
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(() => listen(ears), 2000)
  })
  source.addEventListener('message', (event) => ears.message(JSON.parse(event.data)))
  source.addEventListener('clock', (event) => ears.clock(JSON.parse(event.data)))
  source.addEventListener('reset', () => ears.reset())
}
