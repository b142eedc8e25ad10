import type { LocalDate } from '../../models/dates.ts'
import type { MeetingFigures, RecordKind } from '../../models/record.ts'
import type { Law } from '../../rules/law.ts'
import type { Judgement } from '../../rules/people/meeting.ts'
import { dayText, excerpt } from '../format.ts'

/** Kinds of record as the village speaks of them. */
export const recordName = {
  recognition: '参加认可',
  'panel-election': '选评议监督小组',
  appraisal: '三讲一评',
  sharing: '积分分享会',
  practice: '开关做法的决议',
  scheme: '积分办法的决议',
  vote: '表决',
  meeting: '会议',
} as const satisfies Record<RecordKind, string>

const people = (label: string, count: number | null): readonly string[] => (count === null ? [] : [`${label}${String(count)}人`])
const votes = (label: string, count: number | null): readonly string[] => (count === null ? [] : [`${label}${String(count)}票`])

/** 「应到21人、实到15人、同意8票」. */
export const figuresText = ({ expected, present, inFavour, against, abstained }: MeetingFigures): string =>
  [
    ...people('应到', expected),
    ...people('实到', present),
    ...votes('同意', inFavour),
    ...votes('反对', against),
    ...votes('弃权', abstained),
  ].join('、')

function verdict({ quorum, quorate, votes: needed, passed }: Judgement): string {
  const there = quorum === null ? '' : `法定要到${String(quorum)}人`
  if (quorate === false) return `${there}，人数不够，这次会议决定不了任何事，请再开一次。`
  const agreed = needed === null ? '' : `要${String(needed)}票`
  const decided = passed === true ? '，通过' : '，没有通过'
  const result = passed === null ? '' : decided
  return `${[there, agreed].filter((part) => part !== '').join('，')}${result}。`
}

/** The law's version is printed wherever its numbers are used. */
const lawText = ({ title, caution }: Law): string =>
  `按《${title.replace(/（.*$/u, '')}》${title.match(/（(.*)）$/u)?.[1] ?? ''}。${caution}。`

/** Receipt of a meeting that had to be held against the law. */
export function meetingRecorded(
  about: { readonly kind: RecordKind; readonly body: string; readonly day: LocalDate; readonly figures: MeetingFigures },
  judged: Judgement,
  law: Law,
): string {
  return [
    `已记：${dayText(about.day)}${about.body}（${recordName[about.kind]}），${figuresText(about.figures)}。`,
    verdict(judged),
    lawText(law),
  ].join('\n')
}

/** Receipt of a meeting that only noted something. */
export const meetingNoted = (kind: RecordKind, unit: string | null, day: LocalDate, figures: MeetingFigures): string => {
  const there = figuresText(figures)
  return `已记：${dayText(day)}${unit ?? ''}${recordName[kind]}${there === '' ? '' : `，${there}`}。看记录发“看会议记录”。`
}

/** What a resolution must name. */
export const figuresMissing =
  '会议要记清人数和票数：应到几人、实到几人、同意几票。比如“代表会应到21人实到15人，13人同意，认可李长顺家参加积分”。'

/** Which body met? */
export const bodyMissing = '是哪个会？请写明村民代表会议、村民会议或小组会议，再发一次。'

/** The scheme names another body for this. */
export const otherBody = (names: readonly string[]): string => `办法写的是由${names.join('或')}认可，这次会议不算，请改开再记。`

/** Whom has the meeting recognised or chosen? */
export const whoMissing = '会上说的是谁？请把全名或户号写进去再发一遍，比如“代表会应到21人实到15人，13人同意，认可李长顺家参加积分”。'

/** Tells a household that it takes part from now on. */
export const recognised = (body: string): string => `${body}已认可您家参加积分，现在就可以报。比如“报 扫路 2小时”。`

/** More members present, or votes, than there can be. */
export const figuresImpossible = '人数对不上：实到不能比应到多，票数不能比实到多。请核对后再发一次。'

/** Only cadres keep the village's records. */
export const cadresRecord = '会议记录由支书或会计来记。'

/** The newest records, one to a line. */
export const recordList = (
  rows: readonly {
    readonly day: LocalDate
    readonly kind: RecordKind
    readonly figures: MeetingFigures
    readonly valid: boolean
    readonly what: string
  }[],
): string =>
  rows.length === 0
    ? '还没有会议记录。'
    : rows
        .map(({ day, kind, valid, what }) => `${dayText(day)} ${recordName[kind]}${valid ? '' : '（不算数）'}：${excerpt(what, 30)}`)
        .join('\n')
