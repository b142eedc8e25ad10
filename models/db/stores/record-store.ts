import { recordKinds, type MeetingFigures, type RecordStore, type VillageRecord } from '../../record.ts'
import { flag, int, json, oneOf, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const columns = 'id, kind, day, body, unit, what, figures, valid, about, document, recorded_by, at'

const isCount = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isSafeInteger(value))

const isFigures = (value: unknown): value is MeetingFigures =>
  typeof value === 'object' &&
  value !== null &&
  ['expected', 'present', 'inFavour', 'against', 'abstained'].every((key) =>
    isCount(Object.entries(value).find(([name]) => name === key)?.[1]),
  )

const isIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((id) => typeof id === 'string')

const recordOf = (row: Row): VillageRecord => ({
  id: text(row, 'id'),
  kind: oneOf(row, 'kind', recordKinds),
  day: text(row, 'day'),
  body: textOrNull(row, 'body'),
  unit: textOrNull(row, 'unit'),
  what: text(row, 'what'),
  figures: json(row, 'figures', isFigures),
  valid: flag(row, 'valid'),
  about: json(row, 'about', isIds),
  document: textOrNull(row, 'document'),
  by: text(row, 'recorded_by'),
  at: int(row, 'at'),
})

/** The records of one village's meetings. */
export function recordStore(sql: Sql, village: string, newId: (prefix: string) => string): RecordStore {
  return {
    async add(record) {
      const id = newId('record')
      await sql.write(
        `INSERT INTO record (village, id, seq, kind, day, body, unit, what, figures, valid, about, document, recorded_by, at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          village,
          id,
          await sql.stamp(),
          record.kind,
          record.day,
          record.body,
          record.unit,
          record.what,
          JSON.stringify(record.figures),
          record.valid ? 1 : 0,
          JSON.stringify(record.about),
          record.document,
          record.by,
          record.at,
        ],
      )
      return { ...record, id }
    },
    async list(limit, unit) {
      const rows =
        unit === undefined
          ? await sql.all(`SELECT ${columns} FROM record WHERE village = $1 ORDER BY seq DESC LIMIT $2`, [village, limit])
          : await sql.all(`SELECT ${columns} FROM record WHERE village = $1 AND unit = $2 ORDER BY seq DESC LIMIT $3`, [
              village,
              unit,
              limit,
            ])
      return rows.map(recordOf)
    },
    async validAbout(kind, id) {
      const rows = await sql.all(`SELECT ${columns} FROM record WHERE village = $1 AND kind = $2 AND valid = 1 ORDER BY seq DESC`, [
        village,
        kind,
      ])
      return rows.map(recordOf).find(({ about }) => about.includes(id)) ?? null
    },
  }
}
