import { dateOf, type LocalDate } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { holidays, type Holidays } from '../../rules/holidays.ts'
import { lawCodes, lawConfirmed, loadLaw, type Law } from '../../rules/law.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { broken, heed, well, type Finding } from './finding.ts'

/** Whether the agreement in force still holds against schema, sense and law. */
export async function schemeFindings(stores: Stores, now: number): Promise<readonly Finding[]> {
  const { code, source, edition, resolution } = await stores.schemes.inForce(dateOf(now))
  const reading = readScheme(source, `${code}.yaml`)
  if ('problems' in reading) {
    return reading.problems.map(({ line, message }) => broken(`办法（第${String(edition)}版）第${String(line)}行：${message}`))
  }
  const title = `办法 ${reading.scheme.title}，第${String(edition)}版`
  const checked = resolution === null ? heed(`${title}，没有党组织把关的记录`) : well(`${title}，依据：${resolution}`)
  return [checked, ...reading.warnings.map(({ line, message }) => heed(`${title}，第${String(line)}行：${message}`))]
}

/** The caution of law.md: while the law in force has numbers that nobody has confirmed, the old text's are used. */
export function lawFindings(today: LocalDate, laws: readonly Law[] = lawCodes().map(loadLaw)): readonly Finding[] {
  const current = laws.filter(({ inForceFrom, replacedFrom }) => inForceFrom <= today && (replacedFrom ?? '9999') > today)
  const unconfirmed = current.filter((law) => !lawConfirmed(law))
  if (unconfirmed.length === 0) return [well('法定人数已有人核对')]
  return unconfirmed.map((law) => heed((laws.find(({ replacedFrom }) => replacedFrom === law.inForceFrom) ?? law).caution))
}

/** The State Council publishes the next year's holidays in November. */
const publishedBy = '-11'

/** Whether the holidays by which notices end are known. */
export function holidayFindings(today: LocalDate, { published }: Pick<Holidays, 'published'> = holidays): readonly Finding[] {
  const year = Number(today.slice(0, 4))
  if (!published.has(String(year))) return [heed(`${String(year)}年的放假安排还没有录入，公示期满日可能算错；请升级程序`)]
  const soon = today.slice(4, 7) >= publishedBy && !published.has(String(year + 1))
  if (soon) return [heed(`${String(year + 1)}年的放假安排还没有录入，国务院办公厅发布后请升级程序；之前只按法定假日算`)]
  return [well(`${String(year)}年的放假安排已录入`)]
}
