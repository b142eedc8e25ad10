import { jobsOf } from '../../jobs/index.ts'
import { dueRuns } from '../../jobs/due.ts'
import { dateOf, timeOf } from '../../models/dates.ts'
import { int, type Row } from '../../models/db/row.ts'
import type { Sql } from '../../models/db/sql.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Village } from '../../models/village.ts'
import { broken, heed, well, type Finding } from './finding.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** Longest a job or a line may be late without anybody having to look. */
const patience = 15 * MINUTE

const calendar = jobsOf({ checkLedger: () => Promise.reject(new Error('the doctor runs no jobs')) })

/** Which jobs should have run and have not. */
export async function jobFindings(village: Village, stores: Stores, now: number, running: boolean): Promise<readonly Finding[]> {
  const late = (await dueRuns(calendar, village, stores, now)).filter(({ slot }) => slot.due < now - patience)
  if (late.length === 0) return [well('到期的任务都做了')]
  const names = [...new Set(late.map(({ job }) => job.name))].join('、')
  const oldest = late[0]?.slot.due ?? now
  const what = `有${String(late.length)}个任务到期没有做（${names}，最早${dateOf(oldest)} ${timeOf(oldest)}）`
  return [running ? broken(`${what}，机器人却在运行；请看日志里的 a job failed`) : heed(`${what}；启动机器人后会补做`)]
}

const count = (row: Row | null): number => (row ? int(row, 'n') : 0)

/** Lines that could not be said, or wait too long; counted over the last seven days. */
export async function outboxFindings(sql: Sql, village: string, now: number, running: boolean): Promise<readonly Finding[]> {
  const failed = count(
    await sql.one("SELECT COUNT(*) AS n FROM outbox WHERE village = $1 AND state = 'failed' AND changed_at > $2", [village, now - 7 * DAY]),
  )
  const waiting = count(
    await sql.one("SELECT COUNT(*) AS n FROM outbox WHERE village = $1 AND state = 'waiting' AND not_before < $2", [
      village,
      now - patience,
    ]),
  )
  const findings: Finding[] = []
  if (failed > 0) findings.push(heed(`近7天有${String(failed)}条话没有发出去；多半是群已解散或机器人被移出，请看群还在不在`))
  if (waiting > 0 && running) findings.push(broken(`有${String(waiting)}条话等了很久没有发出去；请看机器人是不是掉线了，必要时重新扫码`))
  if (waiting > 0 && !running) findings.push(heed(`有${String(waiting)}条话等着发；启动机器人后会发出去`))
  return findings.length > 0 ? findings : [well('该说的话都发出去了')]
}

/** When the data was last backed up. */
export async function backupFindings(stores: Stores, now: number): Promise<readonly Finding[]> {
  const last = (await stores.jobRuns.runs('backup')).filter(({ outcome }) => outcome !== null).at(-1)
  if (!last) return [heed('还没有备份；请先停下机器人，把整个数据文件夹拷到另一块盘上')]
  const days = Math.floor((now - last.at) / DAY)
  const shown = `上次备份是${dateOf(last.at)}`
  return [days > 7 ? heed(`${shown}，已过${String(days)}天，请再备份`) : well(shown)]
}
