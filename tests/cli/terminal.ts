import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Io, Prompt } from '../../cli/io.ts'
import { instantOf } from '../../models/dates.ts'
import { scratch } from '../scratch.ts'

/** Sunday, 2026-11-22 10:00 in the village. */
export const sunday = instantOf('2026-11-22', '10:00')

const newId = (prefix: string) => `${prefix}${randomBytes(8).toString('hex')}`

/** A folder of its own, and what a subcommand says in it. */
export class Terminal {
  readonly folder: string
  readonly out: string[] = []
  readonly err: string[] = []
  readonly asked: string[] = []

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<Terminal> {
    return new Terminal(await mkdtemp(join(scratch, 'xiangyue-cli-')))
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  get dataDir(): string {
    return join(this.folder, 'data')
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** the world of a subcommand; with answers somebody sits at the terminal, who leaves after the last */
  io({ answers, env = {}, now = sunday }: { answers?: readonly string[]; env?: Io['env']; now?: number } = {}): Io {
    const left = [...(answers ?? [])]
    const prompt: Prompt = {
      ask: (question) => {
        this.asked.push(question)
        return Promise.resolve(left.shift() ?? null)
      },
      close: () => undefined,
    }
    const silent = () => undefined
    return {
      env: { DATA_DIR: this.dataDir, ...env },
      out: (line) => void this.out.push(line),
      err: (line) => void this.err.push(line),
      readFile: (path) => readFile(path, 'utf8'),
      clock: { now: () => now },
      log: () => Promise.resolve({ info: silent, warn: silent, error: silent }),
      newId,
      random: () => 0.5,
      prompt: () => (answers ? prompt : null),
      interrupted: () => Promise.resolve(),
    }
  }
}

/** The party organisation's check behind the scheme, as an option. */
export const partyCheck = ['--party', '党支部陈国栋11月18日把关，支委会会议记录第12号'] as const

/** A roster that nothing is wrong with: 4 households in 3 groups, a child, two people of one name. */
export const soundRoster = [
  ['组', '户号', '户主', '姓名', '关系', '手机', '称呼', '生日'],
  ['1组', '1', '陈国栋', '陈国栋', '户主', '13800138001', '陈支书', '1968-03-02'],
  ['1组', '1', '陈国栋', '刘芳', '妻子', '', '', '1970'],
  ['二组', '2', '罗秀珍', '罗秀珍', '户主', '13800138002', '罗会计', ''],
  ['二组', '2', '罗秀珍', '陈小宝', '孙子', '', '', '2016-05-01'],
  ['2', '3', '周大山', '周大山', '户主', '', '老周、大山', ''],
  ['第三村民小组', '4', '谢开元', '谢开元', '户主', '', '', ''],
  ['3组', '5', '孙建国', '孙建国', '户主', '', '', ''],
] as const satisfies readonly (readonly string[])[]

/** The rows as csv. */
export const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n')

/** The rows as an xlsx file; `change` may spoil the sheet before it is written. */
export async function xlsxOf(
  rows: readonly (readonly (string | number | null)[])[],
  change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('花名册')
  for (const row of rows) sheet.addRow([...row])
  change(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
