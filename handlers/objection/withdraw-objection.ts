import type { CaseFile } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/objection/appeal.ts'
import { noSuchCase } from '../../texts/review/review.ts'
import type { Context } from '../command.ts'

/** States in which an objection holds its case up. */
export const waitingStates = ['open', 'appealed'] as const

/** 撤回异议: the objector takes it back before it is answered; the notice of the case goes on. */
export async function withdrawObjection(file: CaseFile, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const found = (await stores.cases.objection(file.number)) ?? refuse(noSuchCase(file.number))
  if (found.objection.by !== speaker.person.id) return refuse(texts.notYourObjection(file.number), file.number)
  if (found.state !== 'open') return refuse(texts.cannotWithdrawObjection(file.number), file.number)
  await stores.cases.move(found, 'withdraw', speaker.person.id, now)
  const target = found.objection.target === null ? null : await stores.cases.report(found.objection.target)
  const others = target
    ? (await stores.cases.objectionsTo(target.number)).filter(({ state }) => waitingStates.some((one) => one === state))
    : []
  if (target?.state === 'objected' && others.length === 0) {
    await stores.cases.move(target, 'maintain', speaker.person.id, now, `objection #${String(file.number)} withdrawn`)
  }
  const text = texts.objectionWithdrawn(file.number)
  return [here(text, file.number), ...(room?.kind === 'panel' ? [] : [inRoom('panel', text, file.number)])]
}
