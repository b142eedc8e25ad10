import { FileBox } from 'file-box'

/** The code by which somebody logs the bot in, as a PNG to be scanned. */
export const loginPicture = (code: string): Promise<Uint8Array> => FileBox.fromQRCode(code).toBuffer()
