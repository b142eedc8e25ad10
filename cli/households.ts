import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { deliver } from '../bot/outbox/deliver.ts'
import { schemeFrom } from '../bot/snapshot.ts'
import { proposePlan, type Proposing } from '../handlers/household/set-plan.ts'
import { dateOf } from '../models/dates.ts'
import { Refusal } from '../models/outcome.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Household, Village } from '../models/village.ts'
import { readHouseholds, type HouseholdRow } from './households/read-households.ts'
import { anyWrong, faultLine, inOrder, wrong, type Fault } from './init/roster/fault.ts'
import { readFileOf } from './init/roster/read-file.ts'
import { CannotRun, type Io } from './io.ts'
import { openData } from './open-data.ts'
import { readSettings } from './settings.ts'

const usage = '用法：households 户表.xlsx --by 会计姓名 [--village 村名]。列名：户号、户类别、户籍、计划类型、计划项目、从哪天、理由。'

interface Wish {
  readonly file: string
  readonly by: string
  readonly village: string | undefined
}

function wishOf(args: readonly string[]): Wish {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { by: text, village: text } })
    const [file] = positionals
    if (file === undefined || values.by === undefined) throw new CannotRun(usage)
    return { file, by: values.by, village: values.village }
  } catch {
    throw new CannotRun(usage)
  }
}

async function rowsOf(file: string): Promise<{ readonly rows: readonly HouseholdRow[]; readonly faults: readonly Fault[] }> {
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return { rows: [], faults: [wrong(null, `读不了 ${file}`, '请检查路径是否写对')] }
  const reading = await readFileOf(bytes)
  return 'fault' in reading ? { rows: [], faults: [reading.fault] } : readHouseholds(reading.sheets)
}

/** The bookkeeper in whose name the sheet is kept: the machine's keeper decides nothing. */
async function bookkeeper(stores: Stores, name: string, now: number): Promise<Proposing['speaker']> {
  const person = (await stores.register.holders('bookkeeper', dateOf(now))).find((one) => one.name === name || one.called.includes(name))
  if (!person) throw new CannotRun(`“${name}”不是会计，户表要用会计的名字写。`)
  const household = person.household === null ? null : await stores.register.household(person.household)
  return { person, household, roles: await stores.register.rolesOf(person.id, dateOf(now)) }
}

/** Carries one row out; what its plan may not say is a fault of its row. */
async function carryOut(row: HouseholdRow, household: Household, proposing: Proposing): Promise<Fault | null> {
  const { stores, speaker, now } = proposing
  if (row.standing) await stores.participation.setStanding({ household: household.id, kind: row.standing, record: null })
  if (row.category) await stores.participation.setCategory(household.id, row.category, speaker.person.id, now)
  if (!row.plan) return null
  try {
    const replies = await proposePlan(household, { ...row.plan, from: row.plan.from ?? dateOf(now) }, proposing)
    await deliver(stores, replies, `sheet:${String(now)}:${String(row.row)}`, null)
    return null
  } catch (error) {
    if (error instanceof Refusal) return wrong(row.row, error.text.replace(/。$/u, ''), '请改好这一格')
    throw error
  }
}

/** A sheet is written whole or not at all. */
class Spoilt extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super('the sheet has faults')
    this.faults = faults
  }
}

async function write(rows: readonly HouseholdRow[], by: string, stores: Stores, now: number): Promise<void> {
  const { edition, source, code } = await stores.schemes.inForce(dateOf(now))
  const scheme = schemeFrom(source, code)
  const proposing = { stores, scheme, edition, speaker: await bookkeeper(stores, by, now), room: null, now }
  const households = await stores.register.households()
  const faults: Fault[] = []
  const phased = (scheme.participants?.phases ?? []).length > 0
  for (const row of rows) {
    const household = households.find(({ number }) => number === row.household)
    if (row.category && !phased) faults.push(wrong(row.row, '现在的办法不分批，用不着户类别', '请删掉这一列'))
    const fault = household ? await carryOut(row, household, proposing) : wrong(row.row, `没有${String(row.household)}号户`, '请核对户号')
    if (fault) faults.push(fault)
  }
  if (faults.length > 0) throw new Spoilt(faults)
}

/** The village of that name, or the only real one; the newest training village where there is no real one. */
function villageMeant(villages: readonly Village[], name: string | undefined): Village | undefined {
  const real = villages.filter(({ training }) => !training)
  if (real.length === 0) return villages.at(-1)
  const named = real.filter((one) => name === undefined || one.name === name)
  return named.length === 1 ? named[0] : undefined
}

function tell(faults: readonly Fault[], io: Io): number {
  for (const fault of inOrder(faults)) io.err(faultLine(fault))
  io.err('什么也没有写。改好后再运行一次。')
  return 1
}

/**
 * `households FILE --by NAME`: sets households' phases, where they are from, and proposes their plans, of which a second cadre must agree
 * in chat (XY-1, XY-3). Whole or not at all; prints counts, never what a cell says.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { file, by, village: name } = wishOf(args)
  const { rows, faults } = await rowsOf(file)
  if (anyWrong(faults)) return tell(faults, io)
  const settings = readSettings(io.env)
  const database = await openData(settings, await io.log('warn'), io)
  try {
    const village = villageMeant(await database.reader.villages(), name)
    if (!village) throw new CannotRun(`请用 --village 写明是哪个村。${usage}`)
    const now = io.clock.now() + village.clockOffset
    await database.lane.unit(village.id, (stores) => write(rows, by, stores, now))
    const plans = rows.filter(({ plan }) => plan !== null).length
    io.out(`已读${String(rows.length)}户；户计划${String(plans)}份，等另一户的干部在群里同意。`)
    return 0
  } catch (error) {
    if (error instanceof Spoilt) return tell(error.faults, io)
    throw error
  } finally {
    await database.close()
  }
}
