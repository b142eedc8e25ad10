import ExcelJS, { type CellValue } from 'exceljs'
import { mostColumns, type Cell, type Sheet, type TableRow } from './table.ts'

type Plain = Pick<Cell, 'text' | 'flaw'>

const shown = (text: string): Plain => ({ text, flaw: null })

function dateText(date: Date): Plain {
  return Number.isNaN(date.getTime()) ? { text: '', flaw: 'error' } : shown(date.toISOString().slice(0, 10))
}

const richText = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('')

function plain(value: CellValue): Plain {
  if (value === null || value === undefined) return shown('')
  if (typeof value === 'string') return shown(value)
  if (typeof value === 'number') return shown(String(value))
  if (typeof value === 'boolean') return shown(value ? '是' : '否')
  if (value instanceof Date) return dateText(value)
  if ('error' in value) return { text: value.error, flaw: 'error' }
  if ('richText' in value) return shown(richText(value.richText))
  if ('hyperlink' in value) return shown(hyperlinkText(value.text))
  const result = plain(value.result)
  return result.flaw === 'error' ? result : { text: result.text, flaw: 'formula' }
}

/** A link's words can be styled in parts, which the package's types do not say. */
function hyperlinkText(words: unknown): string {
  if (typeof words === 'string') return words
  if (typeof words !== 'object' || words === null || !('richText' in words) || !Array.isArray(words.richText)) return ''
  return words.richText.map((part: unknown) => (typeof part === 'object' && part && 'text' in part ? String(part.text) : '')).join('')
}

function rowsOf(sheet: ExcelJS.Worksheet, most: number): readonly TableRow[] {
  const rows: TableRow[] = []
  sheet.eachRow((row, number) => {
    if (rows.length > most) return
    const cells = Array.from({ length: Math.min(row.cellCount, mostColumns) }, (_, index): Cell => {
      const cell = row.getCell(index + 1)
      const merged = cell.isMerged && cell.master.address !== cell.address
      return { ...plain(merged ? cell.master.value : cell.value), merged }
    })
    rows.push({ number, hidden: row.hidden, cells })
  })
  return rows
}

/** The sheets of an xlsx file, each with at most `most` + 1 rows; throws when the file is damaged or no xlsx. */
export async function readXlsx(bytes: Uint8Array, most: number): Promise<readonly Sheet[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.state !== 'visible',
    rows: rowsOf(sheet, most),
    faults: [],
  }))
}
