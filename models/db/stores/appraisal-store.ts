import type { AppraisalStore } from '../../appraisal.ts'
import { flag, intOrNull, text } from '../row.ts'
import type { Sql } from '../sql.ts'

const columns = 'year, person, post, subsidised, attendance, competence, tasks, satisfaction, donation'

/** The cadres' appraisals of one village. */
export function appraisalStore(sql: Sql, village: string): AppraisalStore {
  return {
    async enter(one, by, at) {
      await sql.write('DELETE FROM appraisal WHERE village = $1 AND year = $2 AND person = $3', [village, one.year, one.person])
      await sql.write(
        `INSERT INTO appraisal (village, ${columns}, entered_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          village,
          one.year,
          one.person,
          one.post,
          one.subsidised ? 1 : 0,
          one.attendance,
          one.competence,
          one.tasks,
          one.satisfaction,
          one.donation,
          by,
          at,
        ],
      )
    },
    async of(year) {
      const rows = await sql.all(`SELECT ${columns} FROM appraisal WHERE village = $1 AND year = $2 ORDER BY person`, [village, year])
      return rows.map((row) => ({
        year: text(row, 'year'),
        person: text(row, 'person'),
        post: text(row, 'post'),
        subsidised: flag(row, 'subsidised'),
        attendance: intOrNull(row, 'attendance'),
        competence: intOrNull(row, 'competence'),
        tasks: intOrNull(row, 'tasks'),
        satisfaction: intOrNull(row, 'satisfaction'),
        donation: intOrNull(row, 'donation'),
      }))
    },
  }
}
