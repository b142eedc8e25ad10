import assert from 'node:assert/strict'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { MediaRefused } from '../../bot/pictures/media-refused.ts'
import { pictureSize } from '../../bot/pictures/picture-size.ts'
import { createPictures, type Pictures } from '../../bot/pictures/pictures.ts'
import { machineTimers } from '../../bot/timers.ts'

/** Left half red, right half blue, with a slope of light across both. */
function halves(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  for (let x = 0; x < width; x += 1) {
    const light = Math.round(120 + 100 * Math.sin((x / width) * 9))
    pen.fillStyle = x < width / 2 ? `rgb(${String(light)},0,0)` : `rgb(0,0,${String(light)})`
    pen.fillRect(x, 0, 1, height)
  }
  return canvas
}

/** The same forty coloured discs at any size. */
function scene(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#88aacc'
  pen.fillRect(0, 0, width, height)
  let value = 1
  const next = (most: number) => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    return (value / 2_147_483_648) * most
  }
  for (let disc = 0; disc < 40; disc += 1) {
    pen.fillStyle = `rgb(${String(Math.floor(next(256)))},${String(Math.floor(next(256)))},${String(Math.floor(next(256)))})`
    pen.beginPath()
    pen.arc(next(width), next(height), (0.02 + next(0.15)) * width, 0, 7)
    pen.fill()
  }
  return canvas
}

/** Marks a JPEG as taken with the phone turned: 6 = the top is on the right. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, body.length + 2]), body, jpeg.subarray(2)])
}

const bitsApart = (one: string, other: string): number =>
  [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((bit) => bit === '1').length

describe('照片处理', () => {
  let pictures: Pictures
  before(() => {
    pictures = createPictures(machineTimers)
  })
  after(() => pictures.stop())

  it('turns a picture upright and leaves the mark out', async () => {
    const { bytes } = await pictures.prepare(turned(await halves(400, 200).encode('jpeg', 90), 6))
    const kept = await loadImage(bytes)
    assert.deepEqual([kept.width, kept.height], [200, 400])
    const pen = createCanvas(200, 400).getContext('2d')
    pen.drawImage(kept, 0, 0)
    const [red = 0, , blue = 0] = pen.getImageData(100, 20, 1, 1).data
    assert.ok(red > blue, 'what was left is on top')
    assert.ok(!Buffer.from(bytes).includes('Exif'))
  })

  it('knows a picture again that was made smaller or saved in another format, and no other', async () => {
    const large = await pictures.prepare(await scene(1600, 1200).encode('jpeg', 90))
    const small = await pictures.prepare(await scene(400, 300).encode('png'))
    assert.match(large.look, /^[0-9a-f]{16}$/u)
    assert.ok(bitsApart(large.look, small.look) <= 6)
    const mirrored = createCanvas(400, 300)
    const pen = mirrored.getContext('2d')
    pen.scale(-1, 1)
    pen.drawImage(scene(400, 300), -400, 0)
    assert.ok(bitsApart(large.look, (await pictures.prepare(await mirrored.encode('png'))).look) > 6)
  })

  it('draws what is larger than it needs to be smaller', async () => {
    const { bytes } = await pictures.prepare(await halves(4000, 1000).encode('jpeg', 80))
    assert.deepEqual(pictureSize(bytes), { width: 2048, height: 512 })
  })

  it('reads the size of the four formats before anything is opened', async () => {
    const canvas = halves(37, 21)
    for (const bytes of [
      await canvas.encode('jpeg', 80),
      await canvas.encode('png'),
      await canvas.encode('webp', 80),
      await canvas.encode('gif'),
    ])
      assert.deepEqual(pictureSize(bytes), { width: 37, height: 21 })
  })

  it('refuses a small file that claims to unfold to gigabytes, one cut to its head, and noise', async () => {
    const bomb = Buffer.from(await halves(8, 8).encode('png'))
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    const noise = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 9]), Buffer.alloc(400, 7)])
    const head = Buffer.from(await halves(8, 8).encode('png')).subarray(0, 30)
    for (const bytes of [bomb, noise, head, new Uint8Array()]) await assert.rejects(pictures.prepare(bytes), MediaRefused)
  })

  it('goes on after a refusal, several at a time', async () => {
    const jpeg = await halves(64, 64).encode('jpeg', 80)
    const results = await Promise.all([1, 2, 3].map(() => pictures.prepare(jpeg)))
    assert.equal(new Set(results.map(({ look }) => look)).size, 1)
  })
})
