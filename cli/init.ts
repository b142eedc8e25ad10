import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { foldText } from '../bot/grammar/fold.ts'
import type { Database } from '../models/db/open-database.ts'
import type { Scheme } from '../rules/scheme.ts'
import { chooseScheme } from './init/chosen-scheme.ts'
import { everyExtra, extrasOf, type ExtraColumn } from './init/roster/extra-columns.ts'
import { anyWrong, faultLine, inOrder, wrong, type Fault } from './init/roster/fault.ts'
import { foundRealVillage } from './init/found-village.ts'
import { appoint, type Officer } from './init/officers.ts'
import { askPartyCheck, partyCheckFaults } from './init/party-check.ts'
import { readFileOf } from './init/roster/read-file.ts'
import { readRoster, type RosterReading } from './init/roster/read-roster.ts'
import type { Roster } from './init/roster/roster.ts'
import { nextLines, planLines } from './init/summary.ts'
import { askOfficers, officersSaid, readFlags, Unfinished, wanted, type Flags } from './init/wishes.ts'
import { CannotRun, type Io, type Prompt } from './io.ts'
import { openData } from './open-data.ts'
import { readSettings } from './settings.ts'

/** A village that only waits for a yes. */
interface Plan {
  readonly name: string
  readonly roster: Roster
  readonly officers: readonly Officer[]
  readonly scheme: Scheme
  readonly source: string
  /** the party organisation's check: who, when, in which document */
  readonly resolution: string
}

async function rosterFrom(path: string, sheet: string | undefined, now: number, uses: ReadonlySet<ExtraColumn>): Promise<RosterReading> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    return { roster: null, faults: [wrong(null, `读不了花名册 ${path}`, '请检查路径是否写对、文件能不能打开')] }
  }
  const reading = await readFileOf(bytes)
  return 'fault' in reading ? { roster: null, faults: [reading.fault] } : readRoster(reading.sheets, sheet, now, uses)
}

function nameFaults(name: string): readonly Fault[] {
  if (/^[\p{Script=Han}\d·()]{2,30}$/u.test(foldText(name))) return []
  return [wrong(null, `村名“${name.slice(0, 30)}”不对`, '村名用2到30个汉字，比如“幸福村”')]
}

function tell(faults: readonly Fault[], file: string, io: Io): void {
  if (faults.length === 0) return
  const errors = faults.filter(({ level }) => level === 'error').length
  io.err(`${file}：错误${String(errors)}处，提醒${String(faults.length - errors)}处`)
  for (const fault of inOrder(faults)) io.err(faultLine(fault))
}

/** Reads everything and asks for what was not said; null when something is wrong, and then all of it has been told. */
async function prepare(flags: Flags, prompt: Prompt | null, io: Io): Promise<Plan | null> {
  const path = await wanted(flags.roster, '花名册文件（xlsx 或 csv）', '--roster', prompt)
  const code = await wanted(flags.scheme, '积分办法', '--scheme', prompt, 'shifan')
  const name = foldText(await wanted(flags.name, '村名', '--name', prompt))
  const choice = await chooseScheme(code, (file) => io.readFile(file))
  const uses = choice.scheme ? extrasOf(choice.scheme) : everyExtra
  const { roster, faults } = await rosterFrom(path, flags.sheet, io.clock.now(), uses)
  const quorum = choice.scheme?.review.quorum ?? 1
  const found = [...faults, ...choice.faults, ...nameFaults(name), ...partyCheckFaults(flags.party)]
  if (!roster || !choice.scheme || anyWrong(found)) {
    const appointed = roster ? appoint(roster, officersSaid(flags), quorum).faults : []
    tell([...found, ...appointed], basename(path), io)
    io.err('没有建村，什么也没有写。改好后再运行一次。')
    return null
  }
  const { officers, faults: unfit } = appoint(roster, await askOfficers(flags, prompt), quorum)
  tell([...found, ...unfit], basename(path), io)
  if (anyWrong(unfit)) {
    io.err('没有建村，什么也没有写。改好后再运行一次。')
    return null
  }
  const resolution = await askPartyCheck(flags.party, prompt)
  return { name, roster, officers, scheme: choice.scheme, source: choice.source, resolution }
}

async function confirmed(flags: Flags, prompt: Prompt | null): Promise<boolean> {
  if (flags.yes) return true
  if (!prompt) throw new Unfinished('没有人在终端前确认；看过没有问题，请加 --yes。')
  const answer = await prompt.ask('就这样建村吗？（是/否）：')
  return answer !== null && /^(?:是|好|对|y|yes)$/iu.test(answer)
}

/** Long work shows how far it is. */
const often = 1000

async function found({ name, roster, officers, scheme, source, resolution }: Plan, database: Database, io: Io): Promise<void> {
  const same = (await database.reader.villages()).find((village) => !village.training && village.name === name)
  if (same) throw new CannotRun(`已经有一个“${name}”了，没有再建。要另建请换一个村名；要从头再来请换一个 DATA_DIR。`)
  const foundation = { name, roster, officers, scheme: { code: scheme.code, source, resolution } }
  const done = await foundRealVillage(database.lane, foundation, io.clock.now(), io.newId, (written) => {
    if (written % often === 0) io.err(`已写入${String(written)}人，共${String(roster.people.length)}人`)
  })
  for (const line of nextLines(done)) io.out(line)
}

async function init(flags: Flags, prompt: Prompt | null, io: Io): Promise<number> {
  const settings = readSettings(io.env)
  const plan = await prepare(flags, prompt, io)
  if (!plan) return 1
  for (const line of planLines(plan)) io.out(line)
  if (!(await confirmed(flags, prompt))) {
    io.err('没有建村，什么也没有写。')
    return 1
  }
  const database = await openData(settings, await io.log('warn'), io)
  try {
    await found(plan, database, io)
  } finally {
    await database.close()
  }
  return 0
}

/**
 * `init`: founds a real village from a roster sheet and a scheme, asking for what the options leave out. 0 when it is founded, 1 with
 * every fault named when it is not, 2 when something was not said and nobody can be asked.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const prompt = io.prompt()
  try {
    return await init(readFlags(args), prompt, io)
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error
    io.err(error.message)
    return 2
  } finally {
    prompt?.close()
  }
}
