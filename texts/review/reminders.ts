import type { LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'

const most = 8

const numbersText = (numbers: readonly number[]): string =>
  `${numbers
    .slice(0, most)
    .map((number) => `#${String(number)}`)
    .join('、')}${numbers.length > most ? '等' : ''}`

/** One merged line to a reviewer: what waits, and since how many days the oldest. */
export const reviewerReminder = (numbers: readonly number[], days: number): string =>
  `有${String(numbers.length)}件等您审，最早的等了${String(days)}天：${numbersText(numbers)}。发“待审”看内容，引用卡片回“同意”就行。`

/** The same to somebody who stands in for a reviewer. */
export const delegateReminder = (reviewer: string, numbers: readonly number[], days: number): string =>
  `${reviewer}托您代看：有${String(numbers.length)}件等审，最早的等了${String(days)}天：${numbersText(numbers)}。`

/** A substitute is named for what has waited a week. */
export const substituteReminder = (numbers: readonly number[], days: number): string =>
  `${numbersText(numbers)}等了${String(days)}天还没人审，请您今天先审这${String(numbers.length)}件。`

/** What the supervisors see after two weeks; `group` is what the scheme makes of them (GY-6). */
export const supervisorsList = (numbers: readonly number[], days: number, group: string): string =>
  `督办：${numbersText(numbers)}等审已超过${String(days)}天，请${group}过问。`

/** 月审 of the 28th in the panel: how much waits for each reviewer. */
export const monthReview = (
  period: string,
  total: number,
  byReviewer: readonly { readonly name: string; readonly count: number }[],
): string =>
  total === 0
    ? `${period}月审：申报都审完了，谢谢各位评议员。`
    : [
        `${period}月审：还有${String(total)}件没审。`,
        ...byReviewer.map(({ name, count }) => `${name} ${String(count)}件`),
        '发“待审”逐件看，月底前审完。',
      ].join('\n')

/** What waits for a cadre. */
export interface CadreDuties {
  readonly overdue: readonly number[]
  readonly proposals: readonly number[]
  readonly bindings: readonly number[]
  /** that the month's villagers are still to be asked in (XY-5), in words */
  readonly invite: string | null
}

/** What waits, in one merged line to a cadre. */
export function cadreReminder({ overdue, proposals, bindings, invite }: CadreDuties): string {
  return [
    '待办提醒：',
    ...(invite === null ? [] : [invite]),
    ...(overdue.length > 0 ? [`异议、申诉超期没答复：${numbersText(overdue)}，请催评议小组。`] : []),
    ...(proposals.length > 0 ? [`提议等第二个人同意：${numbersText(proposals)}，回“${String(proposals[0] ?? 0)}同意”或“不行 理由”。`] : []),
    ...(bindings.length > 0 ? [`绑定等确认：${numbersText(bindings)}，认得就回“${String(bindings[0] ?? 0)}同意”。`] : []),
  ].join('\n')
}

/** To the reviewers: objections and appeals due today or overdue. */
export const answersDue = (numbers: readonly number[]): string =>
  `异议、申诉到期要答复：${numbersText(numbers)}。回“${String(numbers[0] ?? 0)}维持 理由”“改2分 理由”或“撤销 理由”。`

/** The villager is reminded of what a returned report lacks. */
export const returnedReminder = (line: string, until: LocalDate): string =>
  `${line} 还等您补充，${dayText(until)}前没补就过期。发“补充 …”或一张照片。`

/** The villager learns that a returned report has lapsed. */
export const returnedExpired = (line: string): string => `${line} 一直没有补充，已过期。做过的事还在期限里可以重新报。`

/** 晚报: how many deeds entered the notice today, the first of them by name. */
export const eveningDigest = (lines: readonly string[], more: number, until: LocalDate): string =>
  [
    `今天新公示${String(lines.length + more)}件：`,
    ...lines,
    ...(more > 0 ? [`另有${String(more)}件。`] : []),
    `公示到${dayText(until)}，有异议发“异议 #编号 原因”。`,
  ].join('\n')
