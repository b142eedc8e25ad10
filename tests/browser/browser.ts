import chromium from '@sparticuz/chromium'
import { chromium as launcher, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

let running: Promise<Browser> | undefined

/** Chromium is started once per run, by the first test that needs it. */
function browser(): Promise<Browser> {
  running ??= chromium.executablePath().then((executablePath) =>
    launcher.launch({
      executablePath,
      args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--headless=shell', '--font-render-hinting=none'],
    }),
  )
  return running
}

/** A fresh page of its own: nothing remembered from other tests. */
export async function openPage(options: BrowserContextOptions): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  return page
}

/** A phone in a villager's hand. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const

/** The screen in the village office. */
export const desk = { viewport: { width: 1280, height: 800 } } as const

/** Ends the browser, so that the run can end; called by the root hook of the page tests. */
export async function closeBrowser(): Promise<void> {
  const started = running
  running = undefined
  await (await started)?.close()
}
