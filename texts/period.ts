import type { Per } from '../rules/scheme.ts'

/** The period of a limit in the villagers' words. */
export const periodWord = {
  day: '一天',
  month: '一个月',
  quarter: '一个季度',
  year: '一年',
  once: '一共',
} as const satisfies Record<Per, string>
