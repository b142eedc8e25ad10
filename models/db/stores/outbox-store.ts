import type { Outgoing, OutboxStore } from '../../stores/stores.ts'
import { int, intOrNull, oneOf, text, textOrNull, type Row } from '../row.ts'
import { placeholders, rowPlaceholders, type Sql } from '../sql.ts'

const columns =
  'o.id, o.cause, o.line, o.channel, o.account, o.room, o.contact, o.text, o.file, o.about, o.not_before, o.attempt, o.state, o.sent_id'

const outgoingOf = (row: Row): Outgoing => ({
  id: text(row, 'id'),
  cause: text(row, 'cause'),
  order: int(row, 'line'),
  channel: text(row, 'channel'),
  account: text(row, 'account'),
  room: textOrNull(row, 'room'),
  contact: textOrNull(row, 'contact'),
  text: text(row, 'text'),
  file: textOrNull(row, 'file'),
  about: intOrNull(row, 'about'),
  notBefore: int(row, 'not_before'),
  attempt: int(row, 'attempt'),
  state: oneOf(row, 'state', ['waiting', 'sent', 'failed']),
  sentId: textOrNull(row, 'sent_id'),
})

/** Rows of one INSERT: the limit of placeholders is far, the statement cache stays small. */
const atOnce = 40

/**
 * The first due line of each destination, unless somebody holds it. A line put off until the morning does not hold up tonight's
 * answers; one that is being sent or is to be tried again does.
 */
const claimable = `SELECT ${columns} FROM outbox o
  WHERE o.village = $1 AND o.state = 'waiting' AND o.not_before <= $2 AND (o.claimed_until IS NULL OR o.claimed_until <= $2)
    AND o.seq IN (SELECT MIN(e.seq) FROM outbox e
      WHERE e.village = $1 AND e.state = 'waiting' AND (e.attempt > 0 OR e.not_before <= $2)
      GROUP BY e.channel, e.account, e.room, e.contact)
  ORDER BY o.seq LIMIT $3`

const blank = (words: string) => words.replaceAll(/\s+/gu, ' ').trim()
const cutMark = /(?:…|\.{3})$/u
/** Quotes shorter than this are no proof of which line is meant unless they are the whole line. */
const leastQuote = 8
const searched = 300

/** The lines one village's bot is going to say. */
export function outboxStore(sql: Sql, village: string, newId: (prefix: string) => string): OutboxStore {
  return {
    async put(lines) {
      for (let from = 0; from < lines.length; from += atOnce) {
        const part = lines.slice(from, from + atOnce)
        const values = []
        for (const line of part) {
          values.push(
            village,
            newId('line'),
            await sql.stamp(),
            line.cause,
            line.order,
            line.channel,
            line.account,
            line.room,
            line.contact,
          )
          values.push(line.text, line.file, line.about, line.notBefore, 0, 'waiting')
        }
        await sql.write(
          `INSERT INTO outbox (village, id, seq, cause, line, channel, account, room, contact, text, file, about, not_before, attempt, state)
            VALUES ${rowPlaceholders(part.length, 15)}`,
          values,
        )
      }
    },
    async claim(sender, until, now, limit) {
      const rows = await sql.all(claimable, [village, now, limit])
      if (rows.length === 0) return []
      const ids = rows.map((row) => text(row, 'id'))
      await sql.write(
        `UPDATE outbox SET claimed_by = $1, claimed_until = $2, attempt = attempt + 1
          WHERE village = $3 AND id IN (${placeholders(ids.length, 4)})`,
        [sender, until, village, ...ids],
      )
      return rows.map((row) => ({ ...outgoingOf(row), attempt: int(row, 'attempt') + 1 }))
    },
    async sent(id, sentId, at) {
      await sql.write(
        `UPDATE outbox SET state = 'sent', sent_id = $1, changed_at = $2, claimed_by = NULL, claimed_until = NULL WHERE village = $3 AND id = $4`,
        [sentId, at, village, id],
      )
    },
    async failed(id, retryAt, reason, at) {
      if (retryAt === null) {
        await sql.write(
          `UPDATE outbox SET state = 'failed', reason = $1, changed_at = $2, claimed_by = NULL, claimed_until = NULL WHERE village = $3 AND id = $4`,
          [reason, at, village, id],
        )
        return
      }
      await sql.write(
        'UPDATE outbox SET not_before = $1, reason = $2, changed_at = $3, claimed_by = NULL, claimed_until = NULL WHERE village = $4 AND id = $5',
        [retryAt, reason, at, village, id],
      )
    },
    async of(cause) {
      const rows = await sql.all(`SELECT ${columns} FROM outbox o WHERE o.village = $1 AND o.cause = $2 ORDER BY o.line`, [village, cause])
      return rows.map(outgoingOf)
    },
    async aboutOf(where, words) {
      const [column, place] = 'room' in where ? ['room', where.room] : ['contact', where.contact]
      const rows = await sql.all(
        `SELECT o.text, o.about FROM outbox o WHERE o.village = $1 AND o.${column} = $2 AND o.about IS NOT NULL ORDER BY o.seq DESC LIMIT $3`,
        [village, place, searched],
      )
      const said = blank(words)
      const whole = rows.find((row) => blank(text(row, 'text')) === said)
      if (whole) return int(whole, 'about')
      // channels cut long quotes
      const start = blank(said.replace(cutMark, ''))
      const begun = start.length < leastQuote ? undefined : rows.find((row) => blank(text(row, 'text')).startsWith(start))
      return begun ? int(begun, 'about') : null
    },
    async nextDue() {
      const row = await sql.one("SELECT not_before FROM outbox WHERE village = $1 AND state = 'waiting' ORDER BY not_before LIMIT 1", [
        village,
      ])
      return row && int(row, 'not_before')
    },
  }
}
