import type { ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import { isConfidential, isDeposited } from '../../rules/books/holders.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'

/**
 * 柜员 (JS-R2): who alone verifies reports of a book that is deposited at month-end, others' than their own household's. None when the item
 * is of another book or nobody of another household holds the office: then the reviewers do.
 */
export async function tellersOf(
  file: ReportCase,
  { stores, schemeOf, now }: Pick<Context, 'stores' | 'schemeOf' | 'now'>,
): Promise<readonly Person[]> {
  if (!isDeposited(await schemeOf(file.edition), file.report.item)) return []
  const tellers = await stores.register.holders('teller', dateOf(now))
  return tellers.filter(({ id, household }) => id !== file.report.reporter && (household === null || household !== file.subject))
}

/** A line about a case where it was asked for; about a confidential one never among the villagers (JS-R1). */
export async function hereUnlessConfidential(text: string, file: ReportCase, context: Context): Promise<readonly Reply[]> {
  const { room, speaker, schemeOf } = context
  const confidential = room?.kind === 'villagers' && isConfidential(await schemeOf(file.edition), file.report.item)
  return confidential ? [here(sentPrivately), privately(speaker.person.id, text, file.number)] : [here(text, file.number)]
}
