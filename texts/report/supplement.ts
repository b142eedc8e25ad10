import type { LocalDate } from '../../models/dates.ts'
import { dayText, excerpt } from '../format.ts'
import { caseLine, type ReportView } from './report.ts'

/** Why a card comes a second time. */
export const supplemented = '已补充'

/** Why a card comes a second time. */
export const corrected = '更正'

/** What was added, for the panel that has the card already. */
export const addedTo = (number: number, words: string): string => `#${String(number)} 补充：“${excerpt(words)}”`

/** Receipt of a supplement. */
export const supplementReceived = (number: number): string => `#${String(number)} 的补充收到了，评议员审了告诉您。`

/** Nothing of one's own waits. */
export const nothingToSupplement = '您没有在等审核的申报，不用补充。新的事发“报 扫路 2小时”。'

/** It is somebody else's report. */
export const notYoursToSupplement = (number: number): string =>
  `#${String(number)}不是您家报的，补充不了。知道情况可以发“异议 #${String(number)} …”。`

/** The case has gone on. */
export const tooLateToSupplement = (number: number, state: string): string =>
  `#${String(number)} ${state}，不用补充了。有不同意见发“异议 #${String(number)} …”。`

/** Asks for what is to be added. */
export const supplementWhat = (number: number): string => `#${String(number)} 补充什么？发一张照片，或回一句说明。`

/** Tells the villager in private what is missing, until when, and how to send it. */
export const returnedForYou = (view: ReportView, need: string, until: LocalDate): string =>
  `${caseLine(view)} 还要补：${need}。\n私信发照片给我，或发“补充：#${String(view.number)} …”，${dayText(until)}前都行。`

/** Tells the reviewer in private that the villager was asked. */
export const returnedEcho = (view: ReportView, need: string): string => `${caseLine(view)} 已请申报人补：${need}。补来了再给您看卡片。`

/** Tells the panel that somebody sees to a case, without saying what it lacks. */
export const seenTo = (number: number): string => `#${String(number)} 已有人在办。`

/** What is asked for when the reviewer named nothing. */
export const someProof = '照片或证明'

/** Tells in private that a case was put aside. */
export const deferred = (view: ReportView): string => `${caseLine(view)} 先放着，发“待审”随时能看到。`

/** Tells in private that the reviewer steps back from a case. */
export const recused = (view: string): string => `${view} 您已回避，由别的评议员来审。`

/** Stepping back from what is one's own household's is the rule anyway. */
export const recuseWhich = '自家的和您代报的本来就不给您审。别的要回避，写上编号，比如“1001我回避”。'

/** The mended report, to its reporter. */
export const correctedReceipt = (view: ReportView, amount: string): string => `${caseLine(view)} 已更正${amount}，待审。`

/** A correction must say what is right. */
export const correctWhat = (number: number): string => `#${String(number)} 应该是什么？写一句，比如“打错了，是3小时”或“日期不对，是前天”。`

/** Nothing of one's own can be mended. */
export const nothingToCorrect = '您没有在等审核的申报。已经审过的，有不对发“异议 #编号 …”。'

/** After review only an objection helps. */
export const tooLateToCorrect = (number: number, state: string): string =>
  `#${String(number)} ${state}，不能直接改。发“异议 #${String(number)} 应该是…”，评议员核实后会改。`

/** It is somebody else's report. */
export const notYoursToCorrect = (number: number): string => `#${String(number)}不是您报的，改不了。`

/** The reviewer no longer waits for proof. */
export const nothingNeeded = (view: ReportView): string => `${caseLine(view)} 不用补了，评议员接着审。`

/** What a returned report waits for, and until when. */
export const waitsForYou = (need: string, until: LocalDate | null): string =>
  `要补：${need}${until === null ? '' : `，${dayText(until)}前`}，私信发照片或发“补充 …”。`

/** The day as it was mended. */
export const correctedDay = (day: LocalDate): string => `，${dayText(day)}`
