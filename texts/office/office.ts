import { dayText, excerpt } from '../format.ts'
import type { LocalDate } from '../../models/dates.ts'

/** The village will be quiet. */
export const quietNow = '好，从现在起我只发公示和您问的，别的不主动说。恢复发“恢复”。'

/** It is quiet already. */
export const quietAlready = '已经是安静的了。恢复发“恢复”。'

/** The village hears everything again. */
export const speaksAgain = '好，恢复正常播报。'

/** Neither quiet nor paused. */
export const nothingToResume = '现在没有安静也没有暂停，照常运行。'

/** Card of the wish to pause, to those of whom a second person must agree. */
export const pauseCard = (who: string, reason: string, hours: number): string =>
  `${who}提出暂停积分期限：${excerpt(reason)}。\n要另一户的干部或评议员同意：${String(hours)}小时内发“紧急暂停”就生效。`

/** Card of the wish to go on. */
export const resumeCard = (who: string, hours: number): string =>
  `${who}提出恢复积分期限。\n要另一户的干部或评议员同意：${String(hours)}小时内发“恢复”就生效。`

/** Receipt to the first of the two. */
export const secondNeeded = '记下了，要另一户的干部或评议员也同意才生效，已告诉他们。'

/** Only cadres begin it. */
export const cadresBegin = '暂停和恢复由支书或会计先提，评议员可以做第二个同意的人。'

/** The second person is of another household. */
export const anotherHousehold = '要另一户的人同意才生效，您或您家的人已经提过了。'

/** What the villagers read: a recorded emergency. */
export const pausedForAll = (reason: string): string =>
  `因为${excerpt(reason)}，积分的公示、申诉等期限从现在起都停住，申报照收。恢复后按停的天数顺延。`

/** What the villagers read when it is over. */
export const resumedForAll = (days: number): string =>
  days === 0 ? '积分期限恢复，照常进行。' : `积分期限恢复，停了${String(days)}天，公示、申诉、答复都顺延${String(days)}天。`

/** It is paused already. */
export const pausedAlready = (since: LocalDate): string => `${dayText(since)}起已经暂停。恢复请支书或会计发“恢复”。`

/** Why a pause is asked for, when the line does not say. */
export const whyPause = '为什么暂停？回一句原因，会记录在案，比如“发大水”。'

/** Numbers of the scheme are changed by the village, not by a word. */
export const schemeNumber = '这个数写在积分办法里，要经村民代表会议表决、公示后才能改。'

/** A ranking of that period has been posted. */
export const alreadyPosted = (what: string): string => `${what}今天已经发过了，不重复发。`

/** The month's job has posted it. */
export const postedByCalendar = (what: string): string => `${what}已经按时发过了，不重复发。`

/** Reviewers have been reminded today. */
export const remindedToday = '今天已经提醒过评议员了，明天再提醒。'

/** Nothing waits. */
export const nothingWaits = '现在没有等审的申报，不用提醒。'

/** How many were reminded. */
export const reminded = (reviewers: number): string => `已私信提醒${String(reviewers)}位评议员。`

/** Posting and reminding are the cadres' matter. */
export const cadresOnly = '这件事由支书或会计来办。'

/** Nothing stands in notice. */
export const noticeEmpty = '现在没有在公示的积分。'
