import type { Question } from '../models/question.ts'
import { questionMinutes } from '../rules/dialogue.ts'

/** A question that is answered by yes or no; only a yes goes on with the line, a no drops it. */
export const confirmation = (text: string, yes: string, no: string): Question => ({
  about: 'confirmed',
  text,
  options: [
    { label: yes, settles: { confirmed: true } },
    { label: no, settles: { confirmed: false } },
  ],
  free: null,
  minutes: questionMinutes,
})
