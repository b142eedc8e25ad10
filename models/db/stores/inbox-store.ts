import type { InboxStore } from '../../stores/stores.ts'
import type { Sql } from '../sql.ts'

/** The messages one village's bot has heard. */
export function inboxStore(sql: Sql, village: string): InboxStore {
  return {
    async receive(heard) {
      const added = await sql.write(
        `INSERT INTO inbox (village, channel, account, id, digest, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [village, heard.channel, heard.account, heard.id, heard.digest, heard.person, heard.at],
      )
      return added === 1
    },
  }
}
