import { compileLexicon } from '../lexicon.ts'
import { sounds as table } from './sound-table.ts'

/** Words that sound like a command but mean something else; they are left alone. */
const MEANT = new Set(
  (
    '统过 公式 鸡粉 激愤 公事 共识 攻势 工事 公使 宫室 意义 一一 依依 一亿 异一 统一 同一 痛过 捅过 桶锅 通锅 车会 车回 扯回 明晰 保命 差分 打豹 茶粉 寄粉 家粉 加粉 口粉 工时 公示 拍明 牌名 排明 ' +
    '几分 季分 吉分 极分 级分 既分 机分 纪分 计分 神豹 神宝 深报 对欢 队环 同亿 童艺 铜亿 同翼 通果儿 刨名 抱名 宝名 抱明 帮丁 报明 一易 一意 疑义 已议 医艺 义一 依一 以一 亿亿 意译 易一 一义 以以 一已 亦已'
  ).split(' '),
)

const SLIPS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    家分: '加分',
    佳分: '加分',
    积份: '积分',
    鸡分: '积分',
    机分: '积分',
    记分: '积分',
    几份积分: '几分积分',
    级分: '积分',
    计分: '积分',
    及分: '积分',
    申抱: '申报',
    申暴: '申报',
    深报: '申报',
    兑焕: '兑换',
    对焕: '兑换',
    对换: '兑换',
    队换: '兑换',
    公式: '公示',
    异意: '异议',
    异义: '异议',
    意议: '异议',
    同义: '同意',
    通果: '通过',
    排明: '排名',
    排铭: '排名',
    牌名: '排名',
    查份: '查分',
    扣份: '扣分',
    加份: '加分',
    抱名: '报名',
    报明: '报名',
    撤会: '撤回',
    明系: '明细',
    赞城: '赞成',
    弃全: '弃权',
    带报: '代报',
    待报: '代报',
    工时公示: '公示',
    帮定: '绑定',
    榜定: '绑定',
  }),
)

const NOT_POINTS = /数学|物理|化学|计算|excel|表格|背|套用|公式算|函数/

/** Replaces words that only sound like a word of the village's closed vocabulary by that word. */
export type Listener = (text: string) => string

const charSounds = ((): ReadonlyMap<string, string> => {
  const map = new Map<string, string>()
  for (const line of table.split('\n')) {
    const [sound, chars] = line.split(' ')
    for (const char of chars ?? '') map.set(char, sound ?? '')
  }
  return map
})()

const soundOf = (word: string): string | null => {
  const parts = [...word].map((char) => charSounds.get(char))
  return parts.includes(undefined) ? null : parts.join(' ')
}

/** Compiles the words of the closed vocabulary: the given command words, and items, goods and names of three characters and more. */
export function compileListener(commands: readonly string[], longer: readonly string[]): Listener {
  const words = [...commands, ...longer.filter((word) => word.length >= 3)]
  // 全部通过 sounds like 不通过: a no is never heard where none was typed
  const heardAs = words.filter((word) => !/[不没别莫]/.test(word))
  const known = new Set(words)
  const bySound = new Map<string, string>()
  for (const word of heardAs) {
    const sound = soundOf(word)
    if (sound !== null && !bySound.has(sound)) bySound.set(sound, word)
  }
  const starts = new Set([...bySound.keys()].map((sound) => sound.split(' ')[0]))
  const lengths = [...new Set(heardAs.map((word) => word.length))].sort((a, b) => b - a)
  const slips = compileLexicon(SLIPS)

  return (text) => {
    const syllables = [...text].length === text.length ? Array.from(text, (char) => charSounds.get(char)) : []
    let heard = ''
    let at = 0
    while (at < text.length) {
      const slip = slips.startingAt(text, at)
      if (slip && !meantAsTyped(slip.word, text, at) && !known.has(slip.word)) {
        heard += slip.value
        at += slip.word.length
        continue
      }
      const found =
        !starts.has(syllables[at]) || meantAsTyped(text.slice(at, at + 2), text, at)
          ? null
          : alike(text, at, syllables, lengths, bySound, known)
      heard += found ?? text[at] ?? ''
      at += found?.length ?? 1
    }
    return heard
  }
}

/** a formula, and 我家分家了 */
const meantAsTyped = (word: string, text: string, at: number): boolean =>
  (word === '公式' && NOT_POINTS.test(text)) ||
  (word === '家分' &&
    (/^[家户开出立]/u.test(text.slice(at + 2)) ||
      (/[我俺咱你他]/u.test(text[at - 1] ?? '') && /^[里上能有多比高换兑剩都现够]/u.test(text.slice(at + 2)))))

function alike(
  text: string,
  at: number,
  syllables: readonly (string | undefined)[],
  lengths: readonly number[],
  bySound: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): string | null {
  if (syllables[at] === undefined) return null
  for (const length of lengths) {
    const word = text.slice(at, at + length)
    if (word.length < length) continue
    if (known.has(word)) return word
    const meant = bySound.get(syllables.slice(at, at + length).join(' '))
    // 全不通过 must not become 全部通过: a typed no is never unheard
    if (/[不没别莫未勿冇]/.test(word)) continue
    if (meant !== undefined && !MEANT.has(word) && (length > 2 || sharesCharacter(word, meant))) return meant
  }
  return null
}

/** two syllables are little evidence: one of the two characters has to be right */
const sharesCharacter = (word: string, meant: string): boolean => word[0] === meant[0] || word[1] === meant[1]
