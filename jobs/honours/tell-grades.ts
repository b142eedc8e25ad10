import { dateOf } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import type { HonourOf } from '../../rules/scheme.ts'
import * as texts from '../../texts/periods/honours.ts'
import type { JobContext } from '../job.ts'
import type { Given } from './compute.ts'
import { conductOfYear } from './conduct.ts'

interface GradeRow {
  readonly person: string
  readonly who: string
  readonly points: number
  readonly title: string
  readonly why: string
}

/** 建议等次 (JS-R4): the cadres' room reads counts, the secretary the list, each member the own one; 村民群 nothing at all. */
export async function tellGrades(
  { title, levels, lowestByBadRecord }: HonourOf<'grades'>,
  period: string,
  { parts }: Given,
  { stores, now }: JobContext,
): Promise<readonly Reply[]> {
  const conductOf = await conductOfYear(period, lowestByBadRecord, stores)
  const whyOf = (person: string): string => {
    const { badRecord, exception } = conductOf(person)
    if (badRecord) return texts.gradeWhy.badRecord
    return exception?.kind === 'months' ? texts.gradeWhy.months(exception.months) : ''
  }
  const rows: GradeRow[] = []
  for (const { holder, points, title: grade } of parts.flatMap(({ honoured }) => honoured)) {
    const person = await stores.register.person(holder)
    rows.push({ person: holder, who: person?.name ?? '', points, title: grade, why: whyOf(holder) })
  }
  if (rows.length === 0) return []
  const counts = levels.toReversed().map((level) => ({ title: level.title, count: rows.filter((row) => row.title === level.title).length }))
  const list = texts.gradeList(period, title, rows, levels[0]?.title ?? '')
  const secretaries = await stores.register.holders('secretary', dateOf(now))
  return [
    inRoom('cadres', texts.gradeCounts(period, title, counts)),
    ...secretaries.map(({ id }) => privately(id, list)),
    ...rows.map(({ person, points, title: grade, why }) => privately(person, texts.gradeForYou(period, title, points, grade, why))),
  ]
}
