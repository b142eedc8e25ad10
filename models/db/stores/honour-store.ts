import type { BadRecord, Earned, GradeException, Helper, HonourHolder, HonourRow } from '../../honour.ts'
import type { HonourStore } from '../../stores/honour-store.ts'
import { int, intOrNull, oneOf, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

/** How a holder is joined to the household whose number settles ties; a person without one comes last. */
const holderTables = {
  household: 'JOIN household h ON h.village = a.village AND h.id = a.holder',
  person: `JOIN person n ON n.village = a.village AND n.id = a.holder
    LEFT JOIN household h ON h.village = n.village AND h.id = n.household`,
} as const satisfies Record<HonourHolder, string>

const homeless = 1_000_000

const earnedOf = (row: Row): Earned => ({ holder: text(row, 'holder'), number: int(row, 'number'), points: int(row, 'points') })

const honourOf = (row: Row): HonourRow => ({
  code: text(row, 'code'),
  period: text(row, 'period'),
  part: text(row, 'part'),
  holderKind: oneOf(row, 'holder_kind', ['household', 'person']),
  holder: text(row, 'holder'),
  place: int(row, 'place'),
  points: int(row, 'points'),
  title: text(row, 'title'),
})

const exceptionOf = (row: Row): GradeException => ({
  year: text(row, 'year'),
  person: text(row, 'person'),
  months: intOrNull(row, 'months'),
  resolution: text(row, 'resolution'),
})

const recordOf = (row: Row): BadRecord => ({
  number: int(row, 'number'),
  person: text(row, 'person'),
  kind: text(row, 'kind'),
  on: text(row, 'on_day'),
})

const helperOf = (row: Row): Helper => ({ household: text(row, 'household'), helper: text(row, 'helper'), from: text(row, 'from_day') })

const columns = 'code, period, part, holder_kind, holder, place, points, title'

/** Entries of cases of one table with what took them back, as `o` (the case's entry) and `e` (the entry that counts). */
const entriesFor = (table: 'report' | 'deduction', holderKind: HonourHolder, taken: boolean) => `
  SELECT a.holder, COALESCE(h.number, ${String(homeless)}) AS number, r.item, c.edition, p.amount
    FROM ${table} r
    JOIN case_file c ON c.village = r.village AND c.number = r.number
    JOIN ledger_entry o ON o.village = r.village AND o.cause = '${table}:' || r.number
    JOIN ledger_entry e ON e.village = o.village AND ${taken ? 'e.reverses = o.seq' : 'e.seq = o.seq'}
    JOIN posting p ON p.village = e.village AND p.seq = e.seq
    JOIN account a ON a.village = p.village AND a.id = p.account
    ${holderTables[holderKind]}
    WHERE r.village = $1 AND a.book = $2 AND a.holder_kind = $3 AND e.on_day >= $4 AND e.on_day <= $5`

const byItem = (holderKind: HonourHolder) => {
  const parts = (['report', 'deduction'] as const).flatMap((table) => [false, true].map((taken) => entriesFor(table, holderKind, taken)))
  return `SELECT holder, number, item, edition, SUM(amount) AS points FROM (${parts.join(' UNION ALL ')}) f
    GROUP BY holder, number, item, edition ORDER BY number, holder, item, edition`
}

/** The honours of one village. */
export function honourStore(sql: Sql, village: string): HonourStore {
  return {
    async earned(book, holderKind, fromMonth, toMonth) {
      const rows = await sql.all(
        `SELECT a.holder, COALESCE(h.number, ${String(homeless)}) AS number, SUM(m.honour) AS points
          FROM account a JOIN month_rollup m ON m.village = a.village AND m.account = a.id ${holderTables[holderKind]}
          WHERE a.village = $1 AND a.book = $2 AND a.holder_kind = $3 AND m.month >= $4 AND m.month <= $5 AND m.honour <> 0
          GROUP BY a.holder, h.number ORDER BY number, a.holder`,
        [village, book, holderKind, fromMonth, toMonth],
      )
      return rows.map(earnedOf)
    },
    async earnedByItem(book, holderKind, first, last) {
      const rows = await sql.all(byItem(holderKind), [village, book, holderKind, first, last])
      return rows.map((row) => ({ ...earnedOf(row), item: text(row, 'item'), edition: int(row, 'edition') }))
    },
    async publish(given, at) {
      for (const { code, period, part, holderKind, holder, place, points, title } of given) {
        await sql.write(
          `INSERT INTO honour (village, ${columns}, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
          [village, code, period, part, holderKind, holder, place, points, title, at],
        )
      }
    },
    async given(code, period) {
      const rows = await sql.all(
        `SELECT ${columns} FROM honour WHERE village = $1 AND code = $2 AND period = $3 ORDER BY part, place, holder`,
        [village, code, period],
      )
      return rows.map(honourOf)
    },
    async givenTo(holderKind, holder) {
      const rows = await sql.all(
        `SELECT ${columns} FROM honour WHERE village = $1 AND holder_kind = $2 AND holder = $3 ORDER BY at DESC, period DESC, code`,
        [village, holderKind, holder],
      )
      return rows.map(honourOf)
    },
    async line(code, period) {
      const row = await sql.one('SELECT line FROM band_line WHERE village = $1 AND code = $2 AND period = $3', [village, code, period])
      return row && int(row, 'line')
    },
    async setLine(code, period, line) {
      await sql.write('INSERT INTO band_line (village, code, period, line) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
        village,
        code,
        period,
        line,
      ])
    },
    async addException({ year, person, months, resolution }, at) {
      await sql.write(
        `INSERT INTO grade_exception (village, year, person, months, resolution, at) VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (village, year, person) DO UPDATE SET months = excluded.months, resolution = excluded.resolution, at = excluded.at`,
        [village, year, person, months, resolution, at],
      )
    },
    async exceptions(year) {
      const rows = await sql.all('SELECT year, person, months, resolution FROM grade_exception WHERE village = $1 AND year = $2', [
        village,
        year,
      ])
      return rows.map(exceptionOf)
    },
    async addBadRecord({ number, person, kind, on }, at) {
      await sql.write('INSERT INTO bad_record (village, number, person, kind, on_day, at) VALUES ($1, $2, $3, $4, $5, $6)', [
        village,
        number,
        person,
        kind,
        on,
        at,
      ])
    },
    async badRecords(first, last) {
      const rows = await sql.all(
        'SELECT number, person, kind, on_day FROM bad_record WHERE village = $1 AND on_day >= $2 AND on_day <= $3 ORDER BY number',
        [village, first, last],
      )
      return rows.map(recordOf)
    },
    async setHelper({ household, helper, from }, by, at) {
      await sql.write(
        `INSERT INTO helper (village, household, helper, from_day, named_by, at) VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (village, household) DO UPDATE
          SET helper = excluded.helper, from_day = excluded.from_day, named_by = excluded.named_by, at = excluded.at`,
        [village, household, helper, from, by, at],
      )
    },
    async helpers() {
      return (await sql.all('SELECT household, helper, from_day FROM helper WHERE village = $1 ORDER BY household', [village])).map(
        helperOf,
      )
    },
  }
}
