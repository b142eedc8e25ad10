const tests = '^tests/'
const outside = '^(node_modules/|[^./]+$)'
const transports = '^node_modules/(wechaty|wechaty-.*|file-box|@wecom/.*)/'
const database = '^node_modules/(typeorm|sqlite3|pg)/'
const web = '^node_modules/(express|helmet)/'
const clockwork = '^node_modules/node-cron/'

/** A layer may import itself and what stands inside of it, and nothing else of ours. */
const layer = (name, path, allowed, why) => ({
  name,
  severity: 'error',
  comment: why,
  from: { path, pathNot: tests },
  to: { path: '^(models|rules|texts|handlers|jobs|bot|web|cli|tests)/|^(main|ormconfig)\\.ts$', pathNot: [path, ...allowed] },
})

/** A package that only one part of the program may know. */
const confined = (name, packages, places, why) => ({
  name,
  severity: 'error',
  comment: why,
  from: { pathNot: [tests, ...places] },
  to: { path: packages },
})

const nouns = '^models/(?!db/)'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    layer('models-know-nothing', nouns, [], 'The nouns of the village are pure: they import each other only.'),
    layer('tables-know-the-nouns', '^models/db/', [nouns], 'The database implements the stores of models/ and knows nothing else.'),
    layer('rules-know-models', '^rules/', [nouns], "The village's agreement is pure: models only."),
    layer('texts-know-rules', '^texts/', [nouns, '^rules/'], 'Texts say what models and rules hold; they decide nothing.'),
    layer(
      'handlers-know-no-channel',
      '^handlers/',
      [nouns, '^rules/', '^texts/'],
      'Handlers decide and return lines; they touch only ctx.stores.',
    ),
    layer('jobs-know-no-channel', '^jobs/', [nouns, '^rules/', '^texts/'], 'Jobs decide and return lines, like handlers.'),
    layer('grammar-is-pure', '^bot/grammar/', [nouns, '^rules/'], 'The grammar reads a line with the vocabulary it is given.'),
    layer(
      'bot-knows-handlers',
      '^bot/(?!grammar/)',
      [nouns, '^rules/', '^texts/', '^handlers/', '^bot/'],
      'Ears and mouth: no jobs, no web, no tables.',
    ),
    layer('web-takes-types', '^web/', [nouns, '^rules/', '^texts/'], 'The web gets what it needs from main.ts through types.'),
    layer(
      'cli-is-loaded-by-main',
      '^cli/',
      ['^models/', '^rules/', '^texts/', '^handlers/', '^jobs/', '^bot/', '^web/', '^ormconfig\\.ts$'],
      'Subcommands compose; nobody imports main.ts, nor the tests.',
    ),
    layer('ormconfig-knows-tables', '^ormconfig\\.ts$', ['^models/'], "TypeORM's own command line needs the tables only."),
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      comment: 'Nothing that runs in a village may need the tests.',
      from: { pathNot: tests },
      to: { path: tests },
    },
    confined(
      'typeorm-in-models-db',
      database,
      ['^models/db/', '^ormconfig\\.ts$'],
      'The exit route from a database is models/db and ormconfig.ts.',
    ),
    confined(
      'wechaty-in-its-adapter',
      transports,
      ['^bot/wechaty[^/]*\\.ts$', '^bot/puppets/', '^cli/bench'],
      'Wechaty ends at its adapter; the bench measures it bare.',
    ),
    confined('express-in-web', web, ['^web/'], 'HTTP is a matter of web/.'),
    confined('node-cron-in-scheduler', clockwork, ['^jobs/scheduler\\.ts$'], 'Only the scheduler ticks.'),
    {
      name: 'pure-core-stays-light',
      severity: 'error',
      comment: 'models without db, rules, texts and bot/grammar load without Wechaty, TypeORM or Express, by whatever way.',
      from: { path: `${nouns}|^rules/|^texts/|^bot/grammar/`, pathNot: tests },
      to: { path: [transports, database, web, clockwork], reachable: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or lack a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'Import a thing from the file that defines it.',
      from: { pathNot: outside },
      to: { dependencyTypes: ['export'] },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      comment: 'A name that says nothing (utils, helpers, common, services) collects what nobody placed.',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|services?)(/|\\.)', pathNot: '^node_modules/' },
    },
    {
      name: 'no-drawers-imported-by-nobody',
      severity: 'error',
      comment: 'The same for a file that nothing imports yet.',
      from: { path: '(^|/)(utils?|helpers?|common|services?)(/|\\.)', pathNot: '^node_modules/', orphan: true },
      to: {},
    },
    {
      name: 'no-missing-files',
      severity: 'error',
      comment: 'What is imported exists.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-packages-in-the-product',
      severity: 'error',
      comment: '`npm ci --omit=dev` must give a village that runs.',
      from: { pathNot: [tests, '^eslint\\.config\\.js$', '^cli/bench'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'A package that is used is named in package.json with its exact version; file-box must be the very one that wechaty has.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/file-box/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(coverage|data|docs|\\.git)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    parser: 'tsc',
  },
}
