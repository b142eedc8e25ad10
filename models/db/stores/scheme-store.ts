import type { SchemeEdition, SchemeStore } from '../../stores/stores.ts'
import { int, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'
import { touchVillage } from './village-store.ts'

const columns = 'edition, code, effective_from, source, resolution'

const editionOf = (row: Row): SchemeEdition => ({
  edition: int(row, 'edition'),
  code: text(row, 'code'),
  effectiveFrom: text(row, 'effective_from'),
  source: text(row, 'source'),
  resolution: textOrNull(row, 'resolution'),
})

/** The village has adopted no scheme yet. */
export class NoScheme extends Error {
  override readonly name = 'NoScheme'
}

/** The editions of one village's agreement, numbered from 1. */
export function schemeStore(sql: Sql, village: string): SchemeStore {
  return {
    async inForce(on) {
      // before the first edition takes effect the village lives by it already: there is no other
      const row =
        (await sql.one(
          `SELECT ${columns} FROM scheme_edition WHERE village = $1 AND effective_from <= $2 ORDER BY effective_from DESC, edition DESC LIMIT 1`,
          [village, on],
        )) ?? (await sql.one(`SELECT ${columns} FROM scheme_edition WHERE village = $1 ORDER BY edition LIMIT 1`, [village]))
      if (!row) throw new NoScheme('no scheme was adopted')
      return editionOf(row)
    },
    async edition(edition) {
      const row = await sql.one(`SELECT ${columns} FROM scheme_edition WHERE village = $1 AND edition = $2`, [village, edition])
      return row && editionOf(row)
    },
    async adopt(scheme, by, at) {
      const row = await sql.one('SELECT COALESCE(MAX(edition), 0) AS newest FROM scheme_edition WHERE village = $1', [village])
      const edition = row ? int(row, 'newest') + 1 : 1
      await sql.write(
        `INSERT INTO scheme_edition (village, edition, code, effective_from, source, resolution, adopted_by, adopted_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [village, edition, scheme.code, scheme.effectiveFrom, scheme.source, scheme.resolution, by, at],
      )
      await touchVillage(sql, village)
      return { ...scheme, edition }
    },
    async adoptedBy(edition) {
      const row = await sql.one('SELECT adopted_by FROM scheme_edition WHERE village = $1 AND edition = $2', [village, edition])
      if (!row) throw new NoScheme(`no edition ${String(edition)}`)
      return text(row, 'adopted_by')
    },
  }
}
