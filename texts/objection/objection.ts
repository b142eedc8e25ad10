import type { LocalDate } from '../../models/dates.ts'
import { dayText, excerpt } from '../format.ts'

/** Receipt of an objection; its content goes to the panel, not to the room. */
export const objectionReceived = (number: number, target: number | null, days: number): string =>
  `异议#${String(number)}已收到${target === null ? '' : `（针对#${String(target)}，先停止入账）`}。评议小组${String(days)}天内答复您。`

/** Receipt when the case is booked already. */
export const objectionToBooked = (number: number, target: number, days: number): string =>
  `异议#${String(number)}已收到（针对#${String(target)}，已入账，核实有误会冲正）。评议小组${String(days)}天内答复您。`

/** Receipt when the plan of a dividend is booked already. */
export const objectionToPaid = (number: number, target: number, days: number): string =>
  `异议#${String(number)}已收到（针对#${String(target)}，已经入账）。评议小组${String(days)}天内答复您。`

/** What an objection is against: no single case, a report, or the plan of a dividend. */
export type Objectable = 'nothing' | 'report' | 'plan'

const answers = {
  nothing: '引用本条回“维持 理由”，属实回“补4分”。',
  report: '引用本条回“维持 理由”“改2分 理由”或“撤销 理由”。',
  plan: '引用本条回“维持 理由”；算错了回“撤销 理由”，方案撤回，改好重新公示。',
} as const satisfies Record<Objectable, string>

/** Card of an objection to the panel. */
export const objectionCard = (number: number, who: string, target: string | null, line: string, about: Objectable): string =>
  [`异议#${String(number)} ${who}${target === null ? '' : ` 针对${target}`}`, `“${excerpt(line)}”`, answers[about]].join('\n')

/** The answer to the objector. */
export const objectionMaintained = (number: number, reason: string | null): string =>
  `异议#${String(number)}：核实后维持${reason === null ? '' : `，${reason}`}。不服可发“申诉 #${String(number)} …”。`

/** The answer when the points were corrected; the notice starts anew. */
export const objectionCorrected = (number: number, target: number, points: number, lastDay: LocalDate | null): string =>
  `异议#${String(number)}：核实后#${String(target)}改为${String(points)}分${lastDay === null ? '' : `，重新公示到${dayText(lastDay)}`}。`

/** The answer when the case was taken back. */
export const objectionReversed = (number: number, target: number): string =>
  `异议#${String(number)}：核实后#${String(target)}撤销，不计分。`

/** Tells the household the objection was about. */
export const yourCaseCorrected = (target: string, points: number): string =>
  `${target} 有人提出异议，核实后改为${String(points)}分，重新公示。有意见发“异议 …”。`

/** Tells the household that the case was taken back. */
export const yourCaseReversed = (target: string, reason: string | null): string =>
  `${target} 有人提出异议，核实后撤销${reason === null ? '' : `：${reason}`}。有意见发“异议 …”。`

/** Echo to the panel. */
export const objectionSettled = (number: number): string => `异议#${String(number)} 已答复。`

/** Asks a reviewer why an objection is answered like that: who objected is told. */
export const whyAnswer = (number: number): string => `异议#${String(number)}为什么这样答复？回一句原因，会告诉提异议的人。`

/** The speaker has objected to it already and waits for the answer. */
export const objectionOpen = (number: number, target: number): string =>
  `您对#${String(target)}的异议#${String(number)}还在办。有话要补，发“补充：#${String(number)} …”。`

/** Something was added to an objection. */
export const objectionAdded = (number: number): string => `已补进异议#${String(number)}，评议小组看得到。`

/** Asks what shall be added to an objection. */
export const objectionAddWhat = (number: number): string => `异议#${String(number)} 补充什么？回一句说明。`

/** Tells the panel what was added to an objection. */
export const objectionAddedCard = (number: number, words: string): string => `异议#${String(number)} 补充：“${excerpt(words)}”`

/** Only whoever raised an open objection can add to it. */
export const notYoursToAdd = (number: number): string => `异议#${String(number)}不是您提的，或者已经答复了，不能补充。`

/** What the objection is about is missing. */
export const objectWhat = '对哪一件有异议？写上编号和原因，比如“异议 #1001 那天没扫”。'

/** The case cannot be objected to in its state. */
export const cannotObject = (number: number, state: string): string => `#${String(number)} ${state}，不用提异议。`

/** The objection is answered already. */
export const objectionClosed = (number: number): string => `异议#${String(number)}已经答复过了，什么都没有变。`

/** Correcting or reversing needs a case. */
export const objectionWithoutTarget = (number: number): string => `异议#${String(number)}没有写明哪一件，回“维持 理由”或“补4分”。`

/** A correction needs the new points. */
export const correctToWhat = (number: number): string => `#${String(number)}改成几分？回“${String(number)}改2分”。`

/** The objection is about the reviewer's own household, or was raised by it. */
export const objectionOwnHousehold = (number: number): string => `异议#${String(number)}和您自家有关，按规矩要回避，请别的评议员来答复。`

/** The corrected points must be a sensible number. */
export const correctionOutOfRange = (least: number, most: number): string => `改分要在${String(least)}到${String(most)}之间，请再回一次。`

/** The number is no objection. */
export const notAnObjection = (number: number): string => `#${String(number)}不是异议。`

/** Several objections are open. */
export const whichObjection = (numbers: readonly number[]): string =>
  `有${String(numbers.length)}件异议，请引用卡片回，或写编号，比如“${String(numbers[0] ?? 1001)}维持 理由”。`

/** What a made-up record is called in statements and notices. */
export const makeUpDeed = '补记'

/** The answer when something was never recorded: it is made up for, after a notice. */
export const madeUp = (number: number, made: number, points: number, lastDay: LocalDate): string =>
  `异议#${String(number)}：属实，补记${String(points)}分（#${String(made)}），公示到${dayText(lastDay)}，没有异议就入账。`
