import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'

/** Small sound files, one per place; each planted fault is seen against this background. */
const sound = {
  'main.ts': "import './cli/start.ts'\nimport './models/db/lane.ts'\nimport './jobs/scheduler.ts'",
  'cli/start.ts': "import '../bot/wechaty.ts'\nimport '../web/server.ts'\nimport '../handlers/index.ts'",
  'ormconfig.ts': "import 'typeorm'\nimport './models/db/lane.ts'",
  'models/case.ts': 'export const a = 1',
  'models/db/lane.ts': "import 'typeorm'\nimport '../case.ts'",
  'rules/scheme.ts': "import '../models/case.ts'",
  'texts/report/report.ts': "import '../../models/case.ts'\nimport '../../rules/scheme.ts'",
  'handlers/index.ts': "import '../texts/report/report.ts'\nimport '../rules/scheme.ts'",
  'jobs/scheduler.ts': "import 'node-cron'\nimport '../texts/report/report.ts'",
  'bot/pipeline.ts': "import '../handlers/index.ts'\nimport './grammar/grammar.ts'",
  'bot/grammar/grammar.ts': "import '../../models/case.ts'",
  'bot/wechaty.ts': "import 'wechaty'",
  'bot/puppets/local.ts': "import 'wechaty-puppet'",
  'web/server.ts': "import 'express'\nimport '../models/case.ts'",
  'tests/case.test.ts': "import 'fast-check'\nimport '../models/db/lane.ts'\nimport '../main.ts'",
}

/** Rule → file that breaks it, and what the file says. */
const planted: Readonly<Record<string, readonly (readonly [file: string, text: string])[]>> = {
  'models-know-nothing': [
    ['models/planted-rules.ts', "import '../rules/scheme.ts'"],
    ['models/planted-type.ts', "import type { Lane } from './db/lane.ts'\nexport type L = Lane"],
  ],
  'tables-know-the-nouns': [['models/db/planted-texts.ts', "import '../../texts/report/report.ts'"]],
  'rules-know-models': [['rules/planted-texts.ts', "import '../texts/report/report.ts'"]],
  'texts-know-rules': [['texts/planted-handlers.ts', "import '../handlers/index.ts'"]],
  'handlers-know-no-channel': [
    ['handlers/planted-bot.ts', "import '../bot/pipeline.ts'"],
    ['handlers/planted-tables.ts', "import '../models/db/lane.ts'"],
  ],
  'jobs-know-no-channel': [['jobs/planted-handlers.ts', "import '../handlers/index.ts'"]],
  'grammar-is-pure': [['bot/grammar/planted-texts.ts', "import '../../texts/report/report.ts'"]],
  'bot-knows-handlers': [['bot/planted-web.ts', "import '../web/server.ts'"]],
  'web-takes-types': [['web/planted-handlers.ts', "import '../handlers/index.ts'"]],
  'cli-is-loaded-by-main': [['cli/planted-main.ts', "import '../main.ts'"]],
  'ormconfig-knows-tables': [['ormconfig.ts', "import './rules/scheme.ts'"]],
  'product-needs-no-tests': [['cli/planted-tests.ts', "import '../tests/case.test.ts'"]],
  'typeorm-in-models-db': [
    ['web/planted-typeorm.ts', "import 'typeorm'"],
    ['jobs/planted-sqlite.ts', "import 'sqlite3'"],
  ],
  'wechaty-in-its-adapter': [
    ['bot/planted-wechaty.ts', "import 'wechaty'"],
    ['handlers/planted-puppet.ts', "import type {} from 'wechaty-puppet'"],
  ],
  'express-in-web': [['bot/planted-express.ts', "import 'express'"]],
  'node-cron-in-scheduler': [['jobs/planted-cron.ts', "import 'node-cron'"]],
  'pure-core-stays-light': [['texts/planted-reach.ts', "import '../bot/wechaty.ts'"]],
  'no-cycles': [
    ['rules/planted-a.ts', "import './planted-b.ts'"],
    ['rules/planted-b.ts', "import './planted-a.ts'"],
  ],
  'no-barrels': [
    ['models/planted-all.ts', "export * from './case.ts'"],
    ['models/planted-named.ts', "export { a } from './case.ts'"],
  ],
  'no-drawers': [['rules/planted-user.ts', "import './utils/round.ts'"]],
  'no-drawers-imported-by-nobody': [['rules/helpers.ts', 'export const b = 1']],
  'no-missing-files': [['rules/planted-missing.ts', "import './nowhere.ts'"]],
  'no-test-packages-in-the-product': [['rules/planted-mocha.ts', "import 'fast-check'"]],
  'no-undeclared-packages': [['rules/planted-stowaway.ts', "import 'stowaway'"]],
}

const rules = () => extractDepcruiseConfig(join(import.meta.dirname, '../../.dependency-cruiser.mjs'))

const products = ['typeorm', 'sqlite3', 'wechaty', 'wechaty-puppet', 'express', 'node-cron']

/** What is forbidden in a folder, as `rule: file`. */
async function forbiddenIn(folder: string): Promise<ReadonlySet<string>> {
  const { forbidden = [], options } = await rules()
  const { output } = await cruise(['.'], { ...options, ruleSet: { forbidden }, validate: true, baseDir: folder })
  assert.ok(typeof output !== 'string')
  const { summary }: ICruiseResult = output
  return new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))
}

describe('layers', () => {
  let folder: string

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\n`)
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'layers-'))
    for (const name of [...products, 'fast-check', 'stowaway']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
      write(`node_modules/${name}/index.js`, '')
    }
    const dependencies = Object.fromEntries(products.map((name) => [name, '1.0.0']))
    write('package.json', JSON.stringify({ name: 'x', type: 'module', dependencies, devDependencies: { 'fast-check': '1.0.0' } }))
    write('rules/utils/round.ts', 'export const c = 1')
    for (const [file, text] of Object.entries(sound)) write(file, text)
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('leave a sound tree alone', async () => {
    rmSync(join(folder, 'rules/utils'), { recursive: true })
    assert.deepEqual([...(await forbiddenIn(folder))], [])
  })

  it('refuse every planted fault by its own rule', async () => {
    for (const [file, text] of Object.values(planted).flat()) write(file, text)
    const found = await forbiddenIn(folder)
    const expected = Object.entries(planted).map(([rule, files]) => files.map(([file]) => `${rule}: ${file}`))
    assert.deepEqual(
      expected.filter((ways) => !ways.some((way) => found.has(way))),
      [],
    )
    const eachFile = expected.flat().filter((way) => !found.has(way))
    // a circle is reported once, from one of its files
    assert.deepEqual(
      eachFile.filter((way) => !way.startsWith('no-cycles')),
      [],
    )
  })

  it('have a planted fault for each rule', async () => {
    const { forbidden = [] } = await rules()
    assert.deepEqual(forbidden.map(({ name }) => name).toSorted(), Object.keys(planted).toSorted())
  })
})
