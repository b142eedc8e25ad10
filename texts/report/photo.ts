/** Tells the panel that a case's picture was seen before: a near-identical one belongs to another case. */
export const photoAlike = (number: number, other: number): string => `#${String(number)} 的照片和 #${String(other)} 的很像`

/** Tells the panel that a picture came in private for a case that it has the card of. */
export const photoCame = (line: string): string => `凭证${line}，照片：`

/** A child's picture, to a reviewer alone. */
export const childsPicture = (number: number): string => `#${String(number)}的凭证。孩子的照片不发群，请您单独看，看完不要转发。`

/** What the card says of a child's pictures. */
export const childsPicturesThere = (count: number): string => `凭证：照片${String(count)}张，孩子的不发群，已私发给评议员。`

/** What the card says when pictures came with the report. */
export const photosThere = (count: number): string => `凭证：照片${String(count)}张。`
