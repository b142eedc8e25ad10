import { parentPort } from 'node:worker_threads'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { lookBlock, lookColumns, lookOf, lookRows } from './picture-look.ts'

/** Longest side (dots) of a kept picture: writing on a certificate stays readable. */
const longestSide = 2048

/** JPEG quality of a kept picture, 1–100. */
const quality = 85

/** Draws a picture anew, upright by its orientation mark: what is kept holds dots and nothing else. */
async function redraw(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly look: string }> {
  const picture = await loadImage(bytes)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  const small = createCanvas(lookColumns * lookBlock, lookRows * lookBlock)
  const thinPen = small.getContext('2d')
  thinPen.imageSmoothingQuality = 'high'
  thinPen.drawImage(canvas, 0, 0, small.width, small.height)
  const look = lookOf(thinPen.getImageData(0, 0, small.width, small.height).data)
  return { bytes: await canvas.encode('jpeg', quality), look }
}

parentPort?.on('message', ({ id, bytes }: { readonly id: number; readonly bytes: Uint8Array }) => {
  redraw(bytes).then(
    (drawn) => parentPort?.postMessage({ id, ...drawn }),
    () => parentPort?.postMessage({ id, refused: true }),
  )
})
