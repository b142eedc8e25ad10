/** How much of a line is read, in code points; the rest is kept as a digest only. */
const LONGEST = 2000

const CONTROL = /[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

const cut = (text: string): string => (text.length <= LONGEST ? text : [...text.slice(0, LONGEST * 2)].slice(0, LONGEST).join(''))

/**
 * A line as it may be stored and read: well-formed, NFKC (full width becomes half width), without NUL, control and direction marks,
 * white space folded, the first 2,000 code points.
 */
export function foldText(text: string): string {
  const sound = cut(text)
    .replace(/\p{Surrogate}/gu, '')
    .replaceAll('\u0000', '')
  const folded = sound.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROL, '').normalize('NFKC').replace(CONTROL, '')
  const lines = folded.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim())
  return cut(lines.filter((line) => line !== '').join('\n'))
}
