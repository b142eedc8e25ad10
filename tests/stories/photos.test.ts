import assert from 'node:assert/strict'
import { createCanvas } from '@napi-rs/canvas'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

/** A picture of coloured blocks, another for every seed, as JPEG with a place and an orientation in its EXIF. */
async function picture(seed: number, side = 320): Promise<Uint8Array> {
  const canvas = createCanvas(side, side)
  const pen = canvas.getContext('2d')
  let value = seed * 2_654_435_761
  for (let place = 0; place < 64; place += 1) {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    pen.fillStyle = `rgb(${String(value % 256)},${String((value >> 8) % 256)},${String((value >> 16) % 256)})`
    pen.fillRect(((place % 8) * side) / 8, (Math.floor(place / 8) * side) / 8, side / 8, side / 8)
  }
  const plain = await canvas.encode('jpeg', 90)
  const tiff = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 28.19N 112.97E', 'latin1')])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([plain.subarray(0, 2), head, body, plain.subarray(2)])
}

deck('照片', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => village.close())

  async function evidenceOf(number: number): Promise<readonly string[]> {
    const { id } = await village.current()
    const found = await village.database.reader.read(id, (stores) => stores.cases.evidence(number))
    return found.flatMap(({ media }) => media ?? [])
  }

  it('keeps a picture without EXIF and place', async () => {
    const sent = await picture(1)
    assert.ok(Buffer.from(sent).includes('GPS 28.19N'))
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('王秀英', '', { image: sent }).expectOnlyPrivate(/照片已作为#1001的凭证/u, '王秀英')
    const [media = ''] = await evidenceOf(1001)
    const kept = Buffer.from((await village.database.media.read(media)) ?? [])
    assert.equal(kept.subarray(0, 2).toString('hex'), 'ffd8')
    assert.ok(!kept.includes('Exif') && !kept.includes('GPS'))
  })

  it('takes a picture that came before the report, with the card', async () => {
    await village.says('王秀英', '', { image: await picture(1) }).expectSilence()
    await village.passes('9m')
    const exchange = village.says('王秀英', '报 献血 昨天')
    const card = await exchange.expectReply(/待审#1001[\s\S]*凭证：照片1张/u, '评议群')
    assert.doesNotMatch(card.text, /还没有/u)
    const [media = ''] = await evidenceOf(1001)
    assert.deepEqual(
      (await exchange.replies()).filter(({ file }) => file !== undefined).map(({ to, file }) => [to, file]),
      [['评议群', media]],
      'the picture goes after the card',
    )
    assert.equal((await evidenceOf(1001)).length, 1)
  })

  it('leaves a picture alone that is older than ten minutes, or somebody else’s', async () => {
    await village.says('王秀英', '', { image: await picture(1) }).replies()
    await village.says('赵福贵', '报 扫路 1小时').replies()
    await village.passes('11m')
    await village.says('王秀英', '报 扫路 1小时').replies()
    assert.deepEqual([await evidenceOf(1001), await evidenceOf(1002)], [[], []])
  })

  // pictures of no other story: the villages of one channel share a folder, and what one of them names stays
  it('deletes a picture that no case took by the next morning, and keeps what is evidence', async () => {
    const mediaOf = async (person: string) => {
      const { id } = await village.current()
      const waiting = await village.database.reader.read(id, (stores) => stores.photos.loose(person, 0))
      return waiting.map(({ media }) => media)
    }
    await village.says('王秀英', '', { image: await picture(11), to: 'bot' }).replies()
    const [lone = ''] = await mediaOf('王秀英')
    await village.says('赵福贵', '报 扫路 1小时').replies()
    await village.says('赵福贵', '', { image: await picture(12) }).replies()
    const [taken = ''] = await evidenceOf(1001)
    assert.ok((await village.database.media.read(lone)) && (await village.database.media.read(taken)))
    await village.until('2026-11-23', '08:01')
    assert.deepEqual([await village.database.media.read(lone), await mediaOf('王秀英')], [null, []])
    assert.ok(await village.database.media.read(taken))
  })

  it('leaves no picture of somebody who was forgotten', async () => {
    await village.says('王秀英', '报 扫路 2小时', { to: 'bot' }).replies()
    await village.says('王秀英', '', { image: await picture(13), to: 'bot' }).replies()
    const [media = ''] = await evidenceOf(1001)
    await village.says('王秀英', '把我的信息删了', { to: 'bot' }).replies()
    await village.says('王秀英', '1', { to: 'bot' }).replies()
    assert.ok(await village.database.media.read(media))
    await village.says('罗秀珍', '1002同意', { to: '干部群' }).expectReply(/已经删除/u, '王秀英')
    await village.until('2026-11-23', '08:01')
    assert.equal(await village.database.media.read(media), null)
  })

  it('keeps a picture that comes while a question is open for the case that follows', async () => {
    await village.says('王秀英', '报 扫路').expectReply(/做了多少/u)
    await village.says('王秀英', '', { image: await picture(1) }).expectSilence()
    await village.passes('20m')
    await village.says('王秀英', '2小时').expectReply(/#1001/u)
    assert.equal((await evidenceOf(1001)).length, 1)
  })

  it('takes several pictures', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    for (const seed of [1, 2, 3]) await village.says('王秀英', '', { image: await picture(seed) }).replies()
    assert.equal((await evidenceOf(1001)).length, 3)
  })

  it('marks a near-identical picture of another case, and drops nothing', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('王秀英', '', { image: await picture(1) }).replies()
    await village.says('赵福贵', '报 扫路 2小时').replies()
    await village.says('赵福贵', '', { image: await picture(2) }).expectOnlyPrivate(/凭证/u, '赵福贵')
    await village.says('李长顺', '报 扫路 1小时').replies()
    await village.says('李长顺', '', { image: await picture(1, 200) }).expectReply(/^#1003 的照片和 #1001 的很像$/u, '评议群')
    assert.equal((await evidenceOf(1003)).length, 1)
    await village.passes('11m')
    await village.says('何金水', '', { image: await picture(2, 640) }).replies()
    await village.says('何金水', '报 扫路 1小时').expectReply(/待审#1004[\s\S]*#1004 的照片和 #1002 的很像/u, '评议群')
  })

  it('puts a returned report back when the photo comes, in private however late', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    const card = await village.line(/待审#1001/u, '评议群')
    await village.says('周大山', '照片补一张来', { to: '评议群', quote: card }).replies()
    await village.passes('3d')
    await village.says('王秀英', '', { image: await picture(1) }).expectSilence()
    const exchange = village.says('王秀英', '', { image: await picture(1), to: 'bot' })
    await exchange.expectReply(/照片已作为#1001的凭证/u, '王秀英')
    await exchange.expectReply(/待审#1001 王秀英 扫路 4分（已补充）/u, '评议群')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('shows the panel what came in private', async () => {
    await village.says('王秀英', '报 扫路 2小时', { to: 'bot' }).replies()
    await village.says('王秀英', '', { image: await picture(1), to: 'bot' }).expectReply(/^凭证#1001 王秀英 扫路 4分，照片/u, '评议群')
  })
})
