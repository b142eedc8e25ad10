import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { answersKept } from '../answers.ts'
import { refusalsInCode, type KnownRefusal } from './refusals.ts'
import { alsoAsked, roadless, saidOtherwise } from './roadless.ts'

// mocha loads test files by require, and so must whoever loads them before it does: these tests come after every story, also run alone
const load = createRequire(import.meta.url)
for (const folder of ['stories', 'systems'].map((name) => join(import.meta.dirname, '..', name))) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.test.ts'))) load(join(folder, name))
}

const isRoom = (to: string): boolean => to.endsWith('群')

/** Several noes of one line are told in one message. */
const linesOf = (text: string): readonly string[] => [text, ...text.split('\n')]

const listed = (refusals: readonly KnownRefusal[]): readonly string[] => refusals.map(({ code, said }) => `${code} (${said.join(', ')})`)

describe('refusals', () => {
  const { known, others } = refusalsInCode()
  const heardBy = (where: (to: string) => boolean): readonly string[] =>
    answersKept()
      .filter(({ to }) => where(to))
      .flatMap(({ text }) => linesOf(text))
  const metBy = (lines: readonly string[], { pattern }: KnownRefusal): boolean => lines.some((line) => pattern.test(line))

  it('are texts of texts/, each with words of its own by which it is known', () => {
    assert.ok(known.length > 200, `only ${String(known.length)} were found`)
    assert.deepEqual(others, saidOtherwise)
    assert.deepEqual(listed(known.filter(({ own, pattern }) => own.length < 4 || pattern.test('') || pattern.test('好的，记下了。'))), [])
  })

  it('are each met by a story, told to the speaker alone; run by itself this tells all stories first', () => {
    const heard = heardBy((to) => !isRoom(to))
    const unmet = known.filter((refusal) => !roadless.has(refusal.code) && !metBy(heard, refusal))
    assert.deepEqual(listed(unmet), [], 'write a story for each in tests/stories or tests/systems, or say in roadless.ts why there is none')
  })

  it('have no story only as long as there is no road to them', () => {
    const heard = heardBy(() => true)
    const named = [...roadless.keys()].map((code) => [code, known.find((refusal) => refusal.code === code)] as const)
    assert.deepEqual(
      named.filter(([, refusal]) => !refusal || metBy(heard, refusal)).map(([code]) => code),
      [],
    )
  })

  it('are read in no room', () => {
    const read = heardBy(isRoom)
    assert.deepEqual(listed(known.filter((refusal) => !alsoAsked.has(refusal.code) && metBy(read, refusal))), [])
  })
})
