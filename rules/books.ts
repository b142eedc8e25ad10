/** The book every scheme must have: households' points. Other books are the scheme's own. */
export const mainBook = 'main'
