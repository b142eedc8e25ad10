import type { CouponStore, DeferredCoupon } from '../../stores/coupon-store.ts'
import { int, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const columns = 'book, year, seq, household, number, points'

const deferredOf = (row: Row): DeferredCoupon => ({
  book: text(row, 'book'),
  year: text(row, 'year'),
  order: int(row, 'seq'),
  household: text(row, 'household'),
  number: int(row, 'number'),
  points: int(row, 'points'),
})

/** The coupons of one village, beside the ledger that holds their points. */
export function couponStore(sql: Sql, village: string): CouponStore {
  return {
    async holders(book, year) {
      const rows = await sql.all('SELECT household FROM coupon_holder WHERE village = $1 AND book = $2 AND year = $3', [
        village,
        book,
        year,
      ])
      return new Set(rows.map((row) => text(row, 'household')))
    },
    async addHolder(book, year, household) {
      await sql.write('INSERT INTO coupon_holder (village, book, year, household) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
        village,
        book,
        year,
        household,
      ])
    },
    async defer({ book, year, household, number, points }, at) {
      await sql.write(
        `INSERT INTO coupon_deferred (village, book, number, year, seq, household, points, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT DO NOTHING`,
        [village, book, number, year, await sql.stamp(), household, points, at],
      )
    },
    async deferredBefore(book, year) {
      const rows = await sql.all(`SELECT ${columns} FROM coupon_deferred WHERE village = $1 AND book = $2 AND year < $3 ORDER BY seq`, [
        village,
        book,
        year,
      ])
      return rows.map(deferredOf)
    },
    async deferred(book) {
      const rows = await sql.all(`SELECT ${columns} FROM coupon_deferred WHERE village = $1 AND book = $2 ORDER BY seq`, [village, book])
      return rows.map(deferredOf)
    },
    async settle(book, number) {
      await sql.write('DELETE FROM coupon_deferred WHERE village = $1 AND book = $2 AND number = $3', [village, book, number])
    },
  }
}
