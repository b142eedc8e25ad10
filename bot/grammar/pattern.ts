/** Words that many rules share; `{name}` in a pattern stands for one of them. */
const SHARED: Readonly<Record<string, string>> = {
  self: '(?:我们家|我屋里|我家里|我们户|我们|我家|我|俺们家|俺家|俺们|俺|额们|额家|额|咱家|咱们|咱|阿拉屋里|阿拉|偶|本人|自己|自家|我屋头|俺屋里|我户|吾屋里|吾家|吾|侬屋里)',
  much: '(?:多少|几多|好多|几|多儿|好几多|啥子多|多|咋个多)',
  points: '(?:积分|分数|分值|分儿|分)',
  that: '(?:的|那条|这条|那个|这个|那笔|这笔|那份|那件|报的|申报|的申报|那条申报|这次|那次|家的|家那条|家这条|的那条|的那个|的这条)',
  what: '(?:啥|什么|哪些|哪样)',
  how: '(?:咋|怎么|怎样|如何|怎)',
  why: '(?:为啥|为什么|凭啥|凭什么|咋|怎么|因为啥|因为什么|因啥|啥原因|做啥|干嘛)',
  asks: '(?:让|叫|喊|请|托|委托|拜托)',
  all: '(?:全部都|全部|全都|全|都|一起都|一起|一并|一律|一齐)',
  other: '(?:其他|别的|旁的|剩的)',
  pass: '(?:同意(?!书)|通过(?!率)|过(?![期年节来去夜冬桥河路户敏完头分份时关秤磅场界瘾目])|批(?![发次量评])|批准|准(?![备时话]))',
  office: '(?:镇政府|镇里|镇上|乡政府|乡里|乡上|街道|县里|县上|上面|上头|上级)',
  cash: '(?:折现|提现|取现|变现|套现|(?:换|折|兑|变|转|抵|折算|折换|换算)成?(?:现金|钱|现)|当(?:现金|钱)(?:用|使|花)?|领现金|发现金)',
  end: '(?:了|吧|啊|呀|嘛|的|哈|咯|啦|呗|喽|哇)*',
  please: '(?:帮我|帮忙|给我|帮|给|请|替我|我要|我想|想|要|让我|来|再)?',
  look: '(?:瞄一下|瞄一眼|瞄下|瞧一下|瞅一下|睇一下|睇下|睇睇|睇|查一哈|查哈|看一哈|看哈|问哈|问一哈|瞅一眼|查一下|查下|查查|查询|查看|看一下|看下|看看|看一看|问一下|问下|问问|瞧瞧|瞅瞅|查|看|问|报一下|报下|报一声|晓得)',
}

const SHORT: Readonly<Record<string, string>> = { ' ': '[ ,.。、:;!]{0,3}', _: '[ ,.。、:;!]', '~': '.{0,14}?' }

/**
 * Compiles a rule's pattern over a masked line: `{name}` is a shared word group, a space is up to three spaces or light
 * punctuation marks, `_` is exactly one,
 * and `~` is up to 14 characters of anything, so that no pattern looks far and every rule stays linear.
 */
export function pattern(source: string): RegExp {
  const filled = source.replace(/\{([a-z]+)\}/g, (whole, name: string) => SHARED[name] ?? whole)
  return new RegExp(
    filled.replace(/\[[^\]]*\]|[ _~]/g, (found) => SHORT[found] ?? found),
    'u',
  )
}
