import { access, constants, mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../../models/db/database-problem.ts'
import { dateOf, timeOf } from '../../models/dates.ts'
import { broken, heed, well, type Finding } from './finding.ts'

const oldestNode = [20, 19] as const

/** Whether this Node.js can run the program; `version` like `v20.19.0`. */
export function nodeFindings(version: string): readonly Finding[] {
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number)
  const [wantedMajor, wantedMinor] = oldestNode
  const fits = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  if (fits) return [well(`Node.js ${version}`)]
  return [broken(`Node.js ${version} 太旧，请装 ${String(wantedMajor)}.${String(wantedMinor)} 或更新的版本`)]
}

const firstYear = 2026
const lastYear = 2100

/** Whether the machine's clock can be true; `zone` is its time zone by name. The village's time is Beijing's whatever the zone. */
export function clockFindings(now: number, zone: string): readonly Finding[] {
  const year = Number(dateOf(now).slice(0, 4))
  const shown = `${dateOf(now)} ${timeOf(now)}（北京时间）`
  if (year < firstYear || year > lastYear) return [broken(`电脑时钟是${shown}，不对；请打开自动对时，再启动机器人`)]
  const elsewhere = zone === 'Asia/Shanghai' || zone === 'PRC' ? '' : `；电脑的时区是${zone}，不要紧，机器人一律按北京时间`
  return [well(`时钟 ${shown}${elsewhere}`)]
}

const MIB = 1024 * 1024
const tooLittle = 100 * MIB
const little = 1024 * MIB

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The folder itself, or the nearest one above it that is there. */
async function nearest(path: string): Promise<string> {
  const above = dirname(path)
  return (await exists(path)) || above === path ? path : nearest(above)
}

async function tryWriting(folder: string): Promise<string | null> {
  const probe = join(folder, '.doctor')
  try {
    await access(folder, constants.W_OK)
    await mkdir(probe)
    await writeFile(join(probe, 'line'), 'x')
    return null
  } catch (error) {
    return codeOf(error)
  } finally {
    await rm(probe, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Whether the data folder can be written to, and how much room is left on its disk. */
export async function folderFindings(dataDir: string): Promise<readonly Finding[]> {
  const folder = await nearest(dataDir)
  const problem = await tryWriting(folder)
  if (problem !== null) return [broken(`数据文件夹「${dataDir}」不能写（${problem}）；请改文件夹权限，或用 DATA_DIR 指定另一个文件夹`)]
  const there = folder === dataDir ? well(`数据文件夹「${dataDir}」可以写`) : heed(`还没有数据文件夹「${dataDir}」，第一次启动时会建`)
  const { bavail, bsize } = await statfs(folder)
  return [there, spaceFinding(bavail * bsize)]
}

/** How much room there is for data and photos, in bytes. */
export function spaceFinding(free: number): Finding {
  const shown = `磁盘剩${String(Math.floor(free / MIB))}兆`
  if (free < tooLittle) return broken(`${shown}，快满了，会写不进数据；请马上腾出地方`)
  return free < little ? heed(`${shown}，不多了，请腾出地方`) : well(shown)
}
