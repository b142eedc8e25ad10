import { doubtful, wrong, type Fault } from './fault.ts'
import { plainCell, type Sheet } from './table.ts'

/** The text of a csv file: UTF-8, UTF-16 with its mark, or the GB18030 of Chinese Excel; null when it is none of these. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const labels = first === 0xff && second === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const label of labels) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes)
      return text.includes('\u0000') ? null : text
    } catch {
      continue
    }
  }
  return null
}

interface Records {
  readonly records: readonly (readonly string[])[]
  readonly faults: readonly Fault[]
}

const unclosed = (row: number) => wrong(row, '有一个双引号没有配对', '请补上另一半引号，或删掉这个引号')
const afterQuote = (row: number) => wrong(row, '引号后面还有字', '请把整格内容放进一对双引号，或去掉引号')

/** Splits text into records (RFC 4180): quoted cells may hold delimiters, line breaks and doubled quotes. */
function recordsOf(text: string, delimiter: string): Records {
  const records: string[][] = []
  const faults: Fault[] = []
  let record: string[] = []
  let at = 0
  const row = () => records.length + 1
  const endCell = (cell: string) => {
    record.push(cell)
    const char = text[at]
    at += char === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (char === delimiter) return
    records.push(record)
    record = []
  }
  const quoted = (): string => {
    let cell = ''
    for (at += 1; ; at += 2) {
      const end = text.indexOf('"', at)
      if (end < 0) {
        faults.push(unclosed(row()))
        cell += text.slice(at)
        at = text.length
        return cell
      }
      cell += text.slice(at, end)
      at = end
      if (text[end + 1] !== '"') break
      cell += '"'
    }
    at += 1
    return cell
  }
  const isEnd = (char: string | undefined) => char === undefined || char === delimiter || char === '\n' || char === '\r'
  const bare = (): string => {
    const from = at
    while (!isEnd(text[at])) at += 1
    return text.slice(from, at)
  }
  while (at < text.length) {
    if (text[at] === '"') {
      const cell = quoted()
      const rest = bare()
      if (rest.trim() !== '') faults.push(afterQuote(row()))
      endCell(cell + rest)
    } else endCell(bare())
  }
  if (record.length > 0) records.push(text.endsWith(delimiter) ? [...record, ''] : record)
  return { records, faults }
}

const delimiters = [',', '\t', ';'] as const

/** The delimiter that stands most often in the first lines, outside of quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 2000).replaceAll(/"[^"]*"/gu, '')
  const [best] = delimiters.toSorted((one, other) => head.split(other).length - head.split(one).length)
  return best ?? ','
}

/** The one sheet of a csv file. */
export function readCsv(text: string): Sheet {
  const { records, faults } = recordsOf(text, delimiterOf(text))
  const shifted = text.includes('\ufffd') ? [doubtful(null, '文件里有认不出的字（乱码）', '请用 Excel 另存为 xlsx 再导入')] : []
  return {
    name: '',
    hidden: false,
    rows: records.map((record, index) => ({ number: index + 1, hidden: false, cells: record.map(plainCell) })),
    faults: [...faults, ...shifted],
  }
}
