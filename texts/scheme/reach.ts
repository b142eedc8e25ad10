import type { Reach } from '../../rules/outlook/reach.ts'

/** Head of the table. */
export const reachHead = (percent: number): string => `各种户一年够得着的分（做得到的都做，低于中位数${String(percent)}%的提醒）：`

/** One kind of household: its points, how many the roster shows, and what would help. */
export function reachLine({ profile, points, wanting, low }: Reach, households: number | null): string {
  const seen = households === null ? '按模型算' : `花名册里像这样的${String(households)}户`
  const warning = low ? `提醒：太少，可加：${(wanting.length > 0 ? wanting : profile.helps).join('、') || '这类户做得到的项目'}` : '够得着'
  return `${profile.title}\t${String(points)}分\t${seen}\t${warning}`
}
