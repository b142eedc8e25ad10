import { CannotRun, type Io } from './io.ts'

type Import = (args: readonly string[], io: Io) => Promise<number>

/** What a sheet can bring in, by its word. */
const imports: Readonly<Record<string, () => Promise<Import>>> = {
  points: async () => (await import('./import/points.ts')).importPoints,
  shares: async () => (await import('./import/shares.ts')).importShares,
}

/** `import points FILE` and `import shares FILE`: a sheet of households' points as one proposal, or the share column of the register. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const found = imports[args[0] ?? '']
  if (!found) throw new CannotRun('导入什么？写 import points 文件.csv（积分），或 import shares 文件.csv（股份）。')
  return (await found())(args, io)
}
