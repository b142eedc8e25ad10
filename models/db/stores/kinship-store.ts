import type { KinshipStore } from '../../kinship.ts'
import { text } from '../row.ts'
import type { Sql } from '../sql.ts'

/** How one village's people are related to the heads of their households. */
export const kinshipStore = (sql: Sql, village: string): KinshipStore => ({
  async keep(person, relation) {
    await sql.write('INSERT INTO kinship (village, person, relation) VALUES ($1, $2, $3)', [village, person, relation])
  },
  async of(household) {
    const rows = await sql.all(
      `SELECT k.person, k.relation FROM kinship k JOIN person p ON p.village = k.village AND p.id = k.person
        WHERE k.village = $1 AND p.household = $2 ORDER BY k.person`,
      [village, household],
    )
    return new Map(rows.map((row) => [text(row, 'person'), text(row, 'relation')]))
  },
})
