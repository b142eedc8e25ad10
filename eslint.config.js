import tseslint from 'typescript-eslint'

const clockAndChance = [
  { object: 'Date', property: 'now', message: 'The village has its own clock: take `now` as a parameter.' },
  { object: 'Math', property: 'random', message: 'Take randomness as a parameter.' },
  { object: 'performance', property: 'now', message: 'Take the clock as a parameter.' },
]

const environment = [{ object: 'process', property: 'env', message: 'Settings are read once, in main.ts.' }]

const readsClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The village has its own clock: take `now` as a parameter.',
}

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one word per thing, the same everywhere.',
}

/** Every export says in a doc comment what it means to the village. */
const sayWhatItMeans = {
  create: (context) => ({
    'Program > ExportNamedDeclaration[declaration]'(node) {
      const before = context.sourceCode.getCommentsBefore(node).at(-1)
      if (before?.type === 'Block' && before.value.startsWith('*')) return
      context.report({ node, message: 'Say in one doc sentence what this export means to the village.' })
    },
  }),
}

/** What holds in every TypeScript file, whatever its place. */
const house = {
  'house/say-what-it-means': 'error',
  'no-console': 'error',
  'no-nested-ternary': 'error',
  'no-restricted-properties': ['error', ...clockAndChance, ...environment],
  'no-restricted-syntax': ['error', readsClock, defaultExport],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  eqeqeq: 'error',
  'no-constant-binary-expression': 'error',
  'no-control-regex': 'off',
  'no-debugger': 'error',
  'no-else-return': 'error',
  'no-param-reassign': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unreachable-loop': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // code points are what names like 𠮷 are counted in
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  // TypeORM declares its option bags as classes
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // ports are plain objects of functions; nothing here has a `this` to lose
  '@typescript-eslint/unbound-method': 'off',
  // an async function that awaits nothing still turns a throw into a rejection
  '@typescript-eslint/require-await': 'off',
}

const named = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']))

const everywhere = named(['URL', 'URLSearchParams', 'AbortController', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'console', 'fetch'])
const node = named(['process', 'Buffer', 'setImmediate'])
const browser = named([
  'window',
  'document',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'matchMedia',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'setInterval',
  'clearInterval',
  'EventSource',
  'FileReader',
  'Blob',
  'File',
  'FormData',
  'Image',
  'Event',
  'CustomEvent',
  'KeyboardEvent',
  'MouseEvent',
  'PointerEvent',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLButtonElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'HTMLDialogElement',
  'DocumentFragment',
  'IntersectionObserver',
  'ResizeObserver',
  'MutationObserver',
  'AbortSignal',
  'Response',
  'Headers',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'btoa',
  'atob',
  'confirm',
  'alert',
  'structuredClone',
  'getComputedStyle',
  'performance',
  'customElements',
])

const plainScript = {
  'no-undef': 'error',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  '@typescript-eslint/no-unused-vars': 'off',
  'no-nested-ternary': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
}

export default tseslint.config(
  { ignores: ['node_modules/', 'data/', 'coverage/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'say-what-it-means': sayWhatItMeans } } },
    rules: house,
  },
  {
    files: ['main.ts'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', defaultExport] },
  },
  // TypeORM's own command line starts here, without the composition root, and wants the DataSource as the default export
  {
    files: ['ormconfig.ts'],
    rules: { 'no-restricted-properties': ['error', ...clockAndChance], 'no-restricted-syntax': ['error', readsClock] },
  },
  // generated data
  { files: ['bot/grammar/**/*-table.ts'], rules: { 'max-lines': 'off' } },
  // the base class's signatures demand it
  { files: ['bot/puppets/**/*.ts'], rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'house/say-what-it-means': 'off',
      // a test may start a process with an environment, measure how long something took, and print a table
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ignores: ['web/**/page/**'],
    extends: [tseslint.configs.base],
    languageOptions: { globals: { ...everywhere, ...node } },
    rules: plainScript,
  },
  {
    files: ['web/**/page/**/*.js'],
    extends: [tseslint.configs.base],
    languageOptions: { sourceType: 'module', globals: { ...everywhere, ...browser } },
    rules: { ...plainScript, 'no-console': 'error' },
  },
)
