import type { NotTakingPart } from '../../rules/people/participation.ts'
import type { StandingKind } from '../../models/participation.ts'

/** Where a household is from, as the village says it. */
export const standingName = { resident: '常住户', visitor: '外村户' } as const satisfies Record<StandingKind, string>

/** Tells somebody of the household why it earns nothing now, and what to do; a phase is told without its kind (XY-1). */
export const notYet = {
  left: '您家已经退出积分，以前的分都留着。想回来发“重新参加积分”。',
  'not-recognised': '您家是外来户，要村民会议或村民代表会议认可以后才能记分。请跟村干部说，会上认可了就能报。',
  'later-phase': '积分是分批开始的，还没轮到您家，轮到了就能报。好事我们记得。',
} as const satisfies Record<NotTakingPart, string>

/** The same for anybody else: why is the household's own business. */
export const notThem = '这一户现在不能记分，请让这户的人私聊问我。'

/** Taking part is each household's own wish: one that never spoke to the bot is asked before it is given points (MIN-7). */
export const askWhetherWanted = '这户还没有人绑定过，审前问一声愿不愿意参加。'

/** The household is out and comes back by a word. */
export const backAgain = '欢迎回来，您家从现在起又可以报积分，以前的分都在。'

/** Tells the family that the head has left for the household. */
export const householdLeft = '户主替您家退出了积分，以前的分都留着。要接着参加，发“重新参加积分”。'

/** Nothing to come back from. */
export const takingPart = '您家一直在参加，直接报就行。比如“报 扫路 2小时”。'

/** The one who speaks for the household is the head. */
export const headDecides = '要户主来说这句话，请让户主发“重新参加积分”。'

/** A household from elsewhere stands in the register and waits for the assembly. */
export const enrolled = (number: number, name: string, kind: string, unit: string): string =>
  `已登记${String(number)}号户：${name}，${unit}，${kind}。要村民会议或村民代表会议认可后才能记分，认可了发“代表会应到…实到…同意…，认可${name}家参加积分”。`

/** A household of the register is one from elsewhere. */
export const marked = (name: string, kind: string): string => `已把${name}家记作${kind}，会议认可以后才能记分。`

/** What the registration of a household must name. */
export const enrolHow = '写上组和姓名，比如“登记常住户 2组 韦小明”“登记外村户 3组 杨帆”。'

/** Sensitive matters of a household are for private chat. */
export const privateOnly = '这类事不在群里说，请私聊我。'

/** What the category of a household must name. */
export const categoryHow = '写上户主和类别，比如“户类别 赵福贵 一般户”。只有会计能写，谁都看不到。'

/** Kept, without a word of what. */
export const categoryKept = '已记下。只用来排哪一批开始，不公开、不导出。'

/** The scheme has no phases, so nobody needs to know. */
export const categoryNeedless = '现在的办法不分批，用不着记类别，没有存。'

/** Only the bookkeeper keeps them. */
export const bookkeeperOnly = '这件事由会计私聊来办。'
