import { createHash } from 'node:crypto'
import type { Lane, Reader, Stores } from '../models/stores/stores.ts'
import { here, type Reply } from '../models/reply.ts'
import type { Utterance } from '../models/utterance.ts'
import type { Person, RoomKind, Village } from '../models/village.ts'
import * as texts from '../texts/people/roster.ts'
import { asWritten, deliver, type Wording } from './outbox/deliver.ts'
import { foldText } from './grammar/fold.ts'
import { awaitsCode, noteTry, opens, spend, triedOut, type CodeTarget } from './tie-codes.ts'

/** A line that says a one-time code: 「开通 村民群 482913」 or 「认领 罗秀珍 739201」. */
export type CodeSaying =
  | { readonly act: 'tie'; readonly kind: RoomKind; readonly code: string }
  | { readonly act: 'claim'; readonly name: string; readonly code: string }

const kinds: readonly RoomKind[] = ['villagers', 'panel', 'cadres']
const TIE = /^开通 ?(村民群|评议群|干部群) ?(\d{6})$/u
const CLAIM = /^认领 ?([\p{Script=Han}·]{2,20}) ?(\d{6})$/u

/** Reads a line that says a one-time code; null for every other line. */
export function codeSaying(text: string): CodeSaying | null {
  const line = foldText(text).replace(/[。.!]$/u, '')
  const tie = TIE.exec(line)
  if (tie) {
    const kind = kinds.find((one) => texts.roomTitles[one] === tie[1])
    return kind ? { act: 'tie', kind, code: tie[2] ?? '' } : null
  }
  const claim = CLAIM.exec(line)
  return claim ? { act: 'claim', name: claim[1] ?? '', code: claim[2] ?? '' } : null
}

/** What tying needs; `villages` of the reader are those this process serves. */
export interface TieOptions {
  readonly reader: Pick<Reader, 'villages' | 'read'>
  readonly lane: Lane
  /** under which the answer to a message is kept in the outbox */
  causeOf(channel: string, id: string): string
  /** within the unit that left a line in the outbox: takes it to be said; what it returns is called after the commit */
  take(village: string, stores: Stores): Promise<() => void>
  /** how the channel's instructions are worded; as written when left out */
  readonly wording?: Wording
}

interface Found {
  readonly village: Village
  readonly target: CodeTarget
  readonly person: Person | null
}

async function targetsOf(stores: Stores, saying: CodeSaying): Promise<readonly { target: CodeTarget; person: Person | null }[]> {
  if (saying.act === 'tie') return [{ target: { room: saying.kind }, person: null }]
  const people = await stores.register.named(saying.name)
  return people.map((person) => ({ target: { person: person.id }, person }))
}

async function foundIn(stores: Stores, saying: CodeSaying, now: number): Promise<Omit<Found, 'village'> | null> {
  const targets = await targetsOf(stores, saying)
  const target = await opens(
    stores,
    targets.map((one) => one.target),
    saying.code,
    now,
  )
  const match = targets.find((one) => one.target === target)
  return match ?? null
}

const whoOf = ({ channel, account, speaker }: Utterance): string => JSON.stringify([channel, account, speaker])

/** What is done in the unit: ties, binds or notes a wrong try; the lines to be said, or null when silence is the answer. */
async function carryOut(stores: Stores, saying: CodeSaying, utterance: Utterance, now: number): Promise<readonly Reply[]> {
  const { channel, account, room, speaker } = utterance
  if (await triedOut(stores, whoOf(utterance), now)) return []
  const found = await foundIn(stores, saying, now)
  const { name } = await stores.village.get()
  if (!found) {
    await noteTry(stores, whoOf(utterance), now)
    return saying.act === 'claim' && room !== null ? [] : [here(texts.wrongCode)]
  }
  if (saying.act === 'tie') {
    if (room === null) return [here(texts.tieInRoom)]
    await spend(stores, found.target, now)
    await stores.contacts.bindRoom({ channel, account, room, kind: saying.kind }, now)
    const sender = await stores.contacts.personOf(channel, account, speaker)
    await stores.audit.write({
      at: now,
      actor: sender?.id ?? null,
      action: 'tie-room',
      number: null,
      from: null,
      to: saying.kind,
      detail: channel,
    })
    await stores.village.touch()
    return [here(texts.roomTied(name, saying.kind))]
  }
  await spend(stores, found.target, now)
  if (room !== null) return [here(texts.claimInRoom)]
  if (!found.person) return []
  await stores.contacts.bind({ channel, account, contact: speaker, person: found.person.id }, found.person.id, now)
  return [here(texts.claimed(found.person.name, name))]
}

/**
 * Attends to lines that say a one-time code, before it is known whose village a room or contact belongs to: the village is found by
 * its code. True when the line was such a line, and nobody else need look at it.
 */
export function createTying({
  reader,
  lane,
  causeOf,
  take,
  wording = asWritten,
}: TieOptions): (utterance: Utterance, now: number) => Promise<boolean> {
  async function villageFor(saying: CodeSaying, now: number): Promise<string | null> {
    let waiting: string | null = null
    for (const { id } of await reader.villages()) {
      const { awaited, found } = await reader.read(id, async (stores) => ({
        awaited: await awaitsCode(stores, now),
        found: (await foundIn(stores, saying, now)) !== null,
      }))
      if (found) return id
      if (awaited) waiting ??= id
    }
    // a wrong code is answered and counted by a village that waits for one
    return waiting
  }

  return async function attendCode(utterance, now) {
    const saying = utterance.text.length > 80 ? null : codeSaying(utterance.text)
    if (!saying) return false
    const village = await villageFor(saying, now)
    if (village === null) return false
    const { channel, account, id, room, speaker } = utterance
    const say = await lane.unit(village, async (stores) => {
      const digest = createHash('sha256')
        .update(JSON.stringify([speaker, room, utterance.text]))
        .digest('hex')
      if (!(await stores.inbox.receive({ channel, account, id, digest, person: null, at: now }))) return null
      const replies = await carryOut(stores, saying, utterance, now)
      if (replies.length === 0) return null
      await deliver(stores, replies, causeOf(channel, id), { channel, account, room, contact: speaker }, wording)
      return take(village, stores)
    })
    say?.()
    return true
  }
}
