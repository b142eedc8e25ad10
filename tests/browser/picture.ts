import type { Page } from 'playwright-core'
import { openPage } from './browser.ts'

/** Takes the picture of the README: a villager's report and its approval, as a reviewer sees them, at `url`. */
export async function takePicture(url: string, path: string): Promise<void> {
  const page = await openPage({ viewport: { width: 1280, height: 860 }, deviceScaleFactor: 2, colorScheme: 'light' })
  await page.goto(url)
  await says(page, '报 扫路 2小时', 2)
  await page.getByRole('radio', { name: /周大山/ }).click()
  await page.getByRole('button', { name: /返回/ }).click()
  await page.locator('#chat-list').getByRole('button', { name: '评议群' }).click()
  await page.getByRole('button', { name: '引用积分管家的这一条' }).last().click()
  await says(page, '同意', 3)
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path })
  await page.context().close()
}

async function says(page: Page, line: string, messages: number): Promise<void> {
  await page.getByRole('textbox', { name: '说点什么' }).fill(line)
  await page.keyboard.press('Enter')
  await page
    .getByRole('log')
    .getByRole('article')
    .nth(messages - 1)
    .waitFor()
}
