import type { Finding } from './problem.ts'
import { doubtful, wrong } from './problem.ts'
import { practiceCodes, practices, type PracticeCode } from '../practices.ts'
import type { Scheme } from '../scheme.ts'

function practiceFindings(code: PracticeCode, { on, resolution }: NonNullable<Scheme['practices'][PracticeCode]>): readonly Finding[] {
  const { title, reason, hard } = practices[code]
  const at = ['practices', code]
  if (!on) return []
  if (hard) return [wrong([...at, 'on'], `“${title}”不能开：${reason}。请改成 on: false`)]
  if (resolution === undefined) return [wrong(at, `“${title}”要有决议才能开，请写 resolution（日期、会议、结果、文件）；${reason}`)]
  return [doubtful(at, `“${title}”已按${resolution.on}${resolution.body}的决议打开，请留意：${reason}`)]
}

/** Unsafe practices that a scheme has switched on: never the hard ones, the others only by a recorded resolution (law.md §1). */
export const practiceChecks = ({ practices: chosen }: Scheme): readonly Finding[] =>
  practiceCodes.flatMap((code) => {
    const practice = chosen[code]
    return practice === undefined ? [] : practiceFindings(code, practice)
  })

/** True when the village has switched a practice on. */
export const isOn = ({ practices: chosen }: Pick<Scheme, 'practices'>, code: PracticeCode): boolean => chosen[code]?.on ?? false
