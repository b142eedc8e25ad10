import { excerpt } from '../format.ts'

/** A suggestion has a number and will be answered. */
export const suggestionKept = (number: number): string => `建议已记下（#${String(number)}），评议会上提，结果告诉您。`

/** A clue about bad conduct is kept in private. */
export const clueKept = (number: number): string => `线索已记下（#${String(number)}），只有评议小组和监督小组能看，不会在群里点名。`

/** Suggestions about one kind of conduct: how many, their numbers, and the words of the newest. */
export interface SuggestionGroup {
  readonly category: string
  readonly numbers: readonly number[]
  readonly newest: string
}

/** The list for the representatives' meeting, the most asked for first (MIN-3). */
export const suggestionList = (groups: readonly SuggestionGroup[], left: number): string =>
  [
    `村民建议${String(groups.reduce((sum, { numbers }) => sum + numbers.length, 0) + left)}条，带到会上逐条答复：`,
    ...groups.map(
      ({ category, numbers, newest }) =>
        `${category}${String(numbers.length)}条（${numbers.map((number) => `#${String(number)}`).join('、')}）：${excerpt(newest, 30)}`,
    ),
    ...(left > 0 ? [`还有${String(left)}条没列。`] : []),
  ].join('\n')

/** Nobody has suggested anything. */
export const noSuggestions = '现在没有等着上会的建议。'
