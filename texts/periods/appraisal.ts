import type { AppraisalRow } from '../../rules/people/appraisal.ts'

/** The practice is off, with the reason against it. */
export const appraisalOff = (reason: string): string => `本村没有打开干部积分作考核建议：${reason}。要开，先开会决议，写进办法。`

/** Appraisals are for the cadres' room. */
export const appraisalRoom = '干部评议请在干部群或私聊里发。'

/** Whose marks, and which? */
export const appraisalWhich = (who: string, donations: boolean): string =>
  `${who}的评议：回“村主任 定补 出勤95 业务90 任务92 满意88${donations ? ' 公益80' : ''}”（每项0到100；不是定补就不写“定补”）。`

/** The marks were not read. */
export const appraisalUnclear = (donations: boolean): string =>
  `没看全：要有职务和出勤、业务、任务、满意${donations ? '、公益五项' : '四项'}，每项0到100，再发一次“干部评议 姓名”。`

/** Receipt. */
export const appraisalEntered = (who: string, year: string): string => `记下了${who}${year}年的评议。都记完发“干部评议”出建议表。`

/** Nothing was entered. */
export const appraisalEmpty = (year: string): string => `${year}年还没有人的评议，先发“干部评议 姓名”逐个记。`

/** The marks in a line: post, whether paid by subsidy, and each mark; 公益 is read only where it counts. Null when one is missing. */
export function marksIn(words: string, donations: boolean) {
  const mark = (name: string): number | null => {
    const [, said] = new RegExp(`${name}[^\\d]{0,4}(\\d{1,3})`, 'u').exec(words) ?? []
    return said === undefined || Number(said) > 100 ? null : Number(said)
  }
  const post = words.trim().split(/\s+/u)[0] ?? ''
  const [attendance, competence, tasks, satisfaction] = ['出勤', '业务', '任务', '满意'].map(mark)
  if (post === '' || /\d/u.test(post)) return null
  const donation = donations ? mark('公益') : null
  if (attendance === null || competence === null || tasks === null || satisfaction === null) return null
  if (donations && donation === null) return null
  return {
    post,
    subsidised: words.includes('定补'),
    attendance: attendance ?? null,
    competence: competence ?? null,
    tasks: tasks ?? null,
    satisfaction: satisfaction ?? null,
    donation,
  }
}

const remarks = {
  'yellow-card': '黄牌建议（定补干部末位）',
  'negative-and-last': '建议提醒（负分且末位）',
  'first-two-years': '建议表扬（连续两年第一）',
} as const

function rowText(row: AppraisalRow & { readonly who: string }, donations: boolean): string {
  const { place, who, post, attendance, competence, tasks, satisfaction, donation, total, remark } = row
  const marks = [attendance, competence, tasks, satisfaction, ...(donations ? [donation] : [])].map((mark) => String(mark ?? 0))
  return [String(place), who, post, ...marks, String(total), ...(remark === null ? [] : [remarks[remark]])].join(' ')
}

/** 建议表 for the appraisal meeting, printed as a proposal: it changes no candidacy, office or pay. */
export const appraisalSheet = (year: string, rows: readonly (AppraisalRow & { readonly who: string })[], donations: boolean): string =>
  [
    `${year}年干部评议建议表（建议，供评议会参考）`,
    `名次 姓名 职务 出勤 业务 任务 满意 ${donations ? '公益 ' : ''}合计 建议`,
    ...rows.map((row) => rowText(row, donations)),
    '本表只作评议会记录的参考，不涉及候选、任免和报酬（村民委员会组织法）；由评议会讨论后签字存档。',
  ].join('\n')
