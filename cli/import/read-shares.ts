/** A row of the share column: household number and thousandths of a share. */
export interface ShareRow {
  readonly number: number
  readonly thousandths: number
}

/** What a file of shares says, and what is wrong with it, line by line in Chinese. */
export interface ShareSheet {
  readonly rows: readonly ShareRow[]
  readonly faults: readonly string[]
}

/** The most a household can hold, in whole shares: more is a slip of the pen. */
const most = 1_000_000

/** Reads `户号,股数` line by line; a heading and empty lines are passed over. */
export function sharesIn(text: string): ShareSheet {
  const rows: ShareRow[] = []
  const faults: string[] = []
  const seen = new Set<number>()
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const where = `第${String(index + 1)}行`
    if (line.trim() === '' || (index === 0 && !/^\s*"?\d/u.test(line))) continue
    const [number = '', shares = '', ...more] = line.split(/[,，\t]/u).map((cell) => cell.trim().replace(/^"|"$/gu, ''))
    if (more.some((cell) => cell !== '') || !/^\d{1,5}$/u.test(number) || !/^\d+(?:\.\d{1,3})?$/u.test(shares)) {
      faults.push(`${where}：要写“户号,股数”，股数最多三位小数，比如 12,3.5`)
      continue
    }
    if (Number(shares) > most) faults.push(`${where}：股数${shares}太大，请核对`)
    if (seen.has(Number(number))) faults.push(`${where}：户号${number}写了两次，请合成一行`)
    seen.add(Number(number))
    rows.push({ number: Number(number), thousandths: Math.round(Number(shares) * 1000) })
  }
  if (rows.length + faults.length === 0) faults.push('文件里没有股份，请检查是不是选错了文件')
  return { rows, faults }
}
