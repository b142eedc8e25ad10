import { here, privately, type Reply } from '../../models/reply.ts'
import { noneLeft } from '../../texts/review/batch.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { command, type Context } from '../command.ts'
import { lastList, rememberList } from './last-list.ts'
import { cardOf } from './review-card.ts'
import { pendingFor } from './target.ts'

/** 下一个: the card of the next report that waits for this reviewer, after the one shown last. */
export const nextPending = command({
  intent: 'next_pending',
  words: ['下一个', '下一条'],
  examples: ['下一个'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '下一个',
  async handle(_slots, context) {
    const waiting = await pendingFor(context)
    const [shown, other] = await lastList(context)
    const after = shown !== undefined && other === undefined ? waiting.findIndex(({ number }) => number === shown) + 1 : 0
    const next = waiting[after] ?? waiting[0]
    if (!next) return [said(noneLeft, undefined, context)]
    await rememberList([next.number], context)
    const { text, file } = await cardOf(next, null, [], context)
    return [{ ...said(text, next.number, context), ...(file === null ? {} : { file }) }]
  },
})

/** Cards are for the panel's room and for private talk. */
const said = (text: string, about: number | undefined, { room, speaker }: Context): Reply =>
  room === null || room.kind === 'panel' ? here(text, about) : privately(speaker.person.id, text, about)
