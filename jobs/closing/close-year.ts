import { dateOf, daysOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { toldAt } from '../../rules/deadlines.ts'
import { giveBase, type Agreement } from '../../rules/books/give-base.ts'
import { postToMany } from '../../rules/books/post-many.ts'
import { resetShares } from '../../rules/books/year-reset.ts'
import { reconciled } from '../../texts/periods/year.ts'
import { yearly } from '../calendar.ts'
import { nothingEverReported } from '../notices/first-case.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'
import { keepArchives } from './keep-archives.ts'

/** The agreement the village lived by on the last day of the year. */
async function agreementOf(year: string, { stores, schemeOf }: JobContext): Promise<Agreement> {
  const { edition } = await stores.schemes.inForce(daysOf(year).last)
  return { scheme: await schemeOf(edition), edition }
}

/** 清零: books that begin anew each year give back what was left at the year's end; the honour total stays (JS-R5, YX-6, GY-9). */
async function resetBooks(year: string, { scheme, edition }: Agreement, { ledger, schemes }: Stores, now: number): Promise<number> {
  let entries = 0
  for (const [code, { holder, unit, mayOwe, reset }] of Object.entries(scheme.books)) {
    if (reset !== 'yearly' || holder === 'group') continue
    const shares = resetShares(await ledger.standingsAt(code, holder, daysOf(year).last))
    entries += await postToMany(ledger, code, { holder, unit, mayOwe }, shares, {
      cause: `job:close-year:${year}:${code}`,
      kind: 'reset',
      at: now,
      actor: await schemes.adoptedBy(edition),
      edition,
      text: '',
    })
  }
  return entries
}

/** 五本账: what the product has of them, to the bookkeeper, before the year is closed. */
async function reconcile(year: string, { stores, village, now }: JobContext): Promise<readonly Reply[]> {
  const { first, last } = daysOf(year)
  const text = reconciled(year, await stores.periods.reconcile(first, last))
  const keepers = await stores.register.holders('bookkeeper', dateOf(now))
  return keepers.map(({ id }) => ({ ...privately(id, text), notBefore: toldAt(now, village.training) }))
}

/**
 * 一年一核算 (YX-6): the five sources are held against each other, each household's year goes into its archive, books that begin anew
 * are reset, and the new year starts from base. Deeds still in notice belong to the year in which they are booked.
 */
export const closeYear = job({
  name: 'close-year',
  at: yearly(1, 1, '00:20'),
  catchUp: 'every',
  kind: 'effect',

  async run({ period: year }, context) {
    const { stores, scheme, edition, now } = context
    const closing = await agreementOf(year, context)
    const opening = { scheme, edition }
    if (await nothingEverReported(stores)) {
      await giveBase(stores, opening, now)
      return nothingToDo('还没有任何申报')
    }
    if ((await stores.periods.of(year)).state === 'open') await stores.periods.cutOff(year, now)
    const replies = [...(await reconcile(year, context)), ...(await keepArchives(year, closing.scheme, context))]
    const entries = await resetBooks(year, closing, stores, now)
    await giveBase(stores, opening, now)
    return {
      did: true,
      replies,
      summary: `${year}年核算，清零 ${String(entries)} 笔，归档 ${String((await stores.archives.ofYear(year)).length)} 户`,
    }
  },
})
