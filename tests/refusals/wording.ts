import ts from 'typescript'

/** Any words: what a text is given, or takes from elsewhere. */
const ANYTHING = '.*'

const literally = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

function joined(list: ts.ArrayLiteralExpression, separator: ts.Expression | undefined): string {
  const between = separator ? wordingOf(separator) : ','
  return list.elements.map((one) => (ts.isSpreadElement(one) ? ANYTHING : wordingOf(one))).join(between)
}

/** A branch without words of its own is another text's, or would be met by anything. */
const eitherOf = (yes: string, no: string): string => {
  const worded = [yes, no].filter((one) => one !== ANYTHING)
  return worded.length === 0 ? ANYTHING : `(?:${worded.join('|')})`
}

/** The words of an expression of a text, as the source of a pattern. */
function wordingOf(node: ts.Expression): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return literally(node.text)
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return wordingOf(node.expression)
  if (ts.isConditionalExpression(node)) return eitherOf(wordingOf(node.whenTrue), wordingOf(node.whenFalse))
  if (ts.isTemplateExpression(node)) {
    return literally(node.head.text) + node.templateSpans.map((span) => wordingOf(span.expression) + literally(span.literal.text)).join('')
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return ANYTHING
  const { expression: list, name } = node.expression
  return name.text === 'join' && ts.isArrayLiteralExpression(list) ? joined(list, node.arguments[0]) : ANYTHING
}

function returned(body: ts.Block): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(wordingOf(node.expression))
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}

/** The wordings of one text: several when it returns from several places. */
function wordingsOf(node: ts.Expression): readonly string[] {
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? returned(node.body) : [wordingOf(node.body)]
  return [wordingOf(node)]
}

const bare = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? bare(node.expression) : node

/** A text of texts/: under which name the handlers know it, and a pattern of all that it can say. */
export interface Text {
  readonly name: string
  readonly pattern: RegExp
  /** the words that are its own, whatever it is given */
  readonly own: string
}

function textOf(name: string, wordings: readonly string[]): Text {
  const source = wordings.join('|')
  const own = source.replaceAll(ANYTHING, '').replaceAll(/[^\p{Script=Han}]/gu, '')
  return { name, pattern: new RegExp(`^(?:${source})$`, 'u'), own }
}

/** Every exported text of a file of texts/; the members of a table of texts are texts of their own. */
export function textsIn(source: ts.SourceFile): ReadonlyMap<string, readonly Text[]> {
  const texts = new Map<string, readonly Text[]>()
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name && statement.body) {
      texts.set(statement.name.text, [textOf(statement.name.text, returned(statement.body))])
    }
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !initializer) continue
      const value = bare(initializer)
      texts.set(name.text, ts.isObjectLiteralExpression(value) ? membersOf(name.text, value) : [textOf(name.text, wordingsOf(value))])
    }
  }
  return texts
}

function membersOf(name: string, table: ts.ObjectLiteralExpression): readonly Text[] {
  return table.properties.flatMap((member) =>
    ts.isPropertyAssignment(member) && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))
      ? [textOf(`${name}.${member.name.text}`, wordingsOf(member.initializer))]
      : [],
  )
}
