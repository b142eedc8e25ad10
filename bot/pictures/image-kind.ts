/** The picture formats that a phone or a messenger makes. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif'

const starts = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  bytes.length >= at + signature.length && signature.every((byte, index) => bytes[at + index] === byte)

/** What kind of picture the bytes are by their first bytes, whatever the file was called; null when they are none. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50])) return 'webp'
  if (starts(bytes, 0, [0x47, 0x49, 0x46, 0x38, 0x37, 0x61]) || starts(bytes, 0, [0x47, 0x49, 0x46, 0x38, 0x39, 0x61])) return 'gif'
  return null
}
