import type { Life } from './life.ts'
import type { Scene } from './reporting.ts'

const questions: readonly (readonly [string, RegExp])[] = [
  ['查分', /已入账\d+分，公示中\d+分/u],
  ['我家多少分', /已入账/u],
  ['查份', /已入账/u],
  ['@积分管家 我家现在多少分了', /已入账/u],
  ['明细', /明细/u],
  ['明细 12月', /12月明细/u],
  ['排名', /积分榜/u],
  ['这个月排名', /积分榜/u],
  ['排名 2组', /积分榜/u],
  ['我家排第几', /名|还没有入账/u],
  ['帮助', /您可以这样说/u],
  ['扫一次路给几分', /扫路/u],
  ['啥事能加分', /分/u],
  ['积分能折现金不', /现金|换/u],
  ['导出我的资料', /您的资料/u],
  ['@积分管家 嗯嗯那个啥', /没听明白/u],
]

const ask: Scene = async (life) => {
  const [text, answer] = life.pick(questions)
  const speaker = life.villager()
  await life.ask(speaker.id, text, answer, life.chance(0.25) ? { to: 'bot' } : {})
  return true
}

const askWhere: Scene = async (life) => {
  const reports = [...life.books.reports.values()].filter(({ reporter }) => life.person(reporter).roles.length === 0)
  if (reports.length === 0) return false
  const { number, reporter } = life.pick(reports)
  await life.ask(reporter, life.pick([`${String(number)}号审到哪一步了`, `进度 ${String(number)}`]), new RegExp(`#${String(number)}`, 'u'))
  return true
}

const suggest: Scene = async (life) => {
  const number = String(life.books.takeNumber())
  if (life.chance(0.5)) {
    await life.ask(life.villager().id, '建议 捡烟头一斤给两分', new RegExp(`建议已记下（#${number}）`, 'u'))
    return true
  }
  await life.refused(life.villager().id, '举报 有人往河里倒垃圾', new RegExp(`线索已记下（#${number}）`, 'u'))
  return true
}

const noBottom: Scene = async (life) => {
  await life.refused(life.villager().id, life.pick(['排名 倒数', '谁倒数第一']), /不排倒数/u)
  return true
}

/** somebody whom nobody has bound: silence, and one line on binding when the bot is called by name */
const stranger: Scene = async (life) => {
  if (life.notes.has('bound')) return false
  await life.talk('杨帆', '报 扫路 2小时')
  await life.refused('杨帆', '@积分管家 查分', /绑定/u)
  return true
}

/** a picture of nothing in particular, and a villager's yes under somebody's receipt */
const besides: Scene = async (life) => {
  if (life.chance(0.5)) {
    const busy = new Set(life.books.inState('pending', 'returned').flatMap(({ doer, reporter }) => [doer, reporter]))
    const speaker = life.villager([...busy])
    await life.talk(speaker.id, '', { image: await life.picture() })
    return true
  }
  const lines = await life.village.port.messages('村民群', null)
  const receipt = lines.findLast(({ from, text }) => from === 'bot' && text.startsWith('已收到#'))
  if (!receipt) return false
  await life.talk(life.villager().id, life.pick(['同意', '👍', '厉害']), { quote: receipt.id })
  return true
}

/** What people want to know, and what is not for the bot though it looks so. */
export const askingScenes: readonly (readonly [number, Scene])[] = [
  [12, ask],
  [4, askWhere],
  [2, suggest],
  [1, noBottom],
  [1, stranger],
  [4, besides],
]

const quietDays = [8, 11] as const

/** What happens once, on a day of its own, counted from 0. */
export const onceOnDay: Readonly<Record<number, (life: Life) => Promise<void>>> = {
  2: async (life) => {
    const number = life.books.takeNumber()
    life.notes.set('mended', number)
    await life.ask('周大山', '给马玉芬扣2分 往河里倒了两桶垃圾', /已私信您/u, { to: '评议群' })
  },
  3: async (life) => {
    const number = life.books.takeNumber()
    life.notes.set('deduction', number)
    await life.ask('周大山', '给赵福贵扣2分 门口路上堆柴三天占道停车', /整改通知书已私下送到/u, { to: 'bot' })
  },
  5: async (life) => {
    const shy = life.people.find(({ id }) => id === '何金水')
    if (!shy) return
    await life.ask(shy.id, '我的名字不要公开', /只写“4组一户”/u, { to: 'bot' })
    life.listen()
    life.unnamed.add(shy.name)
  },
  6: async (life) => {
    await life.ask('马玉芬', '整改好了，来复查吧', /已转给评议员/u, { to: 'bot' })
    await life.ask('陈玉莲', `${String(life.notes.get('mended') ?? 0)}不行 改好了`, /不扣了/u, { to: 'bot' })
  },
  [quietDays[0]]: async (life) => {
    await life.ask('罗秀珍', '农忙安静', /只发公示和您问的/u, { to: '干部群' })
  },
  9: async (life) => {
    await life.ask('罗秀珍', '催审', /提醒|等审/u, { to: '干部群' })
  },
  [quietDays[1]]: async (life) => {
    await life.ask('罗秀珍', '恢复', /恢复正常播报/u, { to: '干部群' })
  },
  12: async (life) => {
    const number = life.books.takeNumber()
    await life.ask('杨帆', '绑定 5组 黄阿婆', /公示时能写您的姓名吗/u, { to: 'bot' })
    await life.ask('杨帆', '1', new RegExp(`绑定申请#${String(number)}`, 'u'), { to: 'bot' })
    await life.ask('罗秀珍', '同意', /已确认/u, { to: '评议群', quote: life.card(number) })
    life.notes.set('bound', number)
  },
  14: async (life) => {
    await life.ask('罗秀珍', '发公示', /积分公示/u, { to: '干部群' })
  },
  18: async (life) => {
    const number = String(life.notes.get('deduction') ?? 0)
    await life.refused('周大山', `${number}同意`, /另一户的评议员/u, { to: '评议群' })
    await life.ask('谢开元', `${number}同意`, /已定/u, { to: 'bot' })
    const household = life.person('赵福贵').household ?? 0
    life.books.decided(`household-${String(household)}`, 2, life.now)
  },
}
