/** Columns and rows of the brightness table a look is taken from: each of 8 × 8 bits compares two neighbours. */
export const lookColumns = 9
/** See `lookColumns`. */
export const lookRows = 8
/** Dots on a side of the square that one place of the table averages. */
export const lookBlock = 64

const brightness = (red: number, green: number, blue: number): number => 299 * red + 587 * green + 114 * blue

/** The 64-bit look (dHash, 16 hex digits) of a picture drawn to 576 × 512 dots of four bytes each. */
export function lookOf(dots: Uint8ClampedArray): string {
  const width = lookColumns * lookBlock
  const table = Array.from({ length: lookColumns * lookRows }, () => 0)
  for (let y = 0; y < lookRows * lookBlock; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const place = Math.floor(y / lookBlock) * lookColumns + Math.floor(x / lookBlock)
      table[place] = (table[place] ?? 0) + brightness(dots[at] ?? 0, dots[at + 1] ?? 0, dots[at + 2] ?? 0)
    }
  }
  let bits = ''
  for (let row = 0; row < lookRows; row += 1) {
    for (let column = 0; column + 1 < lookColumns; column += 1) {
      const place = row * lookColumns + column
      bits += (table[place] ?? 0) < (table[place + 1] ?? 0) ? '1' : '0'
    }
  }
  return (bits.match(/.{4}/gu) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('')
}
