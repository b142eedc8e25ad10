import { addDays } from '../../dates.ts'
import type { Dividend, DividendPart, Holding } from '../../share.ts'
import type { ShareStore } from '../../stores/share-store.ts'
import { int, oneOf, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

// the village's days are all of one length: its clock knows no summer time
const dayLength = 24 * 60 * 60 * 1000

const columns = 'd.number, d.pool, d.title, d.year, d.fen, d.points, d.state, d.last_day, d.ends_at'

const holdingOf = (row: Row): Holding => ({ household: text(row, 'household'), thousandths: int(row, 'thousandths') })

const dividendOf = (row: Row): Dividend => ({
  number: int(row, 'number'),
  pool: text(row, 'pool'),
  title: text(row, 'title'),
  year: text(row, 'year'),
  fen: int(row, 'fen'),
  points: int(row, 'points'),
  state: oneOf(row, 'state', ['notice', 'booked', 'stopped']),
  lastDay: text(row, 'last_day'),
  endsAt: int(row, 'ends_at'),
})

/** The shares and dividends of one village. */
export function shareStore(sql: Sql, village: string): ShareStore {
  return {
    async holding(household) {
      const row = await sql.one('SELECT household, thousandths FROM share WHERE village = $1 AND household = $2', [village, household])
      return row && holdingOf(row)
    },
    async holdings() {
      return (await sql.all('SELECT household, thousandths FROM share WHERE village = $1 ORDER BY household', [village])).map(holdingOf)
    },
    async importHoldings(holdings, at) {
      for (const { household, thousandths } of holdings) {
        await sql.write(
          `INSERT INTO share (village, household, thousandths, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (village, household) DO UPDATE SET thousandths = excluded.thousandths, at = excluded.at`,
          [village, household, thousandths, at],
        )
      }
    },
    async openDividend({ number, pool, title, year, fen, points, lastDay, endsAt }, parts) {
      await sql.write(
        `INSERT INTO dividend (village, number, pool, title, year, fen, points, state, last_day, ends_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [village, number, pool, title, year, fen, points, 'notice', lastDay, endsAt],
      )
      for (const part of parts) {
        await sql.write('INSERT INTO dividend_part (village, number, household, points, fen) VALUES ($1, $2, $3, $4, $5)', [
          village,
          number,
          part.household,
          part.points,
          part.fen,
        ])
      }
    },
    async dividendOf(pool, year) {
      const row = await sql.one(
        `SELECT ${columns} FROM dividend d WHERE d.village = $1 AND d.pool = $2 AND d.year = $3 AND d.state <> 'stopped'`,
        [village, pool, year],
      )
      return row && dividendOf(row)
    },
    async dividend(number) {
      const row = await sql.one(`SELECT ${columns} FROM dividend d WHERE d.village = $1 AND d.number = $2`, [village, number])
      return row && dividendOf(row)
    },
    async endedBy(now) {
      const rows = await sql.all(
        `SELECT ${columns} FROM dividend d WHERE d.village = $1 AND d.state = 'notice' AND d.ends_at <= $2 ORDER BY d.number`,
        [village, now],
      )
      return rows.map(dividendOf)
    },
    async extend(days, since) {
      if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`a window cannot be extended by ${String(days)} days`)
      const rows = await sql.all(
        `SELECT ${columns} FROM dividend d WHERE d.village = $1 AND d.state = 'notice' AND d.ends_at > $2 ORDER BY d.number`,
        [village, since],
      )
      for (const { number, lastDay, endsAt } of rows.map(dividendOf)) {
        await sql.write('UPDATE dividend SET last_day = $1, ends_at = $2 WHERE village = $3 AND number = $4', [
          addDays(lastDay, days),
          endsAt + days * dayLength,
          village,
          number,
        ])
      }
      return rows.length
    },
    async parts(number) {
      const rows = await sql.all(
        `SELECT p.household, p.points, p.fen FROM dividend_part p JOIN household h ON h.village = p.village AND h.id = p.household
          WHERE p.village = $1 AND p.number = $2 ORDER BY h.number`,
        [village, number],
      )
      return rows.map((row): DividendPart => ({ household: text(row, 'household'), points: int(row, 'points'), fen: int(row, 'fen') }))
    },
    async setDividendState(number, state) {
      await sql.write('UPDATE dividend SET state = $1 WHERE village = $2 AND number = $3', [state, village, number])
    },
    async partsOf(household) {
      const rows = await sql.all(
        `SELECT ${columns}, p.points AS own_points, p.fen AS own_fen
          FROM dividend_part p JOIN dividend d ON d.village = p.village AND d.number = p.number
          WHERE p.village = $1 AND p.household = $2 ORDER BY d.number DESC`,
        [village, household],
      )
      return rows.map((row) => ({ ...dividendOf(row), part: { household, points: int(row, 'own_points'), fen: int(row, 'own_fen') } }))
    },
  }
}
