import type { PeopleReader } from './people.ts'

/** Family names, common ones and those of the southern villages; only trusted where the line itself says that a name follows. */
const FAMILY =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳段富巫乌焦巴谷车侯班秋伊宁仇栾甘武符刘景詹束龙叶黎白蒲赖卓蔺屠蒙池乔阴胥苍闻党翟谭劳姬申冉桑桂牛寿边燕冀尚农温庄晏柴瞿阎慕连习艾鱼容向古易廖终步耿满匡国文寇广东欧沃利师巩聂晁勾敖融冷訾辛阚那简饶曾沙丰关荆游权盖益粟覃闭阳肖涂佘佟付代'
const DOUBLE = '欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|东方'
const AFTER_NAME =
  '$|[ ,.。、:;!?]|[家他她在把帮替今昨前上大这那刚早晚清扫捡拾打修送照陪参捐献巡护种栽植搬拉拖救劝调做出义看带教给整收倒挖铲值开听学考评获得和跟与及同的也都还又去到报申登记加\\d两一二三半造乱天总老常又偷私违]'
const NAME = new RegExp(
  `(?:(?:${DOUBLE})[一-龥]{1,2}?|[${FAMILY}][一-龥]{2}|[${FAMILY}][一-龥]|阿[一-龥]|[一-龥]{1,2}(?:叔|婶|伯|嫂|爷|婆|姨))(?=${AFTER_NAME})`,
  'uy',
)
/** words after which somebody's name stands, whoever it is */
const ON_BEHALF =
  /^(?:我要|我想|我来|要|请)?(?:代报|帮报|替报|代为申报|代申报|代为上报|推荐|评荐|举荐|表扬|点赞|夸夸|夸|举报|检举)(?:一?下|个)?(?:我们组的?|咱们组的?|我们村的?|咱村的?|隔壁的?|邻居)?[ ,.。、:]{0,3}/u
const ASKED_FOR = /(?:帮|替|给|代|为)(?:我们组的?|隔壁的?|邻居)?/gu
const CLAIM = /^(?:家|他|她|屋里)?(?:的)?(?:申?报|登记|加个?分|加点分|加[\d一两二三四五六七八九十]|记个?分|记一|记上)/u
const NO_NAME =
  /^(?:我|俺|咱|他|她|你|您|大家|他们|她们|别人|人家|自己|全家|家里|大伙|成立|属实|同意|通过|应该|应当|安全|同学|谢谢|何必|时候|路上|马上|全部|文明|高兴|时间|明明|确实|真的|可以)/u
/** 除了覃丽那条，其他都过: who is left out may be somebody whom the register does not know */
const LEFT_OUT = /^(?:除了|除开|除去|除掉|刨开|撇开|不算) ?/u
/** 石玉梅捐了一千, 我来替她报: who stands first is asked for in the end */
const FOR_THEM = /(?:帮|替|给|代)(?:他|她)(?:们|俩)?(?:家)?(?:申?报|登记|记|加)/u
/** 待审的全部同意，就覃丽的不算 */
const LEFT_OUT_LAST =
  /(?:过|通过|批|批准|同意|准)(?:了|吧)?[ ,、](?:就|只|但)?(?=[一-龥]{2,3}(?:家)?(?:那条|那个|的)?(?:先|暂)?(?:不批|不过|不通过|不同意|不动|不算|除外|放着|缓))/u
/** 杨帆那个同意: the owner of a report that is decided on */
const OWNED = /^[一-龥]{2,3}(?:那条|那个|这条|这个|的)(?:申报)?(?:我)?(?:同意|通过|驳回|不通过|不同意|打回|改|先放)/u
/** a name that is asked for stands near the head of its line */
const REACH = 60

/** The readable names of a line with those of people whom the register does not know, where the line says that a name follows: 代报 刘德华. */
export function withAnnounced(people: PeopleReader, text: string): PeopleReader {
  const found = announcedNames(people, text)
  if (found.size === 0) return people
  return (line, at) => {
    const name = line === text ? found.get(at) : undefined
    return name === undefined ? people(line, at) : { kind: 'person', name, length: name.length + (line[at + name.length] === '家' ? 1 : 0) }
  }
}

/** 杨帆家有几分: whose points are asked for */
const COUNTED = /^[一-龥]{2,3}家?(?:现在|一共|总共|还|有|剩|的)*(?:多少|几多|好多|几|多儿)(?:积)?分/u
/** 杨帆和郑小军一起: a stranger to the register beside somebody else, who ask to be recorded */
const TOGETHER = /^[一-龥]{2,3}(?:和|跟|与|、)[一-龥]{2,4}.{0,30}(?:我来报|代报|帮.{1,3}报|一起报|记上|登记)/u
const FIRST = [FOR_THEM, OWNED, COUNTED, TOGETHER]

function announcedNames(people: PeopleReader, text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const head = ON_BEHALF.exec(text) ?? LEFT_OUT.exec(text)
  if (head) collect(people, text, head[0].length, found)
  const last = LEFT_OUT_LAST.exec(text)
  if (last) collect(people, text, last.index + last[0].length, found)
  const first = people(text, 0) === null && FIRST.some((test) => test.test(text.slice(0, REACH))) ? nameAt(text, 0) : null
  if (first !== null) found.set(0, first)
  for (const asked of text.slice(0, REACH).matchAll(ASKED_FOR)) {
    const at = asked.index + asked[0].length
    if (people(text, at)) continue
    const name = nameAt(text, at)
    if (name !== null && CLAIM.test(text.slice(at + name.length))) found.set(at, name)
  }
  return found
}

/** 代报 王秀英、刘德华 和 陈家旺: one name after another */
function collect(people: PeopleReader, text: string, from: number, found: Map<number, string>): void {
  let at = from
  // behind a name and a space comes the deed: 代报 马玉芬 平安巡逻
  let named = true
  for (let turn = 0; turn < 8; turn += 1) {
    const known = people(text, at)
    const name = known || !named ? null : nameAt(text, at)
    if (!known && name === null) return
    if (name !== null) found.set(at, name)
    at += known?.length ?? name?.length ?? 0
    if (text[at] === '家') at += 1
    const more = /^ ?(?:[、,和跟与及同]|(?= ))/u.exec(text.slice(at))
    if (!more) return
    named = more[0].trim() !== ''
    at += more[0].length
    while (text[at] === ' ') at += 1
  }
}

function nameAt(text: string, at: number): string | null {
  if (NO_NAME.test(text.slice(at, at + 3))) return null
  NAME.lastIndex = at
  return NAME.exec(text)?.[0] ?? null
}
