import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { readScheme } from '../../rules/reading/read-scheme.ts'

const folder = new URL('../schemes/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const reserved = ['报', '查分', '通过']

interface Expected {
  readonly line: number
  readonly part: string
}

/** The faults a broken scheme declares about itself: `# ✗ part of the message` at the end of the faulty line. */
const expectedOf = (source: string): readonly Expected[] =>
  source.split('\n').flatMap((text, index) => {
    const [, ...parts] = text.split('✗')
    return parts.map((part) => ({ line: index + 1, part: part.trim() }))
  })

describe('broken schemes', () => {
  it('are at least thirty', () => {
    assert.ok(files.length >= 30, String(files.length))
  })

  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    it(`${file}: ${source.split('\n')[0]?.slice(2) ?? ''}`, () => {
      const reading = readScheme(source, file, reserved)
      const expected = expectedOf(source)
      assert.ok(expected.length > 0, 'the file declares no fault')
      assert.ok('problems' in reading, 'the scheme was taken')
      const errors = reading.problems.filter(({ level }) => level === 'error')
      const told = errors.map(({ line, message }) => `${String(line)} ${message}`).join('\n')
      for (const { line, part } of expected) {
        assert.ok(
          errors.some((error) => error.line === line && error.message.includes(part)),
          `line ${String(line)} should say “${part}”, but:\n${told}`,
        )
      }
      assert.equal(errors.length, expected.length, told)
      assert.ok(errors.every((error) => error.file === file && /[一-龥]/u.test(error.message)))
    })
  }
})
