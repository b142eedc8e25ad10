import type { LocalDate } from '../../models/dates.ts'
import { dayText, excerpt } from '../format.ts'
import type { Objectable } from './objection.ts'

const mends = { nothing: '或“补4分”', report: '“改2分 理由”或“撤销 理由”', plan: '或“撤销 理由”' } as const satisfies Record<
  Objectable,
  string
>

/** Card of an appeal against the answer to an objection. */
export const objectionAppealCard = (
  number: number,
  who: string,
  target: string | null,
  words: string,
  until: LocalDate,
  about: Objectable,
): string =>
  [
    `异议#${String(number)} ${who} 不服答复，申诉${target === null ? '' : `（${target}）`}：“${excerpt(words)}”`,
    `请没经手的评议员${dayText(until)}前引用本条回“维持 理由”${mends[about]}。`,
  ].join('\n')

/** Receipt of an appeal. */
export const appealReceived = (number: number, until: LocalDate): string =>
  `#${String(number)}的申诉已收到，由没经手的评议员${dayText(until)}前答复您。`

/** Card of a rejected report that is to be reviewed by somebody else. */
export const reportAppealCard = (line: string, words: string, number: number): string =>
  [
    `待审${line}（申诉，换没审过的评议员审）`,
    `“${excerpt(words)}”`,
    `引用本条回“同意”或“不行 理由”，也可以回“${String(number)}通过”。`,
  ].join('\n')

/** The final answer to an objection; there is no further appeal in the village. */
export const objectionFinal = (number: number, reason: string | null): string =>
  `异议#${String(number)}：申诉核实后维持${reason === null ? '' : `，${reason}`}，到此办结。还有意见可向乡镇反映。`

/** Who answered before does not answer the appeal. */
export const answeredBefore = (number: number): string => `#${String(number)}您经手过，申诉请没经手的评议员来办。`

/** Nothing of the target is left to be mended. */
export const nothingToMend = (number: number, state: string): string => `#${String(number)} ${state}，改不了也撤不了，请回“维持 理由”。`

/** Only the objector may appeal. */
export const notYourObjection = (number: number): string => `异议#${String(number)}不是您提的。您自家的事发“申诉 #编号 原因”。`

/** It is not decided, so there is nothing to appeal against. */
export const notDecidedYet = (number: number, state: string): string =>
  `#${String(number)} ${state}，不用申诉。有意见发“异议 #${String(number)} …”。`

/** The objection was taken back. */
export const objectionWithdrawn = (number: number): string => `异议#${String(number)}已撤回。`

/** An answered objection cannot be taken back. */
export const cannotWithdrawObjection = (number: number): string => `异议#${String(number)}已经答复，不能撤回。`
