const kinds: readonly { readonly type: string; readonly begins: readonly number[]; readonly offset?: number }[] = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', begins: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', begins: [0x57, 0x45, 0x42, 0x50], offset: 8 },
]

/** The media type of a picture by its first bytes; anything else is handed out as bytes that no browser runs. */
export const pictureType = (bytes: Uint8Array): string =>
  kinds.find(({ begins, offset = 0 }) => begins.every((byte, index) => bytes[offset + index] === byte))?.type ?? 'application/octet-stream'
