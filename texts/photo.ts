/** Tells the panel that a case's picture was seen before: a near-identical one belongs to another case. */
export const photoAlike = (number: number, other: number): string => `#${String(number)} 的照片和 #${String(other)} 的很像`

/** Tells the panel that a picture came in private for a case that it has the card of. */
export const photoCame = (line: string): string => `凭证${line}，照片：`

/** What the card says when pictures came with the report. */
export const photosThere = (count: number): string => `凭证：照片${String(count)}张。`
