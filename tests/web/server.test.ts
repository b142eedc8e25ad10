import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { doorkeepers } from '../../web/doorkeepers.ts'
import { DoorClosed } from '../../web/door.ts'
import { startServer, type RunningServer, type ServerOptions } from '../../web/server.ts'
import { openVillage, statusWith } from './open-village.ts'
import { villageInMemory } from './village-in-memory.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const options: ServerOptions = {
  host: '127.0.0.1',
  port: 0,
  log: silent,
  newId: () => 'id',
  health: async () => ({ ok: true, version: '0.1.0', villages: 3 }),
}

const closedDoor = (words: RegExp) => (error: unknown) => error instanceof DoorClosed && words.test(error.text)

describe('web server', () => {
  const running: RunningServer[] = []
  const kept = <S extends RunningServer>(server: S): S => {
    running.push(server)
    return server
  }
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop()
  })

  it('says which setting to change when the port is busy', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await assert.rejects(startServer({ ...options, port }), closedDoor(new RegExp(`端口 ${port} 已经被.*PORT=`)))
    other.close()
  })

  it('opens the training village on this machine only', async () => {
    const sandbox = villageInMemory()
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'localhost.example.com']) {
      await assert.rejects(startServer({ ...options, host, sandbox }), closedDoor(/HOST.*127\.0\.0\.1/))
    }
    await assert.rejects(startServer({ ...options, host: '203.0.113.7' }), closedDoor(/HOST=203\.0\.113\.7/))
    await assert.rejects(startServer({ ...options, port: 70000 }), closedDoor(/PORT=70000/))
  })

  it('tells the watcher of the machine how it is, and has no training village unless told', async () => {
    const server = kept(await startServer(options))
    assert.deepEqual(await (await fetch(`${server.url}/health`)).json(), { ok: true, version: '0.1.0', villages: 3 })
    assert.equal((await fetch(`${server.url}/sandbox/api/state`)).status, 404)
    assert.equal((await fetch(`${server.url}/`)).status, 404)
  })

  it('answers 503 when the bot is not well', async () => {
    const server = kept(await startServer({ ...options, health: async () => ({ ok: false, version: '0.1.0', villages: 0 }) }))
    assert.equal((await fetch(`${server.url}/health`)).status, 503)
  })

  it('turns away other names and other sites', async () => {
    const { url, village } = kept(await openVillage())
    const port = new URL(url).port
    assert.equal(await statusWith(`${url}/sandbox/api/state`, 'GET', { host: `localhost:${port}` }), 200)
    assert.equal(await statusWith(`${url}/sandbox/api/state`, 'GET', { host: `evil.example:${port}` }), 403)
    assert.equal(await statusWith(`${url}/`, 'GET', { host: '127.0.0.1.evil.example' }), 403)
    assert.equal(
      await statusWith(`${url}/sandbox/api/reset`, 'POST', { origin: 'https://evil.example', 'content-type': 'text/plain' }),
      403,
    )
    assert.equal(await statusWith(`${url}/sandbox/api/reset`, 'POST', { origin: 'null' }), 403)
    assert.deepEqual(village.diary, [])
    assert.equal(await statusWith(`${url}/sandbox/api/reset`, 'POST', { origin: url }), 200)
    assert.deepEqual(village.diary, ['reset'])
  })

  it('serves the page, its parts and the font, and allows no inline script', async () => {
    const { url } = kept(await openVillage())
    const page = await fetch(`${url}/`)
    const html = await page.text()
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.match(policy, /script-src 'self'/)
    assert.doesNotMatch(policy, /unsafe|upgrade-insecure/)
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/)
    assert.equal(page.headers.get('cache-control'), 'no-cache')
    const parts = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    assert.ok(parts.length >= 6)
    for (const path of [...parts, '/sandbox', '/sandbox/page/talk.js']) assert.equal((await fetch(url + path)).status, 200, path)
    const font = await fetch(`${url}/fonts/noto-sans-sc-400.ttf`, { method: 'HEAD' })
    assert.match(font.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
    assert.ok(Number(font.headers.get('content-length')) > 5_000_000)
    for (const path of ['/sandbox/page/tsconfig.json', '/sandbox/page/..%2fport.ts', '/package.json'])
      assert.equal((await fetch(url + path)).status, 404, path)
  })

  it('ends at once though pages are open', async () => {
    const { url, stop } = await openVillage()
    const events = await fetch(`${url}/sandbox/api/events`)
    const began = performance.now()
    await stop()
    assert.ok(performance.now() - began < 1_000)
    await events.text()
    await assert.rejects(fetch(`${url}/health`))
  })

  it('has a doorkeeper for each entrance', () => assert.deepEqual(Object.keys(doorkeepers), ['anyone', 'trainee']))
})
