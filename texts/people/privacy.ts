/** What the village keeps about one person, in figures. */
export interface KeptView {
  readonly name: string
  readonly unit: string
  readonly contacts: number
  readonly namePublic: boolean
  readonly reports: number
  readonly household: { readonly booked: number; readonly honour: number } | null
}

/** 我的资料: what is kept about the speaker, how long, and what can be done about it (PIPL 17, 45). */
export const kept = ({ name, unit, contacts, namePublic, reports, household }: KeptView): string =>
  [
    `您的资料：姓名${name}，${unit}，绑定微信${String(contacts)}个，公示时${namePublic ? '写姓名' : '不写姓名'}；您报的和替您报的${String(reports)}件（原话、照片）。`,
    ...(household === null ? [] : [`您家：余额${String(household.booked)}分，累计荣誉${String(household.honour)}分。每一笔发“明细”。`]),
    '姓名、原话和照片留到您要求删除为止，由会计保管；台账只有编号和分数，一直留着。',
    '改：“我的名字不要公开”；退出：“我要退出积分”；删除：“把我的信息删了”。',
  ].join('\n')

/** The name will not be public any more. */
export const nameHidden = (unit: string): string => `好，往后公示只写“${unit}一户”。要改回来发“可以公开我的名字”。`

/** The name may be public. */
export const nameShown = (name: string): string => `好，往后公示写“${name}”。不想公开了发“我的名字不要公开”。`

/** Leaving: asked once, needs no reason (MIN-7). */
export const leaveSure = '退出后这个微信不再绑定您，家里已得的积分都保留。确定退出吗？1 退出　2 不退'

/** The two answers. */
export const leave = '退出'

/** The two answers. */
export const stay = '不退'

/** The contact has left; sent to it after its binding has ended. */
export const left = '已退出，您家的积分都留着。想回来随时发“绑定 几组 姓名”。'

/** Erasing: asked once, with what it does and does not. */
export const eraseSure = '删除后姓名、原话、照片都没了，恢复不了；家里的积分和台账编号保留。确定退出并删除吗？1 删除　2 不删'

/** The two answers. */
export const erase = '删除'

/** The two answers. */
export const keep = '不删'

/** The person is forgotten; sent to the contact after it is done. */
export const erased = '您的姓名、原话和照片已经删除，绑定也解除了。家里的积分保留。'

/** Who holds an office hands it over first. */
export const officeFirst = (office: string): string => `您还是${office}，先请支书或会计免去职务，再退出。`
