import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from 'node:process'
import { startServer, type RunningServer } from '../../web/server.ts'
import { TestVillage } from '../village.ts'
import { closeBrowser } from './browser.ts'
import { takePicture } from './picture.ts'
import { scratch } from '../scratch.ts'

describe('page with the real bot behind it', () => {
  let village: TestVillage
  let server: RunningServer
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(scratch, 'xiangyue-picture-'))
    village = await TestVillage.open()
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      log: village.log,
      health: () => Promise.resolve({ ok: true, version: 'test', villages: 1 }),
      newId: () => `page-${String((ids += 1))}`,
      sandbox: village.port,
    })
  })
  let ids = 0

  after(async () => {
    await closeBrowser()
    await server.stop()
    await village.close()
    await rm(folder, { recursive: true })
  })

  it('lets a villager report and a reviewer approve, and takes the picture of the README', async () => {
    const path = env['SCREENSHOT'] ?? join(folder, 'page.png')
    await takePicture(server.url, path)
    assert.ok((await stat(path)).size > 50_000)
    assert.equal(await village.stateOf(1001), 'in-notice')
  })
})
