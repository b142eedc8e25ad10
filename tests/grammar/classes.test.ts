import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { compileGrammar } from '../../bot/grammar/grammar.ts'
import { byGrammar, readCorpus, type Gold } from '../corpus/score.ts'
import { vocabulary } from './vocabulary.ts'

const lines = await readCorpus('classes.tsv')
const notes = (await readFile(new URL('../corpus/classes.tsv', import.meta.url), 'utf8'))
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t')[4] ?? '')
const classes = [...new Set(notes)].map((name) => ({ name, members: lines.filter((_, place) => notes[place] === name) }))

describe('classes of the language, each with what stands near it', () => {
  const read = byGrammar(compileGrammar(vocabulary))

  const misread = (line: Gold): readonly string[] => {
    const { intent, slots } = read(line)
    const got = new Map(Object.entries(slots))
    const wrong = Object.entries(line.slots).filter(([name, value]) => JSON.stringify(got.get(name)) !== JSON.stringify(value))
    return intent === line.intent && wrong.length === 0 ? [] : [`${line.text} → ${intent} ${JSON.stringify(slots)}`]
  }

  for (const { name, members } of classes) {
    it(`${name}: ${String(members.filter(({ intent }) => intent !== 'ignore').length)} read, ${String(members.filter(({ intent }) => intent === 'ignore').length)} left alone`, () => {
      assert.deepEqual(members.flatMap(misread), [])
    })
  }
})
