/** Somebody of a household and how the roster says they are related to its head; the head's own word is `head`. */
export interface Relation {
  readonly person: string
  readonly relation: string
}

/** What `relation` is for the head of the household. */
export const head = '户主'

const son = '儿子 子 长子 次子 三子 四子 独生子 养子 继子'.split(' ')
const daughter = '女儿 女 长女 次女 三女 四女 独生女 养女 继女'.split(' ')
const wife = ['妻子', '妻']
const husband = ['丈夫', '夫']
const spouse = [...wife, ...husband, '配偶', '爱人']
const father = ['父亲', '父', '养父', '继父']
const mother = ['母亲', '母', '养母', '继母']
const sonsSon = ['孙子', '孙', '外孙', '外孙子']
const sonsDaughter = ['孙女', '外孙女']
const sonsWife = ['儿媳', '媳妇', '儿媳妇']
const daughtersHusband = ['女婿']

type Kin = Readonly<Record<string, readonly string[]>>

const children: Kin = { 儿子: son, 女儿: daughter, 孙子: sonsSon, 孙女: sonsDaughter, 儿媳: sonsWife, 女婿: daughtersHusband }

/** Whom a head means by a word for a relative, as relations to the head. */
const ofHead: Kin = {
  ...children,
  妻子: spouse,
  丈夫: spouse,
  爱人: spouse,
  父亲: father,
  母亲: mother,
  岳父: ['岳父'],
  岳母: ['岳母'],
  公公: ['公公'],
  婆婆: ['婆婆'],
  爷爷: ['爷爷', '祖父'],
  奶奶: ['奶奶', '祖母'],
  外公: ['外公', '外祖父', '姥爷'],
  外婆: ['外婆', '外祖母', '姥姥'],
  哥哥: ['哥哥', '哥', '兄', '兄弟'],
  弟弟: ['弟弟', '弟', '兄弟'],
  姐姐: ['姐姐', '姐', '姐妹'],
  妹妹: ['妹妹', '妹', '姐妹'],
}

const ofSpouse: Kin = {
  ...children,
  妻子: [head],
  丈夫: [head],
  爱人: [head],
  公公: father,
  岳父: father,
  婆婆: mother,
  岳母: mother,
  父亲: ['岳父', '公公'],
  母亲: ['岳母', '婆婆'],
}

const grandchildren: Kin = { 儿子: sonsSon, 女儿: sonsDaughter }
const siblings: Kin = { 哥哥: son, 弟弟: son, 姐姐: daughter, 妹妹: daughter, 爷爷: father, 奶奶: mother }
const ofSon: Kin = { ...grandchildren, ...siblings, 妻子: sonsWife, 爱人: sonsWife }
const ofDaughter: Kin = { ...grandchildren, ...siblings, 丈夫: daughtersHusband, 爱人: daughtersHusband }
const ofSonsWife: Kin = { ...grandchildren, 丈夫: son, 爱人: son }
const ofDaughtersHusband: Kin = { ...grandchildren, 妻子: daughter, 爱人: daughter }
const ofParent: Kin = { 孙子: son, 孙女: daughter, 老伴: [...father, ...mother] }

const meant: readonly (readonly [readonly string[], Kin])[] = [
  [[head], ofHead],
  [spouse, ofSpouse],
  [son, ofSon],
  [daughter, ofDaughter],
  [sonsWife, ofSonsWife],
  [daughtersHusband, ofDaughtersHusband],
  [[...father, ...mother], ofParent],
]

/** 父亲 and 母亲 of a child of the household, as relations to the head; a head and a spouse are told apart by 妻 or 夫 only. */
function parentsIn(relations: readonly Relation[]): { readonly father: readonly string[]; readonly mother: readonly string[] } {
  if (relations.some(({ relation }) => wife.includes(relation))) return { father: [head], mother: wife }
  if (relations.some(({ relation }) => husband.includes(relation))) return { father: husband, mother: [head] }
  return { father: [], mother: [] }
}

/** the words by which somebody calls the parents of the household's children: their own, or a husband's or wife's */
const parentWords: Kin = {
  父亲: [...son, ...daughter],
  母亲: [...son, ...daughter],
  公公: sonsWife,
  婆婆: sonsWife,
  岳父: daughtersHusband,
  岳母: daughtersHusband,
}

/** True for a word by which people speak of a relative, in the form the parser gives it. */
export const isRelative = (word: string): boolean => Object.hasOwn(ofHead, word)

/**
 * Whom somebody of a household means by 母亲, 儿子, 爱人 …: the one member that the relations to the head single out; null when they
 * single out nobody, or several. `relations` hold the head too. A guess would put points to the wrong person. Pure.
 */
export function relativeOf(speaker: string, word: string, relations: readonly Relation[]): string | null {
  const own = relations.find(({ person }) => person === speaker)?.relation
  if (own === undefined) return null
  const parents = parentWords[word]?.includes(own) ? parentsIn(relations) : null
  const isFather = word === '父亲' || word === '公公' || word === '岳父'
  const [, kin] = meant.find(([relation]) => relation.includes(own)) ?? []
  const wanted = parents ? parents[isFather ? 'father' : 'mother'] : (kin?.[word] ?? [])
  const found = relations.filter(({ person, relation }) => person !== speaker && wanted.includes(relation))
  return found.length === 1 ? (found[0]?.person ?? null) : null
}
