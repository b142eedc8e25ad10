import { int, intOrNull, text } from '../row.ts'
import type { Sql } from '../sql.ts'
import type { CaseProblem } from './verify-case-rows.ts'

/** What the bot says has a cause it heard or ran, speaks of cases there are, in lines counted from 0, and what was sent has its time. */
export async function verifyOutbox(sql: Sql, village: string): Promise<readonly CaseProblem[]> {
  const heard = await sql.all("SELECT 'message:' || channel || ':' || id AS cause FROM inbox WHERE village = $1", [village])
  const ran = await sql.all("SELECT 'job:' || job || ':' || period AS cause FROM job_run WHERE village = $1", [village])
  const causes = new Set([...heard, ...ran].map((row) => text(row, 'cause')))
  const said = await sql.all(
    'SELECT cause, COUNT(*) AS lines, MIN(line) AS first, MAX(line) AS last FROM outbox WHERE village = $1 GROUP BY cause',
    [village],
  )
  const untimed = await sql.all("SELECT id, about FROM outbox WHERE village = $1 AND state <> 'waiting' AND changed_at IS NULL", [village])
  const astray = await sql.all(
    `SELECT o.id, o.about FROM outbox o WHERE o.village = $1 AND o.about IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.village = o.village AND c.number = o.about)`,
    [village],
  )
  return [
    ...said
      .filter((row) => !causes.has(text(row, 'cause')))
      .map((row): CaseProblem => ({
        kind: 'outbox',
        number: null,
        detail: `said because of ${text(row, 'cause')}, which was never heard or run`,
      })),
    ...said
      .filter((row) => int(row, 'first') !== 0 || int(row, 'last') !== int(row, 'lines') - 1)
      .map((row): CaseProblem => ({ kind: 'outbox', number: null, detail: `lines of ${text(row, 'cause')} are missing` })),
    ...untimed.map((row): CaseProblem => ({
      kind: 'outbox',
      number: intOrNull(row, 'about'),
      detail: `line ${text(row, 'id')} went out at no time`,
    })),
    ...astray.map((row): CaseProblem => ({
      kind: 'outbox',
      number: int(row, 'about'),
      detail: `line ${text(row, 'id')} speaks of a case that is not there`,
    })),
  ]
}
