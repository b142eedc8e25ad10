import assert from 'node:assert/strict'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'

/** House rule → a line that breaks it. Rules that need types are left to `npm run lint`. */
const planted: Readonly<Record<string, readonly string[]>> = {
  'no-restricted-properties': ['const a = Date.now()', 'const b = Math.random()', 'const c = process.env.HOME'],
  'no-restricted-syntax': ['const d = new Date()', 'export default 1'],
  'no-console': ["console.log('a')"],
  'no-nested-ternary': ['const e = a ? 1 : b ? 2 : 3'],
  '@typescript-eslint/consistent-type-assertions': ['const f = a as string'],
  '@typescript-eslint/no-non-null-assertion': ['const g = a!.b'],
  '@typescript-eslint/no-explicit-any': ['const h: any = 1'],
  'max-lines': ["f('a')\n".repeat(251)],
  'house/say-what-it-means': ['export const i = 1', '// a remark\nexport function j() {}'],
}

const allowed = [
  'const a = new Date(0)',
  "const b = ['x'] as const",
  'const c = {} satisfies object',
  '/** 户: says what it means. */\nexport const d = 1',
]

describe('house rules', () => {
  const eslint = new ESLint({
    cwd: join(import.meta.dirname, '../..'),
    overrideConfig: [tseslint.configs.disableTypeChecked, { rules: { '@typescript-eslint/no-unused-vars': 'off' } }],
  })

  const brokenIn = async (text: string, file: string): Promise<readonly (string | null)[]> => {
    const results = await eslint.lintText(`${text}\n`, { filePath: file })
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
  }

  it('refuse every planted line', async () => {
    for (const [rule, lines] of Object.entries(planted)) {
      for (const line of lines) assert.deepEqual(await brokenIn(line, 'rules/planted.ts'), [rule], line)
    }
  })

  it('let the village write what is sound', async () => {
    for (const line of allowed) assert.deepEqual(await brokenIn(line, 'rules/planted.ts'), [], line)
  })

  it('know the clock only in main.ts, and assertions only in puppets', async () => {
    assert.deepEqual(await brokenIn('const a = Date.now() + Math.random()', 'main.ts'), [])
    assert.deepEqual(await brokenIn('const a = b as string', 'bot/puppets/local.ts'), [])
    assert.deepEqual(await brokenIn('const a = Date.now()', 'bot/puppets/local.ts'), ['no-restricted-properties'])
  })

  it('know the browser only in the page', async () => {
    assert.deepEqual(await brokenIn('document.title = location.href', 'web/sandbox/page/page.js'), [])
    assert.deepEqual(await brokenIn('document.title = 1', 'bin.mjs'), ['no-undef'])
  })
})
