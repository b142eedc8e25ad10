import type { ReportCase } from '../../models/case.ts'
import { bookReport } from './book-report.ts'
import type { JobContext } from '../job.ts'

/** What was booked, and which cases could not be, with why. */
export interface Booked {
  readonly booked: readonly ReportCase[]
  readonly stuck: readonly { readonly number: number; readonly why: string }[]
}

/** Books each case in a savepoint: one that cannot be booked waits for a person and holds up nobody else. */
export async function bookAll(due: readonly ReportCase[], { stores, schemeOf, now }: JobContext): Promise<Booked> {
  const booked: ReportCase[] = []
  const stuck: { readonly number: number; readonly why: string }[] = []
  for (const file of due) {
    const scheme = await schemeOf(file.edition)
    try {
      await stores.attempt(() => bookReport(file, scheme, stores, now))
      booked.push(file)
    } catch (error) {
      stuck.push({ number: file.number, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { booked, stuck }
}

/** The run's record. */
export const bookedSummary = ({ booked, stuck }: Booked): string =>
  [`入账 ${booked.length} 件`, ...stuck.map(({ number, why }) => `#${number} 没有入账（${why}）`)].join('，')
