import { addDays } from '../../dates.ts'
import type { NoticeStore } from '../../stores/stores.ts'
import { caseColumns, noticeOf, reportCaseOf, reportColumns, reportTables } from './case-rows.ts'
import type { Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const noticed = `SELECT ${caseColumns}, ${reportColumns}, n.first_day, n.last_day, n.ends_at
  FROM ${reportTables} JOIN notice n ON n.village = c.village AND n.number = c.number`
const noticedCaseOf = (row: Row) => ({ ...reportCaseOf(row), notice: noticeOf(row) })

/** States in which the window of a report counts as posted; a revoked or rejected report is not read out again. */
const posted = "('in-notice', 'objected', 'booked', 'reversed')"

// the village's days are all of one length: its clock knows no summer time
const dayLength = 24 * 60 * 60 * 1000

/** The 公示 windows of one village. */
export function noticeStore(sql: Sql, village: string): NoticeStore {
  return {
    async open(notice) {
      await sql.write(
        `INSERT INTO notice (village, number, first_day, last_day, ends_at) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (village, number) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day, ends_at = excluded.ends_at`,
        [village, notice.number, notice.firstDay, notice.lastDay, notice.endsAt],
      )
    },
    async of(number) {
      const row = await sql.one('SELECT number, first_day, last_day, ends_at FROM notice WHERE village = $1 AND number = $2', [
        village,
        number,
      ])
      return row && noticeOf(row)
    },
    async endedBy(now) {
      const rows = await sql.all(
        `${noticed} WHERE c.village = $1 AND c.kind = 'report' AND c.state = 'in-notice' AND n.ends_at <= $2 ORDER BY n.ends_at, c.number`,
        [village, now],
      )
      return rows.map(noticedCaseOf)
    },
    async extend(days, now) {
      if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`a window cannot be extended by ${String(days)} days`)
      const rows = await sql.all(
        `SELECT n.number, n.first_day, n.last_day, n.ends_at FROM notice n JOIN case_file c ON c.village = n.village AND c.number = n.number
          WHERE n.village = $1 AND n.ends_at > $2 AND c.kind = 'report' AND c.state IN ('in-notice', 'objected')`,
        [village, now],
      )
      for (const { number, lastDay, endsAt } of rows.map(noticeOf)) {
        await sql.write('UPDATE notice SET last_day = $1, ends_at = $2 WHERE village = $3 AND number = $4', [
          addDays(lastDay, days),
          endsAt + days * dayLength,
          village,
          number,
        ])
      }
      return rows.length
    },
    async during(first, last) {
      const rows = await sql.all(
        `${noticed} WHERE c.village = $1 AND n.last_day >= $2 AND n.first_day <= $3 AND c.state IN ${posted} ORDER BY c.number`,
        [village, first, last],
      )
      return rows.map(noticedCaseOf)
    },
  }
}
