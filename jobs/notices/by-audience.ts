import type { ReportCase } from '../../models/case.ts'
import { isConfidential } from '../../rules/books/holders.ts'
import type { JobContext } from '../job.ts'

/** Cases by who may read them: the villagers, or the cadres' and party room alone (JS-R1). */
export async function byAudience<T extends Pick<ReportCase, 'edition' | 'report'>>(
  files: readonly T[],
  { schemeOf }: Pick<JobContext, 'schemeOf'>,
): Promise<{ readonly villagers: readonly T[]; readonly cadres: readonly T[] }> {
  const villagers: T[] = []
  const cadres: T[] = []
  for (const file of files) (isConfidential(await schemeOf(file.edition), file.report.item) ? cadres : villagers).push(file)
  return { villagers, cadres }
}
