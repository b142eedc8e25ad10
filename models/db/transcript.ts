import type { ChatMessage, Transcript } from '../chat.ts'
import type { InnerLane } from './lane.ts'
import type { InnerReader } from './reader.ts'
import { int, text, textOrNull, type Row } from './row.ts'
import { OverlappingUse, type Sql, type Value } from './sql.ts'

/** A message of that id, with other content, is in the transcript already. */
export class MessageTaken extends Error {
  override readonly name = 'MessageTaken'
}

interface Pending {
  readonly message: ChatMessage
  readonly kept: () => void
  readonly lost: (error: unknown) => void
}

const columns = 'id, sender, addressee, text, file, quote, at'

function messageOf(row: Row): ChatMessage {
  const file = textOrNull(row, 'file')
  const quote = textOrNull(row, 'quote')
  return {
    id: text(row, 'id'),
    from: text(row, 'sender'),
    to: text(row, 'addressee'),
    text: text(row, 'text'),
    ...(file === null ? {} : { file }),
    ...(quote === null ? {} : { quote }),
    at: int(row, 'at'),
  }
}

const content = ({ from, to, text: words, file, quote }: ChatMessage) => JSON.stringify([from, to, words, file ?? null, quote ?? null])

async function write(sql: Sql, village: string, message: ChatMessage): Promise<MessageTaken | null> {
  const { id, from, to, file, quote, at } = message
  const added = await sql.write(
    `INSERT INTO chat_message (village, id, seq, sender, addressee, text, file, quote, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT DO NOTHING`,
    [village, id, await sql.stamp(), from, to, message.text, file ?? null, quote ?? null, at],
  )
  if (added === 1) return null
  const row = await sql.one(`SELECT ${columns} FROM chat_message WHERE village = $1 AND id = $2`, [village, id])
  return row && content(messageOf(row)) === content(message) ? null : new MessageTaken(`message ${id} is another one`)
}

/** The training village's transcript. Lines that come while another unit runs are written together, in the order they came. */
export function createTranscript(lane: InnerLane, reader: InnerReader, village: string): Transcript {
  let pending: Pending[] = []

  async function flush(): Promise<void> {
    let taken: readonly Pending[] = []
    try {
      const outcomes = await lane.statements(village, async (sql) => {
        taken = pending
        pending = []
        const problems = []
        for (const { message } of taken) problems.push(await write(sql, village, message))
        return problems
      })
      for (const [index, { kept, lost }] of taken.entries()) {
        const problem = outcomes[index]
        if (problem) lost(problem)
        else kept()
      }
    } catch (error) {
      // a unit that never began has taken nothing: those who wait are waiting still
      const failed = taken.length > 0 ? taken : pending.splice(0)
      for (const { lost } of failed) lost(error)
    }
  }

  return {
    append(message) {
      if (lane.inside()) return Promise.reject(new OverlappingUse('a line of the transcript inside a unit of work'))
      return new Promise<void>((resolve, reject) => {
        pending.push({ message, kept: resolve, lost: reject })
        if (pending.length === 1) void flush()
      })
    },
    // a message once written does not change: no need of one moment for all
    find: (id) =>
      reader.passing(async (sql) => {
        const row = await sql.one(`SELECT ${columns} FROM chat_message WHERE village = $1 AND id = $2`, [village, id])
        return row && messageOf(row)
      }),
    list: (where, after) =>
      reader.passing(async (sql) => {
        const from = after === null ? 0 : await seqOf(sql, village, after)
        const [condition, place]: readonly [string, Value] =
          'room' in where ? ['addressee = $3', where.room] : ["(addressee = $3 OR (sender = $3 AND addressee = 'bot'))", where.person]
        const rows = await sql.all(`SELECT ${columns} FROM chat_message WHERE village = $1 AND seq > $2 AND ${condition} ORDER BY seq`, [
          village,
          from,
          place,
        ])
        return rows.map(messageOf)
      }),
  }
}

/** An unknown `after` has nothing behind it that its asker has not seen: start from the beginning. */
async function seqOf(sql: Sql, village: string, id: string): Promise<number> {
  const row = await sql.one('SELECT seq FROM chat_message WHERE village = $1 AND id = $2', [village, id])
  return row ? int(row, 'seq') : 0
}
