import assert from 'node:assert/strict'
import { loginPicture } from '../../bot/wechaty-login-code.ts'
import type { Login } from '../../web/health.ts'
import { startServer, type RunningServer } from '../../web/server.ts'
import { statusWith } from './open-village.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const line = '幸福村：在群里说“开通 村民群 482913” <b>'

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('页面上看机器人好不好', () => {
  const running: RunningServer[] = []
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop()
  })

  async function opened(login?: Login): Promise<string> {
    const health = async () => ({ ok: true, version: '0.1.0', villages: 2, ...(login ? { login } : {}) })
    const server = await startServer({ host: '127.0.0.1', port: 0, log: silent, newId: () => 'id', health })
    running.push(server)
    return server.url
  }

  const scanning: Login = { state: 'scan', lines: [line], picture: () => loginPicture('https://login.example/abc') }

  it('tells programs figures and nothing of the login', async () => {
    const url = await opened(scanning)
    for (const headers of [{}, { accept: '*/*' }, { accept: 'application/json' }]) {
      const response = await fetch(`${url}/health`, { headers })
      assert.deepEqual(await response.json(), { ok: true, version: '0.1.0', villages: 2 })
    }
  })

  it('shows the picture to be scanned, and the codes to whoever sits at the machine', async () => {
    const url = await opened(scanning)
    const response = await fetch(`${url}/health`, { headers: html })
    const page = await response.text()
    assert.match(response.headers.get('content-type') ?? '', /text\/html/)
    assert.match(page, /扫下面的码登录.*<img src="\/health\/qr\.png"/u)
    assert.match(page, /开通 村民群 482913” &lt;b&gt;<\/li>/u)
    assert.match(page, /村：2个。版本：0\.1\.0。/u)
    assert.doesNotMatch(page, /<script|style=/u)
    const picture = await fetch(`${url}/health/qr.png`)
    assert.equal(picture.headers.get('content-type'), 'image/png')
    assert.equal(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
      'PNG',
    )
    assert.match(await (await fetch(`${url}/health/page.css`)).text(), /img/u)
  })

  it('tells nobody else the codes: not through a proxy, not under another name', async () => {
    const url = await opened(scanning)
    const page = await (await fetch(`${url}/health`, { headers: { ...html, 'x-forwarded-for': '203.0.113.9' } })).text()
    assert.doesNotMatch(page, /482913/u)
    assert.match(page, /请在机器人的电脑上打开这一页看/u)
    const elsewhere = await bodyUnder(`${url}/health`, 'village.example')
    assert.match(elsewhere, /请在机器人的电脑上打开这一页看/u)
    assert.doesNotMatch(elsewhere, /482913/u)
  })

  it('shows no picture once somebody is logged in', async () => {
    const url = await opened({ state: 'in', lines: [], picture: () => Promise.resolve(null) })
    const page = await (await fetch(`${url}/health`, { headers: html })).text()
    assert.match(page, /机器人已登录/u)
    assert.doesNotMatch(page, /<img|口令/u)
    assert.equal((await fetch(`${url}/health/qr.png`)).status, 404)
  })

  it('says in the training village that there is nothing to scan', async () => {
    const url = await opened()
    assert.match(await (await fetch(`${url}/health`, { headers: html })).text(), /示范村，不用登录/u)
    assert.equal(await statusWith(`${url}/health/qr.png`, 'GET', {}), 404)
  })
})

/** fetch does not let one choose the Host header */
async function bodyUnder(url: string, host: string): Promise<string> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: { ...html, host } }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.on('end', () => {
        resolve(body)
      })
    })
    call.on('error', reject).end()
  })
}
