/** A line that every database takes: without NUL, and lone halves of a character pair replaced. */
export const soundText = (text: string): string => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')
