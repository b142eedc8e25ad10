interface Speech {
  readonly standard: string
  /** words of the villages for it, the longer ones first where one begins another */
  readonly words: string
  /** what may not stand before or behind them */
  readonly notAfter?: RegExp
  readonly notBefore?: RegExp
}

/** How villages say the small words on which every rule leans: asking, oneself, no, all, all but. */
const SPEECH: readonly Speech[] = [
  { standard: '为啥', words: '点解 为何 因何 为乜 为咩 为甚 做么子要 搞么子要 为嘛 凭嘛 咋为啥 因为啥子 因为么子' },
  {
    standard: '啥',
    words: '么子 啥子 啥个 乜嘢 乜野 咩嘢 什么子 么事 么哩 嘛玩意 哪样子 哪样 什哩',
    notAfter: /[怎什这那多要]$/u,
    notBefore: /^法/u,
  },
  {
    standard: '咋',
    words: '咋个 咋子 啷个 啷子 郎个 囊个 哪么 怎个 点样 咋地 咋么 么样 哪们 拿门',
    notAfter: /那$/u,
    notBefore: /^(?:样|说法)/u,
  },
  { standard: '咋样', words: '咋个样 啷个样 么样了 点样了' },
  { standard: '多少', words: '几多 好多少 几好多 几化 几许 好多个' },
  { standard: '一下', words: '一哈子 一哈儿 一哈 一下下 一下子 一哈哈' },
  {
    standard: '下',
    words: '哈',
    notBefore: /^[哈密]/u,
    notAfter: /(?:^|[^查看问报记帮晒列说讲试发算搞瞧瞅写补催审批改登导打教念读点喊弄来接等放收核换])$/u,
  },
  { standard: '家里', words: '屋里头 屋里厢 屋企 屋里 屋头', notBefore: /^(?:的(?=[今昨前去在也把和跟一她说]|$)|屋)/u },
  { standard: '我', words: '俺 额 吾', notAfter: /[金限差数余名总配全]$/u, notBefore: /^[外头度定角满]/u },
  { standard: '我们', words: '我伲 阿拉 伲', notBefore: /^(?:伯|丁)/u },
  { standard: '我家', words: '我屋 俺屋 咱屋 吾屋', notBefore: /^[里头后前檐企顶]/u },
  { standard: '还有', words: '仲有' },
  { standard: '还剩', words: '仲剩 还余' },
  { standard: '吗', words: '伐', notAfter: /[^有好到过要是来去对行得了门分票饭钱]$/u, notBefore: /^[一-龥]/u },
  { standard: '你', words: '恁 侬' },
  { standard: '他', words: '佢' },
  { standard: '没得', words: '莫得 冇得 冒得 毛得 么有 冇有' },
  { standard: '没', words: '冇 木有' },
  { standard: '全部', words: '通通 统统 全数 一概 尽数' },
  { standard: '了', words: '咧', notBefore: /^[嘴开着]/u },
  {
    standard: '去',
    words: '克',
    notBefore: /^[服扣拉里隆制难己勤]/u,
    notAfter: /[\d千毫休攻马坦巧扑布夹皮一二两三四五六七八九十百半几]$/u,
  },
  { standard: '现在', words: '而今 如今 眼下 现如今 而家 这阵子 目下' },
  { standard: '现金', words: '现钱 现钞 钞票 票子 真钱 人民币' },
  { standard: '除了', words: '除开 除脱 除掉 除却 刨开 刨去 刨除 抛开 撇开 撇去 除去', notAfter: /[一-龥]$/u },
  { standard: '其他', words: '其余 其它 余下 剩余 剩下 另外', notBefore: /^(?:多少|几|好多|积分|分|的(?:积分|分)|S)/u },
]

interface Entry {
  readonly word: string
  readonly row: Speech
}

const byFirst = ((): ReadonlyMap<string, readonly Entry[]> => {
  const map = new Map<string, Entry[]>()
  for (const row of SPEECH)
    for (const word of row.words.split(' ')) map.set(word[0] ?? '', [...(map.get(word[0] ?? '') ?? []), { word, row }])
  for (const entries of map.values()) entries.sort((a, b) => b.word.length - a.word.length)
  return map
})()

/** The standard word for what is said at a place of a line, and how long it was said; null when nothing of the kind stands there. */
export function dialectAt(text: string, at: number): { readonly standard: string; readonly length: number } | null {
  const entries = byFirst.get(text[at] ?? '')
  const found = entries?.find(
    ({ word, row }) =>
      text.startsWith(word, at) &&
      row.notBefore?.test(text.slice(at + word.length, at + word.length + 4)) !== true &&
      row.notAfter?.test(text.slice(Math.max(0, at - 2), at)) !== true,
  )
  return found ? { standard: found.row.standard, length: found.word.length } : null
}
