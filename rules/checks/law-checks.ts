import { lawCodes, loadLaw } from '../law.ts'
import type { Finding } from './problem.ts'
import { doubtful, wrong } from './problem.ts'
import type { Scheme } from '../scheme.ts'

/** Whether the scheme names a law and notice rules that exist, and keeps to their days; no number is known here. */
export function lawChecks({ law: { text, notice }, notice: own }: Scheme): readonly Finding[] {
  if (!lawCodes().includes(text)) return [wrong(['law', 'text'], `没有“${text}”这个法律版本，请写：${lawCodes().join('、')}`)]
  const { notices } = loadLaw(text)
  const profile = notices[notice]
  if (profile === undefined) return [wrong(['law', 'notice'], `没有“${notice}”的公示规定，请写：${Object.keys(notices).join('、')}`)]
  const posted = profile.postDays?.value ?? own.days
  const answered = profile.answerDays.value
  return [
    ...(own.days < posted
      ? [
          doubtful(
            ['notice', 'days'],
            `公示${String(own.days)}天，少于“${notice}”公示规定的${String(posted)}天，请改为${String(posted)}天以上`,
          ),
        ]
      : []),
    ...(own.answerDays > answered
      ? [doubtful(['notice', 'answerDays'], `答复${String(own.answerDays)}天，长于“${notice}”公示规定的${String(answered)}天，请改短`)]
      : []),
  ]
}
