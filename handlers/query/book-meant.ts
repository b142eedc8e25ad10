import { mainBook } from '../../rules/books/books.ts'
import { pagesOf, type Page } from '../../rules/books/pages.ts'
import type { Context } from '../command.ts'

/** The book a line names by its title (义务工, 红色存折); the main book when it names none. */
export function bookMeant({ scheme, line }: Pick<Context, 'scheme' | 'line'>): string {
  const named = Object.entries(scheme.books).filter(([code, { title }]) => code !== mainBook && line.includes(title))
  return named.sort(([, one], [, other]) => other.title.length - one.title.length)[0]?.[0] ?? mainBook
}

/** The pages of a book that are the speaker's own: the person's, or the household's. */
export async function ownPages(code: string, { scheme, stores, speaker }: Context): Promise<readonly Page[]> {
  if (scheme.books[code]?.holder === 'person') return [{ kind: 'person', holder: speaker.person.id }]
  return speaker.household === null ? [] : pagesOf(stores.register, scheme, code, speaker.household.id)
}
