import { writeFile } from 'node:fs/promises'
import { trainingVocabulary } from './live-vocabulary.ts'

const { botName, items, people, commands, goods } = await trainingVocabulary()
const rows = (list: readonly object[]): string => `[\n${list.map((row) => `    ${JSON.stringify(row)},\n`).join('')}  ]`

await writeFile(
  new URL('shifan-vocabulary.ts', import.meta.url),
  `// made by make-vocabulary.ts; a test checks that it is up to date
import type { Vocabulary } from '../../models/vocabulary.ts'

// prettier-ignore
/** The language of the training village under the scheme \`shifan\`, as the parser starts with it. */
export const shifanVocabulary: Vocabulary = {
  botName: '${botName}',
  items: ${rows(items)},
  people: ${rows(people)},
  commands: ${rows(commands)},
  goods: ${JSON.stringify(goods)},
}
`,
)
