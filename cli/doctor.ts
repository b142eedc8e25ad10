import { verifyCases } from '../models/db/checks/verify-cases.ts'
import { verifyLedger } from '../models/db/checks/verify-ledger.ts'
import { dateOf } from '../models/dates.ts'
import type { Village } from '../models/village.ts'
import { holidayFindings, lawFindings, schemeFindings } from './doctor/agreement.ts'
import { broken, checked, heed, well, type Finding } from './doctor/finding.ts'
import { clockFindings, folderFindings, nodeFindings } from './doctor/machine.ts'
import { botRunning, openReading, type Reading } from './doctor/open-reading.ts'
import { puppetFindings } from './doctor/puppet.ts'
import { panelFindings } from './doctor/panel.ts'
import { officeFindings, roomFindings } from './doctor/rights.ts'
import { backupFindings, jobFindings, outboxFindings } from './doctor/traffic.ts'
import { CannotRun, type Io } from './io.ts'
import { readSettings, type Settings } from './settings.ts'

type Tell = (findings: readonly Finding[]) => void

async function ledgerFindings({ reader }: Reading, village: string): Promise<readonly Finding[]> {
  const { problems, checkedTo } = await reader.statements((sql) => verifyLedger(sql, village, 0))
  const cases = await reader.statements((sql) => verifyCases(sql, village))
  if (problems.length + cases.length === 0) return [well(`台账${String(checkedTo)}笔，前后相连，和余额、案卷都对得上`)]
  const first = problems[0]?.detail ?? JSON.stringify(cases[0])
  return [
    broken(`台账有${String(problems.length)}处、案卷有${String(cases.length)}处对不上（${first}）；请停下机器人，从备份恢复，或请技术员看`),
  ]
}

function youngerThan(now: number, village: Village): readonly Finding[] {
  if (village.createdAt <= now) return []
  return [broken(`村是${dateOf(village.createdAt)}建的，比电脑时钟还晚；请校准时钟`)]
}

async function villageFindings(
  reading: Reading,
  village: Village,
  settings: Settings,
  io: Io,
  running: boolean,
  tell: Tell,
): Promise<void> {
  const { reader } = reading
  const now = io.clock.now() + village.clockOffset
  const channel = village.training ? 'local' : settings.puppet
  tell(youngerThan(now, village))
  tell(await checked('台账', () => ledgerFindings(reading, village.id)))
  tell(await checked('办法', () => reader.read(village.id, (stores) => schemeFindings(stores, now))))
  tell(await checked('任职', () => reader.read(village.id, (stores) => officeFindings(stores, now))))
  tell(await checked('评议组织', () => reader.read(village.id, (stores) => panelFindings(stores, now))))
  if (village.training || settings.puppet !== 'local')
    tell(await checked('群', () => reader.read(village.id, (stores) => roomFindings(stores, channel))))
  tell(await checked('任务', () => reader.read(village.id, (stores) => jobFindings(village, stores, now, running))))
  tell(await checked('发出的话', () => reader.statements((sql) => outboxFindings(sql, village.id, now, running))))
  if (!village.training) tell(await checked('备份', () => reader.read(village.id, (stores) => backupFindings(stores, now))))
}

/** The villages a process of today would serve: the real ones, and the newest training village. */
async function served({ reader }: Reading): Promise<readonly Village[]> {
  const villages = await reader.villages()
  const practice = villages
    .filter(({ training }) => training)
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .at(-1)
  return [...villages.filter(({ training }) => !training), ...(practice ? [practice] : [])]
}

async function dataFindings(reading: Reading, settings: Settings, io: Io, running: boolean, tell: Tell): Promise<void> {
  const villages = await served(reading)
  if (villages.length === 0) tell([heed('数据库里还没有村：正式建村请运行 npm run xiangyue -- init')])
  const real = villages.filter(({ training }) => !training)
  tell(await checked('通道', () => puppetFindings(settings.puppet, io.env, real.length)))
  if (settings.puppet !== 'local' && real.length === 0) tell([broken('还没有真实的村，这个通道开不了；请先运行 npm run xiangyue -- init')])
  for (const village of villages) {
    io.out(`—— ${village.name}${village.training ? '（示范村）' : ''}`)
    // the training village of a folder that serves real ones is not run
    await villageFindings(reading, village, settings, io, running && village.training === (settings.puppet === 'local'), tell)
  }
}

async function examine(settings: Settings, io: Io, tell: Tell): Promise<void> {
  tell(await checked('数据文件夹', () => folderFindings(settings.dataDir)))
  const running = await botRunning(settings).catch(() => 'unknown' as const)
  if (running === 'yes') tell([well('机器人正在运行；下面只看不动')])
  if (running === 'no') tell([heed('机器人没有在运行；运行 npm start 启动')])
  const { reading, findings } = await openReading(settings)
  tell(findings)
  if (!reading) {
    tell(await checked('通道', () => puppetFindings(settings.puppet, io.env, 0)))
    return
  }
  try {
    await dataFindings(reading, settings, io, running === 'yes', tell)
  } finally {
    await reading.close()
  }
}

function settingsOf(io: Io, tell: Tell): Settings | null {
  try {
    return readSettings(io.env)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    tell([broken(`设置不对：${error.message}`)])
    return null
  }
}

/** `doctor`: says line by line what is well (好), doubtful (注意) and broken (坏) here, and what to do; 1 when anything is broken. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) throw new CannotRun('doctor 不需要参数。')
  let bad = 0
  let doubts = 0
  const tell: Tell = (findings) => {
    for (const { level, text } of findings) {
      if (level === '坏') bad += 1
      if (level === '注意') doubts += 1
      io.out(`${level}\t${text}`)
    }
  }
  const now = io.clock.now()
  tell(nodeFindings(process.version))
  tell(clockFindings(now, Intl.DateTimeFormat().resolvedOptions().timeZone))
  tell(lawFindings(dateOf(now)))
  tell(holidayFindings(dateOf(now)))
  const settings = settingsOf(io, tell)
  if (settings) await examine(settings, io, tell)
  io.out(bad === 0 ? `没有坏的，注意${String(doubts)}处。` : `坏${String(bad)}处，注意${String(doubts)}处：先把“坏”的修好。`)
  return bad === 0 ? 0 : 1
}
