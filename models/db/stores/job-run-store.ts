import type { JobRunStore } from '../../job-runs.ts'
import { int, text, textOrNull } from '../row.ts'
import type { Sql } from '../sql.ts'

/** The runs of one village's jobs. */
export function jobRunStore(sql: Sql, village: string): JobRunStore {
  return {
    async start(job, period, due, at) {
      const added = await sql.write(
        'INSERT INTO job_run (village, job, period, due, started_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        [village, job, period, due, at],
      )
      return added === 1
    },
    async finish(job, period, outcome, at) {
      await sql.write('UPDATE job_run SET outcome = $1, finished_at = $2 WHERE village = $3 AND job = $4 AND period = $5', [
        outcome,
        at,
        village,
        job,
        period,
      ])
    },
    async latestDues() {
      const rows = await sql.all('SELECT job, MAX(due) AS due FROM job_run WHERE village = $1 GROUP BY job', [village])
      return new Map(rows.map((row) => [text(row, 'job'), int(row, 'due')]))
    },
    async runs(job) {
      const rows = await sql.all(
        'SELECT period, due, started_at, outcome FROM job_run WHERE village = $1 AND job = $2 ORDER BY due, period',
        [village, job],
      )
      return rows.map((row) => ({
        period: text(row, 'period'),
        due: int(row, 'due'),
        at: int(row, 'started_at'),
        outcome: textOrNull(row, 'outcome'),
      }))
    },
  }
}
