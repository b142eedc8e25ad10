import type { VocabularyPerson } from '../../../models/vocabulary.ts'
import { compileLexicon } from '../lexicon.ts'

/** Somebody named in a line. `register` = a name or by-name of the register; `surname` = only 老李家, 李家: has to be asked back. */
export interface PersonSpan {
  readonly kind: 'person' | 'surname' | 'relative'
  readonly name: string
  readonly length: number
}

/** Reads who is named at a place of a folded line. */
export type PeopleReader = (text: string, at: number) => PersonSpan | null

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗郝毕安常傅康余顾孟黄穆萧姚邵汪毛戴宋庞熊项祝董梁杜蓝季贾江郭梅林钟徐邱骆高夏蔡田胡凌霍万卢莫丁邓龚程邢陆段侯武刘龙叶黎白蒲向易廖曾欧莫蒙岑甘盘涂佘屈柯詹饶聂阮温卓冉覃阳谭尹石崔吉'
const FAMILY = new Set(SURNAMES)
const TITLES =
  '支书|书记|主任|会计|村长|组长|队长|阿婆|阿公|阿姨|阿伯|大爷|大娘|大妈|大伯|大叔|大嫂|大姐|大哥|婶子|婶婶|婶|嫂子|嫂|婆(?!婆)|叔|伯|爷爷|奶奶|老爷子|老汉|老师|医生|师傅|奶|爷|哥|姐|娃|家媳妇|家老大|家小子|家'
const OLD = new RegExp(
  `(?:老|小)([${SURNAMES}])(?!百姓|三届|师|板|天|年|人|孩|心|时|学|卖|区|组|满|雪|暑|寒)(?:他|她)?(家|家里|屋里)?`,
  'y',
)
const TITLED = new RegExp(`([${SURNAMES}])(${TITLES})(?:他|她)?(家|屋里)?`, 'y')
const GROUPED = /^(?:他家|她家|他屋里|她屋里|屋里头|屋里|家里|一家|家)(?!长|庭|务|具|电|乡|门|畜|属)/

const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  母亲: [
    '老娘',
    '俺娘',
    '我娘',
    '老妈',
    '妈妈',
    '母亲',
    '我妈',
    '俺妈',
    '咱妈',
    '俺家娘',
    '阿妈',
    '老母亲',
    '老妈子',
    '娘老子',
    '姆妈',
    '我姆妈',
    '老母',
  ],
  父亲: [
    '老爹',
    '我爹',
    '俺爹',
    '老爸',
    '爸爸',
    '父亲',
    '我爸',
    '俺爸',
    '咱爸',
    '老汉儿',
    '家里老汉',
    '我老汉',
    '我家老汉',
    '老汉',
    '阿爸',
    '爷老倌',
    '老豆',
    '老父亲',
    '老爷子',
    '我爸爸',
  ],
  妻子: [
    '老婆',
    '媳妇儿',
    '媳妇',
    '堂客',
    '婆娘',
    '妻子',
    '屋里的',
    '俺家那口子',
    '我家那口子',
    '我屋里那口子',
    '屋里那口子',
    '孩他娘',
    '孩子他妈',
    '娃他妈',
    '娃他娘',
    '娃儿他妈',
  ],
  丈夫: [
    '老公',
    '我家老头子',
    '我老头子',
    '老头子',
    '我老头',
    '我家老头',
    '我男人',
    '当家的',
    '丈夫',
    '男人家',
    '娃他爸',
    '娃他爹',
    '娃儿他爸',
    '孩他爹',
    '孩子他爸',
    '男将',
  ],
  儿子: [
    '儿子',
    '大儿子',
    '小儿子',
    '二儿子',
    '我儿子',
    '小子',
    '崽崽',
    '我崽',
    '屋里崽',
    '我家崽',
    '俺崽',
    '俺儿',
    '我儿',
    '男娃',
    '仔仔',
    '老大',
    '老二',
    '老幺',
    '幺儿',
  ],
  女儿: ['女儿', '大女儿', '小女儿', '二女儿', '闺女', '妹崽', '妮儿', '妮子', '丫头', '女娃', '囡囡', '幺女'],
  爷爷: ['爷爷', '阿公', '我爷', '俺爷'],
  奶奶: ['我奶奶', '我奶', '俺奶', '奶奶'],
  公公: ['公公'],
  婆婆: ['婆婆', '家婆'],
  外婆: ['外婆', '姥姥'],
  外公: ['外公', '姥爷'],
  岳父: ['岳父', '老丈人', '丈人'],
  岳母: ['岳母', '丈母娘'],
  爱人: ['爱人'],
  老伴: ['老伴儿', '老伴'],
  儿媳: ['儿媳妇', '儿媳', '新妇'],
  女婿: ['女婿'],
  哥哥: ['我哥', '俺哥', '哥哥', '大哥'],
  弟弟: ['我弟', '俺弟', '弟弟', '老弟'],
  姐姐: ['我姐', '俺姐', '姐姐'],
  妹妹: ['我妹', '俺妹', '妹妹'],
  嫂子: ['我嫂子', '俺嫂子'],
  孙子: ['孙子', '孙伢子', '孙娃子', '孙娃', '孙伢', '孙崽', '孙儿', '乖孙', '小孙子', '大孙子'],
  孙女: ['孙女', '孙妹', '小孙女'],
  外孙: ['外孙'],
  外孙女: ['外孙女'],
  叔叔: ['我叔', '俺叔', '叔叔', '二叔', '三叔', '大叔'],
  伯伯: ['我伯', '伯伯', '大伯'],
  舅舅: ['舅舅', '我舅'],
  姑姑: ['姑姑', '我姑'],
}

/** Compiles the register's names and by-names, and the words for relatives. */
export function compilePeople(people: readonly VocabularyPerson[]): PeopleReader {
  const names = people.flatMap((person) => [person.name, ...person.called])
  const given = people.filter(({ name }) => name.length === 3 && !name.startsWith('黄阿')).map(({ name }) => name.slice(1))
  const register = compileLexicon([...names.map((name) => [name, 'full'] as const), ...given.map((name) => [name, 'given'] as const)])
  const relatives = compileLexicon(Object.entries(RELATIVES).flatMap(([standard, words]) => words.map((word) => [word, standard] as const)))

  return (text, at) => {
    const known = register.startingAt(text, at)
    if (known) {
      const title = known.value === 'given' ? (new RegExp(`^(?:${TITLES})(?<!家)`).exec(text.slice(at + known.word.length))?.[0] ?? '') : ''
      const titled =
        known.value === 'full'
          ? (/^(?:大叔|大婶|叔|婶子|婶|大哥|大姐|哥|姐|嫂|伯|奶奶|爷爷)(?!姐|哥)/.exec(text.slice(at + known.word.length))?.[0] ?? '')
          : title
      const length = known.word.length + titled.length
      const home = GROUPED.exec(text.slice(at + length))?.[0] ?? ''
      const byName = known.word.startsWith('老') && home.startsWith('家')
      return {
        kind: 'person',
        name: byName ? `${known.word}家` : known.word + (known.value === 'given' ? titled : ''),
        length: length + home.length,
      }
    }
    const relative = relatives.startingAt(text, at)
    // 我屋里的水沟: of the house, not its mistress
    if (relative?.word === '屋里的' && !/^(?:[今昨前去在也把和跟一她说]|$)/.test(text.slice(at + 3))) return null
    if (relative && !/^(?:大[叔伯哥]|老[大二]|叔叔|大娘)/.test(relative.word))
      return { kind: 'relative', name: relative.value, length: relative.word.length }
    const char = text[at] ?? ''
    OLD.lastIndex = at
    const old = char === '老' || char === '小' ? OLD.exec(text) : null
    if (old)
      return {
        kind: old[2] === undefined ? 'person' : 'surname',
        name: old[2] === undefined ? old[0] : `${old[0].slice(0, 2)}家`,
        length: old[0].length,
      }
    TITLED.lastIndex = at
    const titled =
      !FAMILY.has(char) || (/[张李王老大小国人自全各户公]/.test(text[at - 1] ?? '') && text[at] !== '黄') ? null : TITLED.exec(text)
    if (titled)
      return {
        kind: titled[2] === '家' ? 'surname' : 'person',
        name: titled[0].replace(/(?:他|她)?(?:屋里)$/u, ''),
        length: titled[0].length,
      }
    return relative ? { kind: 'relative', name: relative.value, length: relative.word.length } : null
  }
}
