import type { Item } from '../scheme.ts'

const MONEY = /[\d.,，一二三四五六七八九十百千两几多]+(?:万|千|百)?(?:元|块钱|块(?![地田])|万)(?:多|左右)?/gu

/** Whether a household's money is nobody's business for an item: growing income is declared by yes or no (GY-3). */
const isIncome = ({ cat }: Pick<Item, 'cat'>): boolean => cat === 'income'

/** The words of a report as they are kept and shown to reviewers; `blank` stands where a household named its income (GY-3). */
export const withoutIncome = (item: Pick<Item, 'cat'>, line: string, blank: string): string =>
  isIncome(item) ? line.replace(MONEY, blank) : line

/** True when a unit counts a household's income and must not be kept with the report. */
export const isIncomeUnit = (item: Pick<Item, 'cat'>, unit: string | null): boolean =>
  isIncome(item) && unit !== null && /[元块万]/u.test(unit)
