import { wrong, type Fault } from './fault.ts'
import { decodeText, readCsv } from './read-csv.ts'
import type { Sheet } from './table.ts'

/** Most rows a roster may have: a village has some thousand people. */
export const mostRows = 20_000

const mostBytes = 20 * 1024 * 1024

/** The sheets of a roster file, or what keeps it from being read. */
export type FileReading = { readonly sheets: readonly Sheet[] } | { readonly fault: Fault }

const unreadable = (what: string, remedy: string): FileReading => ({ fault: wrong(null, what, remedy) })

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte)

/** Old xls files and password-protected xlsx files share their first bytes; the names of their parts are in UTF-16. */
function compoundFile(bytes: Uint8Array): FileReading {
  const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return encrypted
    ? unreadable('花名册设了密码，读不了', '请用 Excel 打开，在“文件→信息→保护工作簿”里去掉密码，再保存')
    : unreadable('花名册是旧的 xls 格式，读不了', '请用 Excel 打开，另存为 xlsx')
}

async function workbook(bytes: Uint8Array): Promise<FileReading> {
  try {
    // a csv roster must not pay for the xlsx reader
    const { readXlsx } = await import('./read-xlsx.ts')
    const sheets = await readXlsx(bytes, mostRows)
    if (sheets.length > 0) return { sheets }
  } catch {
    return unreadable('花名册文件坏了，或者不是 xlsx', '请用 Excel 打开看看，再另存为 xlsx')
  }
  return unreadable('花名册不是 xlsx 表格', '请用 Excel 打开，另存为 xlsx')
}

/** Reads a roster file by its first bytes, whatever its name: xlsx, or csv in UTF-8, UTF-16 or GB18030. */
export async function readFileOf(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length === 0) return unreadable('花名册文件是空的', '请检查是不是选错了文件')
  if (bytes.length > mostBytes) return unreadable('花名册文件超过20兆', '请只留花名册这一张表，去掉图片，再保存')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundFile(bytes)
  if (startsWith(bytes, 0x50, 0x4b)) return workbook(bytes)
  const text = decodeText(bytes)
  if (text === null) return unreadable('花名册不是表格文件', '请交 xlsx，或用 Excel 另存的 csv')
  return text.trim() === '' ? unreadable('花名册文件是空的', '请检查是不是选错了文件') : { sheets: [readCsv(text)] }
}
