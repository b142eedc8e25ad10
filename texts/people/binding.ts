/** The one line for a stranger who speaks to the bot. */
export const bindHint = '您还没有绑定。发“绑定 2组 您的姓名”，会计确认后就能用。'

/** Consent as the law asks for it (PIPL 17): who, what, how long, how to leave; and whether the name may be public. */
export const consent = (name: string): string =>
  [
    `${name}，绑定后村里用本机器人记您家的积分：只存姓名、组别、微信、申报和照片，由会计保管，留到您要求删除为止。`,
    '不绑定也不影响已有的积分；想退出随时发“我要退出积分”，不问理由。',
    '公示时能写您的姓名吗？1 可以　2 不要（只写“几组一户”）',
  ].join('\n')

/** The request is on its way. */
export const bindingAsked = (number: number): string => `绑定申请#${String(number)}已交给会计确认，好了告诉您。`

/** Card of a binding request to those who can confirm it. */
export const bindingCard = (number: number, nickname: string, unit: string, name: string): string =>
  `绑定#${String(number)} 微信“${nickname}”说是${unit}${name}。\n认得就引用本条回“同意”，不是回“不行”。`

/** The newcomer is in. */
export const bound = (name: string): string => `${name}，绑定好了。发“查分”看积分，发“帮助”看用法。`

/** The newcomer was not recognised. */
export const notBound = '绑定没有确认，请当面找会计核对。'

/** Echo to whoever decided. */
export const bindingDone = (number: number, name: string, yes: boolean): string =>
  `绑定#${String(number)} ${name} ${yes ? '已确认' : '没有确认'}。`

/** Nobody of that name in that group. */
export const noSuchVillager = (group: string, name: string): string =>
  `${group}的名册里没有“${name}”。请写清组别和身份证上的姓名，或找会计登记。`

/** What to type. */
export const bindHow = '请写组别和姓名，比如“绑定 2组 王秀英”。'

/** The speaker is bound already. */
export const alreadyBound = (name: string): string => `您已经绑定为${name}。要换人请找会计。`

/** Only bookkeeper and reviewers confirm. */
export const bindersOnly = '绑定由会计或评议员确认。'

/** Somebody else holds the binding. */
export const takenByAnother = (name: string): string =>
  `${name}已经绑定了别的微信。是您换了号，发“换微信了 绑定 几组 ${name}”，会计当面核对。`
