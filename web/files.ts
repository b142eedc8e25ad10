import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Answer } from './sandbox/api.ts'

const resolve = createRequire(import.meta.url).resolve
const pageFolder = fileURLToPath(new URL('./sandbox/page', import.meta.url))
const fontFolder = (name: string) => resolve(`@expo-google-fonts/noto-sans-sc/${name}`).replace(/[/\\][^/\\]+$/, '')

const fonts: Readonly<Record<string, string>> = {
  'noto-sans-sc-400.ttf': '400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc-700.ttf': '700Bold/NotoSansSC_700Bold.ttf',
}

/** Answers with a file of the training village's page; browsers ask each time whether it has changed. */
export const pageFile =
  (name: string): Answer =>
  (_request, response) =>
    response.sendFile(name, { root: pageFolder, cacheControl: false, headers: { 'cache-control': 'no-cache' } })

/** Answers with one of the two weights of the Chinese font, kept by browsers for a year. */
export const fontFile =
  (name: keyof typeof fonts): Answer =>
  (_request, response) => {
    const path = fonts[name] ?? ''
    response.sendFile(path.replace(/^.*\//, ''), {
      root: fontFolder(path),
      cacheControl: false,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    })
  }
