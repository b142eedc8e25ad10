import { setTimeout as wait } from 'node:timers/promises'

/** Says line number `index` of a speaker and resolves when it has been answered; null = nothing is answered. */
export type Say = (speaker: string, text: string, id: string) => Promise<void>

/** The twenty of the training village who are bound and have a phone. */
export const people = [
  '陈国栋',
  '罗秀珍',
  '周大山',
  '陈玉莲',
  '谢开元',
  '孙建国',
  '吴翠花',
  '刘春梅',
  '覃丽',
  '王秀英',
  '赵福贵',
  '张桂兰2',
  '马玉芬',
  '冯铁柱',
  '冯小兵',
  '李长顺',
  '何金水',
  '张桂兰4',
  '郑小军',
  '罗满仔',
] as const

const speakerOf = (index: number): string => people[index % people.length] ?? people[0]

const chatter = [
  '今天天气真好',
  '谁家的鸡跑出来了',
  '晚上来打牌不',
  '好的',
  '收到',
  '明天赶集，要带东西的说一声',
  '[强]',
  '孩子放学了没',
  '水来了',
]
const commands = ['查分', '报 扫路 30分钟', '排名', '建议 捡烟头一斤给两分', '明细']

/** Every tenth line is for the bot, the others are a village's talk. */
const lineOf = (index: number): string =>
  index % 10 === 0 ? (commands[(index / 10) % commands.length] ?? '') : (chatter[index % chatter.length] ?? '')

/** Messages per second, one after another or `inFlight` at a time by different speakers. */
export async function speed(say: Say, text: string, inFlight: number, count: number): Promise<number> {
  let index = 0
  const started = performance.now()
  const talk = async () => {
    while (index < count) {
      index += 1
      await say(speakerOf(index), text, `speed-${text}-${String(inFlight)}-${String(index)}`)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, talk))
  return count / ((performance.now() - started) / 1000)
}

/** What a process is asked to measure: `speed`, or resident memory after `memory` messages; printed as one line of JSON. */
export async function measure(what: string, say: Say): Promise<void> {
  if (what === 'memory') {
    for (let index = 0; index < 10_000; index += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, place) => say(speakerOf(index + place), lineOf(index + place), `talk-${String(index + place)}`)),
      )
    }
    await wait(500)
    process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 })}\n`)
    return
  }
  // the first lines pay for compilation
  await speed(say, '查分', 20, 200)
  const rates: Record<string, number> = {}
  for (const text of ['查分', '建议 捡烟头一斤给两分']) {
    rates[`${text} ×1`] = await speed(say, text, 1, 500)
    rates[`${text} ×20`] = await speed(say, text, 20, 1_000)
  }
  process.stdout.write(`${JSON.stringify(rates)}\n`)
}
