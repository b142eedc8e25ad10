import type { CausedReply } from '../web/sandbox/port.ts'

/** An answer of the bot in a story of the training village, and where it was said: a room or a person. */
export type Answer = Pick<CausedReply, 'to' | 'text'>

const kept = new Map<string, Answer>()

/** Keeps answers of a story, each once. */
export function keepAnswers(replies: readonly CausedReply[]): void {
  for (const { to, text } of replies) kept.set(`${to} ${text}`, { to, text })
}

/** Every answer of the bot to somebody's line in the stories told so far. */
export const answersKept = (): readonly Answer[] => [...kept.values()]
