import type { ContactStore } from '../../stores/stores.ts'
import type { Alias, Room } from '../../village.ts'
import { writeAudit } from './audit-store.ts'
import { personOf } from './register-store.ts'
import { oneOf, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const aliasOf = (row: Row): Alias => ({
  channel: text(row, 'channel'),
  account: text(row, 'account'),
  contact: text(row, 'contact'),
  person: text(row, 'person'),
})

const roomOf = (row: Row): Room => ({
  channel: text(row, 'channel'),
  account: text(row, 'account'),
  room: text(row, 'room'),
  kind: oneOf(row, 'kind', ['villagers', 'panel', 'cadres']),
})

/** The contacts and rooms of one village; binding anew moves the contact to the other person. */
export function contactStore(sql: Sql, village: string): ContactStore {
  return {
    async personOf(channel, account, contact) {
      const row = await sql.one(
        `SELECT p.id, p.name, p.called, p.household, p.name_public, p.minor
          FROM alias a JOIN person p ON p.village = a.village AND p.id = a.person
          WHERE a.village = $1 AND a.channel = $2 AND a.account = $3 AND a.contact = $4`,
        [village, channel, account, contact],
      )
      return row && personOf(row)
    },
    async aliasesOf(person) {
      const rows = await sql.all(
        'SELECT channel, account, contact, person FROM alias WHERE village = $1 AND person = $2 ORDER BY seq DESC',
        [village, person],
      )
      return rows.map(aliasOf)
    },
    async bind(alias, by, at) {
      await sql.write(
        `INSERT INTO alias (village, channel, account, contact, person, seq, bound_by, bound_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT (village, channel, account, contact) DO UPDATE
          SET person = excluded.person, seq = excluded.seq, bound_by = excluded.bound_by, bound_at = excluded.bound_at`,
        [village, alias.channel, alias.account, alias.contact, alias.person, await sql.stamp(), by, at],
      )
      await writeAudit(sql, village, { at, actor: by, action: 'bind', number: null, from: null, to: alias.person, detail: alias.channel })
    },
    async unbind(alias, by, at) {
      const gone = await sql.write(
        'DELETE FROM alias WHERE village = $1 AND channel = $2 AND account = $3 AND contact = $4 AND person = $5',
        [village, alias.channel, alias.account, alias.contact, alias.person],
      )
      if (gone === 0) return
      await writeAudit(sql, village, { at, actor: by, action: 'unbind', number: null, from: alias.person, to: null, detail: alias.channel })
    },
    async roomOf(channel, account, room) {
      const row = await sql.one(
        'SELECT channel, account, room, kind FROM room WHERE village = $1 AND channel = $2 AND account = $3 AND room = $4',
        [village, channel, account, room],
      )
      return row && roomOf(row)
    },
    async rooms(kind) {
      const rows = await sql.all(
        'SELECT channel, account, room, kind FROM room WHERE village = $1 ORDER BY bound_at, channel, account, room',
        [village],
      )
      return rows.map(roomOf).filter((room) => kind === undefined || room.kind === kind)
    },
    async bindRoom(room, at) {
      await sql.write(
        `INSERT INTO room (village, channel, account, room, kind, bound_at) VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (village, channel, account, room) DO UPDATE SET kind = excluded.kind, bound_at = excluded.bound_at`,
        [village, room.channel, room.account, room.room, room.kind, at],
      )
    },
  }
}
