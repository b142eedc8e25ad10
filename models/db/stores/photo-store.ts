import type { Photo } from '../../case.ts'
import type { PhotoStore } from '../../stores/stores.ts'
import { int, intOrNull, text, type Row } from '../row.ts'
import { placeholders, type Sql } from '../sql.ts'

/** A picture that is not there was to be tied to a case. */
export class UnknownPhoto extends Error {
  override readonly name = 'UnknownPhoto'
}

const columns = 'id, media, look, person, at, number'

const photoOf = (row: Row): Photo => ({
  id: text(row, 'id'),
  media: text(row, 'media'),
  look: text(row, 'look'),
  person: text(row, 'person'),
  at: int(row, 'at'),
  number: intOrNull(row, 'number'),
})

const half = 8
const halves = (look: string) => [Number.parseInt(look.slice(0, half), 16), Number.parseInt(look.slice(half), 16)] as const

/** How many of 32 bits are set. */
function setBits(word: number): number {
  let [rest, count] = [word, 0]
  while (rest !== 0) {
    rest &= rest - 1
    count += 1
  }
  return count
}

/** Which of some media anything still names, in any village: all keep their files in one folder. */
async function named(media: readonly string[], sql: Sql): Promise<ReadonlySet<string>> {
  const list = placeholders(media.length, 1)
  const rows = await sql.all(
    `SELECT media FROM photo WHERE media IN (${list}) UNION SELECT media FROM evidence WHERE media IN (${list})
      UNION SELECT file FROM outbox WHERE file IN (${list}) UNION SELECT file FROM chat_message WHERE file IN (${list})`,
    media,
  )
  return new Set(rows.map((row) => text(row, 'media')))
}

/** The pictures of one village. `newId` makes their ids. */
export function photoStore(sql: Sql, village: string, newId: (prefix: string) => string): PhotoStore {
  return {
    async add(photo) {
      const id = newId('photo')
      await sql.write('INSERT INTO photo (village, id, seq, media, look, person, at, number) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
        village,
        id,
        await sql.stamp(),
        photo.media,
        photo.look,
        photo.person,
        photo.at,
        photo.number,
      ])
      return { ...photo, id }
    },
    async attach(id, number) {
      const attached = await sql.write('UPDATE photo SET number = $1 WHERE village = $2 AND id = $3', [number, village, id])
      if (attached !== 1) throw new UnknownPhoto('no such picture')
    },
    async loose(person, since) {
      const rows = await sql.all(
        `SELECT ${columns} FROM photo WHERE village = $1 AND person = $2 AND at >= $3 AND number IS NULL ORDER BY seq`,
        [village, person, since],
      )
      return rows.map(photoOf)
    },
    async alike(look, bits, since) {
      const [high, low] = halves(look)
      const kept = 'village = $1 AND at >= $2 AND number IS NOT NULL'
      // neither database counts differing bits alike; a village's year is some thousand looks
      const looks = (await sql.all(`SELECT DISTINCT look FROM photo WHERE ${kept}`, [village, since])).map((row) => text(row, 'look'))
      const near = looks.filter((other) => {
        const [otherHigh, otherLow] = halves(other)
        return setBits(high ^ otherHigh) + setBits(low ^ otherLow) <= bits
      })
      if (near.length === 0) return []
      const rows = await sql.all(
        `SELECT ${columns} FROM photo WHERE ${kept} AND look IN (${placeholders(near.length, 3)}) ORDER BY seq DESC`,
        [village, since, ...near],
      )
      return rows.map(photoOf)
    },
    async dropLoose(before) {
      const loose = 'FROM photo WHERE village = $1 AND number IS NULL AND at < $2'
      const media = (await sql.all(`SELECT DISTINCT media ${loose} ORDER BY media`, [village, before])).map((row) => text(row, 'media'))
      if (media.length === 0) return []
      await sql.write(`DELETE ${loose}`, [village, before])
      const still = await named(media, sql)
      return media.filter((one) => !still.has(one))
    },
  }
}
