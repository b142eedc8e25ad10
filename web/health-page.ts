import type { Request, Response } from 'express'
import { codePicture, codesElsewhere, healthTitle, loginText, servedText, stillToSay, type LoginState } from '../texts/office/health.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`

function codeLines(lines: readonly string[], here: boolean): string {
  if (lines.length === 0) return ''
  if (!here) return paragraph(codesElsewhere)
  return `${paragraph(stillToSay)}<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}

/** What the page shows: what is served, and, outside the training village, the login and the codes that wait to be said. */
export interface ShownHealth {
  readonly version: string
  readonly villages: number
  readonly login: { readonly state: LoginState; readonly lines: readonly string[] } | undefined
}

/** The page for whoever keeps the machine: the login, the picture to scan, and, at the machine itself, the one-time codes to be said. */
export function healthPage({ version, villages, login }: ShownHealth, here: boolean): string {
  const picture = login?.state === 'scan' ? `<p><img src="/health/qr.png" alt="${codePicture}"></p>` : ''
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta http-equiv="refresh" content="10"><title>${healthTitle}</title><link rel="stylesheet" href="/health/page.css"></head>`,
    `<body><h1>${healthTitle}</h1>${paragraph(loginText[login?.state ?? 'training'])}${picture}`,
    `${codeLines(login?.lines ?? [], here)}${paragraph(servedText(villages, version))}</body></html>`,
  ].join('')
}

const style = `body { font: 18px/1.7 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.3em }
img { width: 280px; height: 280px; image-rendering: pixelated; border: 1px solid #ccc; padding: 8px }
li { margin: 0.4em 0; font-weight: bold }
`

/** Answers with the look of that page. */
export const answerHealthStyle = (_request: Request, response: Response): void => {
  response.type('css').send(style)
}
