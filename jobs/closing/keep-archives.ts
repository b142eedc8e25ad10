import { privately, type Reply } from '../../models/reply.ts'
import { toldAt } from '../../rules/deadlines.ts'
import { tellingOf } from '../../rules/books/pages.ts'
import type { Household } from '../../models/village.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { yearReader, type YearLine, type YearPage } from '../../rules/books/year-pages.ts'
import * as texts from '../../texts/periods/archive.ts'
import type { JobContext } from '../job.ts'

const whatOf = ({ item, cause }: YearLine): string => `${item ?? texts.entryWhat(cause)}${cause.startsWith('reversal:') ? '冲正' : ''}`

const pageOf = (page: YearPage, scheme: Scheme): texts.ArchivePage => ({
  ...page,
  title: scheme.books[page.code]?.title ?? page.code,
  telling: tellingOf(scheme, page.code),
  lines: page.lines.map((line) => ({ ...line, what: whatOf(line) })),
})

/** A household's year as text, with the pages it is made of. */
export interface WrittenYear {
  readonly household: Household
  readonly text: string
  readonly pages: readonly texts.ArchivePage[]
}

/** The households' years, written from the ledger alone: whenever it is asked for, a closed year gives the same texts byte for byte. */
export async function writtenYears(
  year: string,
  scheme: Scheme,
  { stores, schemeOf }: Pick<JobContext, 'stores' | 'schemeOf'>,
): Promise<readonly WrittenYear[]> {
  const pagesOf = await yearReader(year, scheme, schemeOf, stores)
  const written: WrittenYear[] = []
  for (const household of await stores.register.households()) {
    const pages = (await pagesOf(household)).map((page) => pageOf(page, scheme))
    if (pages.length > 0) written.push({ household, text: texts.archiveText(year, household.number, pages), pages })
  }
  return written
}

/** 档案袋 (YX-10): keeps each household's year and tells its head, one line each; who had no points has no archive. */
export async function keepArchives(year: string, scheme: Scheme, context: JobContext): Promise<readonly Reply[]> {
  const { stores, village, now } = context
  const replies: Reply[] = []
  for (const { household, text, pages } of await writtenYears(year, scheme, context)) {
    await stores.archives.keep(household.id, year, text, now)
    const told = pages.filter(({ lines }) => lines.length > 0).map(texts.archiveSum)
    if (household.head !== null && told.length > 0) {
      replies.push({ ...privately(household.head, texts.archiveReady(year, told)), notBefore: toldAt(now, village.training) })
    }
  }
  return replies
}
