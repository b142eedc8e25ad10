import type { ArchiveStore, YearArchive } from '../../archive.ts'
import { writeAudit } from './audit-store.ts'
import { sha256 } from '../ledger/ledger-rows.ts'
import { intOrNull, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const columns = 'household, year, text, sha256, signed_by, signed_at'

const archiveOf = (row: Row): YearArchive => ({
  household: text(row, 'household'),
  year: text(row, 'year'),
  text: text(row, 'text'),
  sha256: text(row, 'sha256'),
  signedBy: textOrNull(row, 'signed_by'),
  signedAt: intOrNull(row, 'signed_at'),
})

/** The households' years of one village. */
export function archiveStore(sql: Sql, village: string): ArchiveStore {
  const find = async (household: string, year: string) => {
    const row = await sql.one(`SELECT ${columns} FROM year_archive WHERE village = $1 AND household = $2 AND year = $3`, [
      village,
      household,
      year,
    ])
    return row && archiveOf(row)
  }
  return {
    async keep(household, year, words, at) {
      await sql.write(
        'INSERT INTO year_archive (village, household, year, text, sha256, kept_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
        [village, household, year, words, sha256(words), at],
      )
      const kept = await find(household, year)
      if (!kept) throw new Error(`the archive of ${year} was not kept`)
      return kept
    },
    of: find,
    async ofYear(year) {
      const rows = await sql.all(`SELECT ${columns} FROM year_archive WHERE village = $1 AND year = $2 ORDER BY household`, [village, year])
      return rows.map(archiveOf)
    },
    async sign(household, year, by, at) {
      const signed = await sql.write(
        'UPDATE year_archive SET signed_by = $1, signed_at = $2 WHERE village = $3 AND household = $4 AND year = $5 AND signed_by IS NULL',
        [by, at, village, household, year],
      )
      if (signed === 1) {
        await writeAudit(sql, village, { at, actor: by, action: 'sign-archive', number: null, from: null, to: year, detail: household })
      }
      return signed === 1
    },
  }
}
