import { periodText } from '../format.ts'

/** How many names of one honour a room reads before the rest is only counted. */
const shownInRoom = 80

/** How many names one heading of a list reads. */
const shownOfPart = 10

/** The two ways to benefit from a band (JY-7). */
export const bandTitles = { above: '高于本档', within: '本档前列' } as const

/** Somebody honoured, as a room reads it. */
export interface HonouredView {
  readonly who: string
  readonly place: number
  readonly points: number
  readonly title: string
}

/** Names in order; households that may not be named are told together: 「2组一户（3户）」. */
function names(rows: readonly HonouredView[], most: number): string {
  const shown = rows.slice(0, most)
  const counted = new Map<string, number>()
  for (const { who } of shown) counted.set(who, (counted.get(who) ?? 0) + 1)
  const said = [...counted].map(([who, count]) => (count === 1 ? who : `${who}（${String(count)}户）`)).join('、')
  return rows.length > shown.length ? `${said}等${String(rows.length)}户` : said
}

/** One heading of 善行义举榜 or 红榜: the first places with their points; who shares one stands beside it. */
const topLine = (part: string, rows: readonly HonouredView[]): string => {
  const places = [...new Set(rows.map(({ place }) => place))]
  const said = places.map((place) => {
    const own = rows.filter((row) => row.place === place)
    return `${String(place)} ${names(own, shownOfPart)} ${String(own[0]?.points ?? 0)}分`
  })
  return `${part === '' ? '' : `${part}：`}${said.join('　')}`
}

/** 榜 of the first places, of the village or by heading; headings in which nobody earned anything are left out. */
export const topList = (
  period: string,
  title: string,
  parts: readonly { readonly name: string; readonly rows: readonly HonouredView[] }[],
): string =>
  [
    `${periodText(period)}${title}：`,
    ...parts.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => topLine(name, rows)),
    '谢谢各家。看自家的发“查分”。',
  ].join('\n')

/** 前百分之几: how many of how many, the names, and how a tie at the cut was settled. */
export const shareList = (
  period: string,
  title: string,
  share: { readonly percent: number; readonly whole: number; readonly most: number; readonly of: 'households' | 'evaluated' },
  rows: readonly HonouredView[],
  cut: { readonly points: number; readonly outside: number } | null,
): string =>
  [
    `${periodText(period)}${title}：${share.of === 'households' ? '全村' : '参评'}${String(share.whole)}户，前${String(share.percent)}%最多${String(share.most)}户，评出${String(rows.length)}户。`,
    names(rows, shownInRoom),
    ...(cut === null
      ? []
      : [`${String(cut.points)}分的有${String(cut.outside)}户没有排进去：分数一样，名额不够时户号小的在前（办法里写明）。`]),
  ].join('\n')

/** 星级榜: who reached which level, the highest first. */
export function starList(period: string, title: string, levels: readonly string[], rows: readonly HonouredView[]): string {
  const lines = levels.toReversed().flatMap((level) => {
    const own = rows.filter((row) => row.title === level)
    return own.length === 0 ? [] : [`${level}：${names(own, shownInRoom)}`]
  })
  return [`${periodText(period)}${title}（按本期新得的分，结转的不算）：`, ...lines].join('\n')
}

/** 档次 (JY-7): the line, how many benefit and how, and from when a higher line counts. */
export const bandNotice = (
  period: string,
  title: string,
  band: {
    readonly line: number
    readonly width: number
    readonly next: number
    readonly above: number
    readonly within: number
    readonly participants: number
  },
): string =>
  [
    `${periodText(period)}${title}：起档线${String(band.line)}分，参与${String(band.participants)}户。`,
    `高于${String(band.line + band.width - 1)}分的${String(band.above)}户都享受，本档（${String(band.line)}—${String(band.line + band.width - 1)}分）前列的${String(band.within)}户享受。自家的发“查分”。`,
    band.next > band.line
      ? `够得上更高一档的户已达比例，下季度起档线升到${String(band.next)}分，提前一季告诉大家。`
      : `下季度起档线还是${String(band.line)}分。`,
  ].join('\n')

/** 建议等次 in the cadres' room: only counts, and that it decides nothing. */
export const gradeCounts = (period: string, title: string, counts: readonly { readonly title: string; readonly count: number }[]): string =>
  [
    `${periodText(period)}${title}：${counts.map((one) => `${one.title}${String(one.count)}人`).join('，')}。`,
    '这是给支部大会的建议，由支部评议决定；名单已私信支书，本人各自收到自己的。',
  ].join('\n')

/** The list of proposed grades to the secretary, in private, with the tasks that follow a low one. */
export const gradeList = (
  period: string,
  title: string,
  rows: readonly { readonly who: string; readonly points: number; readonly title: string; readonly why: string }[],
  lowest: string,
): string =>
  [
    `${periodText(period)}${title}（仅供支部大会）：`,
    ...rows.map(({ who, points, title: grade, why }) => `${who} ${String(points)}分 ${grade}${why === '' ? '' : `（${why}）`}`),
    `${lowest}的请安排：诫勉谈话、结对帮扶、限时整改。组织处理不在积分里，由支部和上级按党章办。`,
  ].join('\n')

/** Why a grade is what it is, when it is not the points alone. */
export const gradeWhy = { badRecord: '有不良记录', months: (months: number) => `按${String(months)}个月折算` } as const

/** One's own proposed grade, in private. */
export const gradeForYou = (period: string, title: string, points: number, grade: string, why: string): string =>
  `您${periodText(period)}红账${String(points)}分，${title}：${grade}${why === '' ? '' : `（${why}）`}。这是建议，支部大会评议决定；有不同意见请在会上说，或发“异议 原因”。`

/** 亮账 of a quarter in the party members' room: the first places, and a word of the secretary's to come. */
export const openAccounts = (period: string, book: string, rows: readonly HonouredView[], members: number): string =>
  [
    `${periodText(period)}${book}亮账：${String(members)}位党员有记录。`,
    ...(rows.length === 0 ? ['这一季还没有人加分。'] : [topLine('', rows)]),
    '各人自己的分已私信本人。请支书点评（发“点评”）。',
  ].join('\n')

/** One's own page at the quarter's 亮账, in private. */
export const ownAccount = (period: string, book: string, points: number): string =>
  `您${periodText(period)}${book}：${String(points)}分。看每一笔发“明细”。`

/** What shall the secretary's comment be? */
export const whatComment = '请写一句点评，我发在干部群里。'

/** The secretary's comment on the 亮账, as the party members' room reads it. */
export const comment = (period: string, book: string, words: string): string => `${periodText(period)}${book}亮账 支书点评：${words}`

/** There is no 亮账 to comment on. */
export const nothingToComment = '本村办法里没有党员积分，或还没有亮账，不用点评。'

/** The words kept with the case of an award that an honour brings (JZ-5). */
export const awardWords = (period: string, title: string, part: string, place: number): string =>
  `${periodText(period)}${title}${part === '' ? '' : ` ${part}`} 第${String(place)}名`

/** Card to the panel: the calendar has opened cases, and reviewers decide on them one by one. */
export const awardCard = (period: string, title: string, points: number, cases: readonly string[]): string =>
  [
    `${periodText(period)}${title}奖励，每户${String(points)}分，待评议员定：`,
    ...cases.slice(0, shownOfPart * 2),
    ...(cases.length > shownOfPart * 2 ? [`共${String(cases.length)}件，发“待审”看全部。`] : []),
    '回“编号通过”或“编号驳回 理由”，也可“全部通过”；通过后公示，没有异议才入账。',
  ].join('\n')

/** Private line to the cadres: households that earned little, each to be given a helper; the room never reads it (JY-6). */
export const helpWanted = (period: string, households: readonly string[]): string =>
  [
    `${periodText(period)}得分少、想请人帮一把的户（只发给您，不公开）：${households.join('、')}。`,
    '请给每户定一位帮助人，发“帮扶 户主 帮助人”。',
  ].join('\n')

/** Who is to be helped, and who helps? */
export const helpHow = '写上户主和帮助人，比如“帮扶 何金水 李长顺”。'

/** Nobody helps their own household by this. */
export const helpOwn = '帮助人要是另一户的，请换一位。'

/** Receipt to the cadre. */
export const helperNamed = (household: string, helper: string): string => `已请${helper}帮${household}，只告诉了他们两家。`

/** To the helper, in private. */
export const youHelp = (household: string): string => `村里请您帮一帮${household}：有什么难处、能做哪些积分的事，您多问问。这事不公开。`

/** To the household, in private. */
export const youAreHelped = (helper: string): string => `村里请了${helper}做您家的帮助人，积分的事、家里的难处都可以找他。这事不公开。`

/** 查分: an honour of one's own. */
export const honourLine = (name: string, period: string, place: number, title: string): string =>
  `${periodText(period)}${name}${name === title ? `第${String(place)}名` : `：${title}`}`

/** 查分: who helps the household. */
export const helpLine = (helper: string): string => `帮助人${helper}`
