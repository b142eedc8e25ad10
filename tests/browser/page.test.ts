import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { openVillage, type OpenVillage } from '../web/open-village.ts'
import { closeBrowser, desk, openPage, phone } from './browser.ts'
import { scratch } from '../scratch.ts'

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==', 'base64')

describe('page of the training village', () => {
  let open: OpenVillage
  let page: Page
  let folder: string
  const faults: string[] = []

  const words = () => page.getByRole('textbox', { name: '说点什么' })
  const log = () => page.getByRole('log')
  const messages = () => log().getByRole('article')
  const inList = (chat: string) => page.locator('#chat-list').getByRole('button', { name: chat })

  async function visit(options: typeof phone | typeof desk): Promise<void> {
    page = await openPage(options)
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
    await page.goto(open.url)
    await page.locator('#chat-list button').first().waitFor({ state: 'attached' })
  }

  async function says(text: string): Promise<void> {
    await words().fill(text)
    await page.keyboard.press('Enter')
  }

  const sees = (place: Locator, text: string | RegExp) => place.filter({ hasText: text }).first().waitFor()
  const picture = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) })

  before(async () => {
    folder = await mkdtemp(join(scratch, 'xiangyue-page-'))
  })
  beforeEach(async () => {
    open = await openVillage()
    faults.length = 0
  })
  afterEach(async () => {
    await page.context().close()
    await open.stop()
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('ERR_') && !fault.includes('400')),
      [],
    )
  })
  after(closeBrowser)

  for (const [name, size] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    it(`lets one report and, as a reviewer, approve by quoting (${name})`, async () => {
      const asPhone = name === 'phone'
      await visit(size)
      if (asPhone) await inList('村民群').click()
      await says('报 扫路 2小时')
      await sees(messages(), /收到 #1001/)
      assert.equal(await words().inputValue(), '')
      await picture(`${name}-said`)

      if (asPhone) await page.getByRole('button', { name: /返回/ }).click()
      if (asPhone) await page.getByRole('button', { name: '我是谁' }).click()
      await page.getByRole('radio', { name: /周大山/ }).click()
      if (!asPhone) await page.getByRole('button', { name: /返回/ }).click()
      await inList('评议群').click()
      await page.getByRole('button', { name: '引用积分管家的这一条' }).click()
      await sees(page.locator('#quoting'), /待审#1001/)
      await says('同意')
      await sees(messages(), /#1001 已通过/)
      await sees(messages(), /同意.*引用.*待审#1001/s)
      const said = await open.village.messages('评议群', null)
      assert.equal(said.find(({ from }) => from === '周大山')?.quote, said[0]?.id)
      await picture(`${name}-approved`)
    })

    it(`fits the screen without scrolling sideways, with targets a thumb can hit (${name})`, async () => {
      await visit(size)
      for (const large of [false, true]) {
        if (large) await page.locator('#large').dispatchEvent('click')
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true)
      }
      const small = await page.evaluate(
        `[...document.querySelectorAll('button, .person')].filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().height < 40).map((e) => e.textContent)`,
      )
      assert.deepEqual(small, [])
    })
  }

  it('quotes by right click, gives the quote up by Escape', async () => {
    await visit(desk)
    open.village.announce('村民群', '明天村口集合扫路')
    await messages().locator('.bubble').click({ button: 'right' })
    await sees(page.locator('#quoting'), /明天村口集合/)
    await words().press('Escape')
    assert.equal(await page.locator('#quoting').isVisible(), false)
  })

  it('sends a photo with words and shows it', async () => {
    await visit(desk)
    await page.getByLabel('发照片').setInputFiles({ name: 'road.png', mimeType: 'image/png', buffer: onePixel })
    await says('扫好了')
    const photo = page.getByRole('img', { name: '王秀英发的图片' })
    await photo.waitFor()
    assert.match((await photo.getAttribute('src')) ?? '', /^\/sandbox\/api\/media\/[0-9a-f]{64}$/)
    assert.equal(await page.locator('#picture').isVisible(), false)
  })

  it('shows at once what others say, and counts what was not seen', async () => {
    await visit(desk)
    await open.says('赵福贵', '村民群', '今天谁在家')
    await sees(messages(), /今天谁在家/)
    open.village.announce('王秀英', '您家本月4分')
    await page.getByRole('button', { name: '返回消息列表，还有1条没看' }).click()
    await sees(inList('积分管家'), /没看的消息：1/)
    await inList('积分管家').click()
    await sees(messages(), /您家本月4分/)
    assert.equal(await page.getByRole('button', { name: '返回消息列表', exact: true }).count(), 1)
  })

  it('keeps the words and says why when the village refuses', async () => {
    await visit(desk)
    await page.route('**/sandbox/api/say', (route) => route.fulfill({ status: 400, json: { error: '王秀英不在这个群里' } }))
    await says('报 扫路 2小时')
    await sees(page.getByRole('alert'), /不在这个群里/)
    assert.equal(await words().inputValue(), '报 扫路 2小时')
    assert.equal(await messages().count(), 0)
  })

  it('turns the clock and tells what ran', async () => {
    await visit(desk)
    await page.getByRole('button', { name: /到下月1日/ }).click()
    await sees(page.locator('#ran'), /月度排名\s*2026-11/)
    await sees(page.locator('#time-now'), /2026年12月1日 星期二 09:00/)
    await sees(messages(), /11月积分红榜/)
  })

  it('begins anew only after a yes', async () => {
    await visit(desk)
    await says('报 扫路 2小时')
    await sees(messages(), /收到/)
    await page.getByRole('button', { name: '重新开始', exact: true }).click()
    await page.getByRole('button', { name: '不，留着' }).click()
    assert.deepEqual(
      open.village.diary.filter((line) => line === 'reset'),
      [],
    )
    await page.getByRole('button', { name: '重新开始', exact: true }).click()
    await page.getByRole('button', { name: '清空，重新开始' }).click()
    await log().getByText('群里还没有人说话').waitFor()
    assert.ok(open.village.diary.includes('reset'))
  })

  it('is used by keyboard alone', async () => {
    await visit(desk)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('查分')
    await page.keyboard.press('Enter')
    await sees(messages(), /已私信您/)
    await page.getByRole('radio', { name: /王秀英/ }).focus()
    await page.keyboard.press('ArrowRight')
    await sees(page.locator('#talk-me'), /我是赵福贵/)
    await page.getByRole('button', { name: '查分 看自己家的分' }).focus()
    await page.keyboard.press('Enter')
    assert.equal(await words().inputValue(), '查分')
    assert.equal(await page.evaluate('document.activeElement.id'), 'words')
  })

  it('names everything that can be used', async () => {
    await visit(desk)
    await says('报 扫路 2小时')
    await sees(messages(), /收到/)
    const tree = await page.locator('body').ariaSnapshot()
    assert.doesNotMatch(tree, /- (button|textbox|radio|combobox|searchbox)( \[[^\]]*\])*$/m)
    assert.match(tree, /radio "黄阿婆 5组 没有手机" \[disabled\]/)
    for (const part of ['main', 'navigation', 'log']) {
      if (part !== 'navigation') assert.match(tree, new RegExp(`- ${part}`))
    }
  })

  it('comes back by itself when the bot was away', async () => {
    await visit(desk)
    await page.context().setOffline(true)
    await page.evaluate(`window.dispatchEvent(new Event('offline'))`)
    await says('报 扫路 2小时')
    await sees(page.getByRole('alert'), /连不上/)
    await page.context().setOffline(false)
    await page.keyboard.press('Enter')
    await sees(messages(), /收到 #1001/)
  })
})
