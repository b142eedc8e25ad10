/** A member of the room whom a nickname seems to name: 「1组王秀英」, and what the nickname is when it says it otherwise. */
export interface RecognisedView {
  readonly unit: string
  readonly name: string
  readonly nickname: string
}

const rowText = ({ unit, name, nickname }: RecognisedView, index: number): string => {
  const full = `${unit}${name}`
  return `${String(index + 1)} ${full}${nickname === full || nickname === name ? '' : `（“${nickname}”）`}`
}

/** What the nicknames of the villagers' room suggest, for the bookkeeper to confirm in one line; `left` are those who have to bind by themselves. */
export const bindList = (rows: readonly RecognisedView[], left: { readonly unclear: number; readonly more: number }): string =>
  [
    `按群昵称认出${String(rows.length)}人：`,
    rows.map(rowText).join('、'),
    ...(left.unclear === 0 ? [] : [`另有${String(left.unclear)}人认不准，或有职务、是您自家的，请他们各自发“绑定 几组 姓名”。`]),
    ...(left.more === 0 ? [] : [`还有${String(left.more)}人，确认完这一批再发一次“核对群昵称”。`]),
    '昵称谁都能改，不认得的不要点。1 都对　2 先不　有不对的回“除了2、5”。',
  ].join('\n')

/** The answer that takes the whole list. */
export const allRight = '都对'

/** The answer that takes none of it. */
export const notNow = '先不'

/** What the list can leave out. */
export const noSuchRow = (row: number, rows: number): string =>
  `单子上没有第${String(row)}个，只有1到${String(rows)}。什么都没有变，再回一次就行。`

/** The list is confirmed. */
export const bindListDone = (bound: number, left: number): string =>
  `已绑定${String(bound)}人${left === 0 ? '' : `，留下${String(left)}人`}，名字公示先不写，本人说可以才写。绑错了发“解绑姓名”。`

/** To somebody bound by the list: who keeps what for how long, how to leave, and that the name stays hidden (PIPL 14–17). */
export const boundByList = (name: string): string =>
  [
    `会计按群昵称把这个微信绑定为${name}，不是您请马上告诉会计。`,
    '村里用本机器人记积分：只存姓名、组别、微信、申报和照片，由会计保管，留到您要求删除为止。',
    '公示现在不写您的姓名，愿意写发“可以公开我的名字”。不想参加发“我要退出积分”，不问理由。',
  ].join('\n')

/** The list is the bookkeeper's. */
export const bookkeepersList = '按群昵称核对由会计来办。绑自己发“绑定 几组 姓名”。'

/** The list names people, so it is not read in the villagers' room. */
export const listElsewhere = '单子上有姓名，请私下或在评议群发“核对群昵称”。'

/** The messenger does not tell who is in the room. */
export const membersUnknown = '现在取不到村民群的成员。群还没开通就先开通，不然过会儿再发一次。'

/** No nickname names anybody who is not bound. */
export const nobodyRecognised = '没有能按群昵称认出的新人。请大家把群昵称改成“几组 姓名”，或各自发“绑定 几组 姓名”。'
