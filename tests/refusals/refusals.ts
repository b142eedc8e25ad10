import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { textsIn, type Text } from './wording.ts'

const root = join(import.meta.dirname, '..', '..')

/** A no of the bot: the text that says it, and the lines of code that can say it. */
export interface KnownRefusal extends Text {
  /** file of texts/ and name: `review.ts alreadySaid` */
  readonly code: string
  readonly said: readonly string[]
}

/** What the source says about refusals: those that are texts, and the places where something else is refused with. */
export interface Refusals {
  readonly known: readonly KnownRefusal[]
  /** `file: expression` of each no that is no text of texts/ */
  readonly others: readonly string[]
}

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('puppets'))
    .map((file) => join(folder, file))

/** Local name → where it is from: `texts/review/review.ts` and the name there, or null for the whole file. */
type Imports = ReadonlyMap<string, { readonly file: string; readonly name: string | null }>

function importsOf(source: ts.SourceFile): Imports {
  const found = new Map<string, { file: string; name: string | null }>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const file = relative(root, join(root, dirname(source.fileName), statement.moduleSpecifier.text))
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !file.startsWith('texts/')) continue
    if (ts.isNamespaceImport(bindings)) found.set(bindings.name.text, { file, name: null })
    else for (const { name, propertyName } of bindings.elements) found.set(name.text, { file, name: (propertyName ?? name).text })
  }
  return found
}

/** What a no is said with: the arguments of `refuse(…)` and `new Refusal(…)`, what a command refuses with, who came too late. */
function saidIn(source: ts.SourceFile): readonly ts.Expression[] {
  const found: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    const called = ts.isCallExpression(node) || ts.isNewExpression(node) ? node : null
    const by = called && ts.isIdentifier(called.expression) ? called.expression.text : ''
    if ((by === 'refuse' || by === 'Refusal') && called?.arguments?.[0]) found.push(called.arguments[0])
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'refusal') found.push(node.initializer)
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'overtaken') found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The places in texts/ an expression takes its words from; null when it takes them from elsewhere. */
function placesOf(node: ts.Expression, imports: Imports): readonly { readonly file: string; readonly name: string }[] | null {
  if (ts.isParenthesizedExpression(node)) return placesOf(node.expression, imports)
  if (ts.isCallExpression(node) || ts.isElementAccessExpression(node)) return placesOf(node.expression, imports)
  if (ts.isConditionalExpression(node)) {
    const yes = placesOf(node.whenTrue, imports)
    const no = placesOf(node.whenFalse, imports)
    return yes && no && [...yes, ...no]
  }
  const from = imports.get((ts.isPropertyAccessExpression(node) ? node.expression : node).getText())
  if (!from) return null
  const name = from.name ?? (ts.isPropertyAccessExpression(node) ? node.name.text : null)
  return name === null ? null : [{ file: from.file, name }]
}

/** Every no the code can say, read from the code itself: a new one is known as soon as it is written. */
export function refusalsInCode(): Refusals {
  const texts = new Map<string, ReturnType<typeof textsIn>>()
  const known = new Map<string, KnownRefusal>()
  const others: string[] = []
  for (const file of [...filesUnder('handlers'), ...filesUnder('bot')]) {
    const source = parsed(file)
    const imports = importsOf(source)
    for (const node of saidIn(source)) {
      const places = placesOf(node, imports)
      if (!places) others.push(`${file}: ${node.getText()}`)
      for (const { file: from, name } of places ?? []) {
        const there = texts.get(from) ?? textsIn(parsed(from))
        texts.set(from, there)
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
        for (const text of there.get(name) ?? []) {
          const code = `${relative('texts', from)} ${text.name}`
          known.set(code, { ...text, code, said: [...(known.get(code)?.said ?? []), `${file}:${String(line)}`] })
        }
      }
    }
  }
  return { known: [...known.values()], others }
}
