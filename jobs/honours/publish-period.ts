import type { Reply } from '../../models/reply.ts'
import { isQuiet } from '../../rules/village-settings.ts'
import type { Honour } from '../../rules/scheme.ts'
import { someHousehold } from '../../texts/periods/jobs.ts'
import { personName } from '../../texts/name.ts'
import { type EffectOutcome, type JobContext, nothingToDo } from '../job.ts'
import { viewRegister } from '../notices/register-view.ts'
import { barredOn } from './barred.ts'
import { computeHonour } from './compute.ts'
import { openAwards } from './open-awards.ts'
import { announce, type Names, rowsOf } from './publish-honour.ts'
import { holderOf } from './standings.ts'

async function namesOf({ stores, scheme }: JobContext): Promise<Names & { readonly register: Awaited<ReturnType<typeof viewRegister>> }> {
  const register = await viewRegister(stores)
  const people = new Map((await stores.register.people()).map((person) => [person.id, person]))
  const units = new Map((await stores.register.units()).map((unit) => [unit.id, unit]))
  const households = new Map((await stores.register.households()).map((household) => [household.id, household]))
  return {
    register,
    holder(kind, id, audience) {
      if (kind === 'household') return register.household(id)
      const person = people.get(id)
      const unit = units.get(households.get(person?.household ?? '')?.unit ?? '') ?? null
      return person ? personName(person, unit, audience) : someHousehold
    },
    part: (code) => scheme.sections[code]?.title ?? units.get(code)?.name ?? '',
  }
}

/** 评荣誉: computes, keeps and makes known every honour of the scheme for a kind of period; awards wait for the reviewers. */
export async function publishPeriod(kind: Honour['period'], period: string, context: JobContext): Promise<EffectOutcome> {
  const { scheme, stores, now } = context
  const honours = scheme.honours.filter((honour) => honour.period === kind)
  if (honours.length === 0) return nothingToDo('办法里没有这一期的荣誉')
  const names = await namesOf(context)
  const quiet = await isQuiet(stores)
  const replies: Reply[] = []
  let given = 0
  for (const honour of honours) {
    const book = scheme.books[honour.book]
    const holder = book && holderOf(book)
    if (!book || !holder) continue
    const barred = await barredOn(holder, context)
    const found = await computeHonour(honour, { book, kind: holder, period, barred }, context)
    const rows = rowsOf(honour, period, holder, found)
    await stores.honours.publish(rows, now)
    given += rows.length
    replies.push(...(await announce(honour, period, holder, found, names, context)))
    if (holder === 'household') replies.push(...(await openAwards(honour, period, found, names, names.register, context)))
  }
  const said = quiet ? replies.filter((reply) => !(reply.to === 'room' && reply.room === 'villagers')) : replies
  return { did: replies.length > 0, replies: said, summary: `荣誉 ${String(given)} 个` }
}
