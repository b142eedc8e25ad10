import { CannotRun, type Io } from '../io.ts'
import { openData } from '../open-data.ts'
import { readSettings } from '../settings.ts'
import { sharesIn } from './read-shares.ts'

const usage = '用法：import shares 文件.csv（两列：户号、股数，如 12,3.5）。'

/** `import shares FILE`: takes over the share column of the register; it is displayed to the households and never changed by points. */
export async function importShares(args: readonly string[], io: Io): Promise<number> {
  const [what, path, ...more] = args
  if (what !== 'shares' || path === undefined || more.length > 0) throw new CannotRun(usage)
  const { rows, faults } = sharesIn(await textOf(path, io))
  for (const fault of faults) io.err(fault)
  if (faults.length > 0) throw new CannotRun('股份没有导入，请按上面各行改好再来。')
  const settings = readSettings(io.env)
  const database = await openData(settings, await io.log(settings.logLevel), io)
  try {
    const [village, another] = await database.reader.villages()
    if (!village || another) throw new CannotRun('数据里要正好有一个村，才知道股份是谁的。')
    const imported = await database.lane.unit(village.id, async (stores) => {
      const byNumber = new Map((await stores.register.households()).map(({ id, number }) => [number, id]))
      const unknown = rows.filter(({ number }) => !byNumber.has(number))
      if (unknown.length > 0) throw new CannotRun(`没有这些户号：${unknown.map(({ number }) => String(number)).join('、')}。股份没有导入。`)
      const holdings = rows.map(({ number, thousandths }) => ({ household: byNumber.get(number) ?? '', thousandths }))
      await stores.shares.importHoldings(holdings, io.clock.now() + village.clockOffset)
      return holdings.length
    })
    io.out(`${village.name}\t导入股份${String(imported)}户`)
  } finally {
    await database.close()
  }
  return 0
}

async function textOf(path: string, io: Io): Promise<string> {
  try {
    return await io.readFile(path)
  } catch {
    throw new CannotRun(`读不了文件 ${path}：请检查路径是否写对。`)
  }
}
