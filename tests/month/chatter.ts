import { readCorpus } from '../corpus/score.ts'

/** Talk among villagers that the corpora do not have. */
const more = [
  '今早雾好大，路上慢点开',
  '谁家有多的红薯苗匀点给我',
  '卖豆腐的来了没',
  '我家小子考上驾照了，科目三一把过',
  '超市积分满一千送鸡蛋，都去看看',
  '孙女说学校要评小红花，加两分',
  '晚上老地方打牌，三缺一',
  '听说隔壁村扫路都给钱',
  '明天赶集，哪个去镇上带我一段',
  '我那件蓝棉袄丢哪去了，看到的说一声',
  '[强][强][强]',
  '哈哈哈笑死',
  '哪个的车挡在晒场口子上了',
  '医保交了没，月底截止',
  '今年橘子一块五都没人要',
  '要是有人把桥头扫一扫就好了',
  '下礼拜我准备去清河道',
  '大家出门记得锁好门',
  '那年修水库，我一天挑八十担',
  '@所有人 明天停水',
  '好的收到',
  '辛苦辛苦',
  '三组的都到齐了没',
  '酒席定在初八，都来啊',
  '1',
  '行',
  '可以',
  '同意',
  '没意见',
  '不行不行，太贵了',
  '谁通过了那个考试',
  '快递到村部了，来拿',
  '我排第三个，前面还有两个',
  '他家分了两亩地',
]

/** What villagers, and what reviewers and cadres say to each other in the villagers' room. */
export interface Chatter {
  readonly villagers: readonly string[]
  readonly officials: readonly string[]
}

/** The chatter of all corpora and more, none of which is for the bot. */
export async function chatterOfVillage(): Promise<Chatter> {
  const lines = [...(await readCorpus('given.tsv')), ...(await readCorpus('messages.tsv')), ...(await readCorpus('more.tsv'))]
  const idle = lines.filter(({ intent, text }) => intent === 'ignore' && !text.includes('积分管家'))
  return {
    villagers: [...idle.filter(({ role }) => role === 'villager').map(({ text }) => text), ...more],
    officials: idle.filter(({ role }) => role !== 'villager').map(({ text }) => text),
  }
}
