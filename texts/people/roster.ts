import type { RoomKind } from '../../models/village.ts'

/** What a village calls its rooms. */
export const roomTitles = { villagers: '村民群', panel: '评议群', cadres: '干部群' } as const satisfies Record<RoomKind, string>

/** What the operator says in a room to tie it to the village. */
export const tieSaying = (kind: RoomKind, code: string): string => `开通 ${roomTitles[kind]} ${code}`

/** What the first bookkeeper or operator says privately to be known to the bot. */
export const claimSaying = (name: string, code: string): string => `认领 ${name} ${code}`

/** The room belongs to the village now. */
export const roomTied = (village: string, kind: RoomKind): string =>
  kind === 'villagers'
    ? `已开通：${village}村民群。\n发“绑定 几组 姓名”让我认识您，发“帮助”看用法。`
    : `已开通：${village}${roomTitles[kind]}。发“帮助”看用法。`

/** Somebody said a code that is not good; how to get another. */
export const wrongCode = '口令不对，或者用过、过期了。机器人的电脑上重新启动后会显示新口令，7天内有效。'

/** The first bookkeeper is known now; what is kept and how to leave (PIPL 17). */
export const claimed = (name: string, village: string): string =>
  [
    `${name}，认领好了，您是${village}的管理人员。发“帮助”看用法。`,
    '本机器人只存姓名、组别、微信、申报和照片，由会计保管，留到您要求删除为止；公示默认只写“几组一户”。',
    '想退出随时发“我要退出积分”，不问理由。',
  ].join('\n')

/** A personal code was said in a room, where others read it. */
export const claimInRoom = '认领要私下对我说。这个口令大家都看见了，已作废；请重新启动机器人取新口令。'

/** A room's code was said in a private chat. */
export const tieInRoom = '请把我拉进群，在群里说这句话。'
