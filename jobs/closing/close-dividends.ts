import { inRoom, privately, type Reply } from '../../models/reply.ts'
import type { Dividend, DividendPart } from '../../models/share.ts'
import { dividendBook } from '../../rules/books/dividend.ts'
import * as texts from '../../texts/periods/dividend.ts'
import type { Closed } from '../booking/deadlines-of-deductions.ts'
import type { JobContext } from '../job.ts'

/** Who confirmed the plan: the money is booked in that person's name. */
async function deciderOf({ number }: Dividend, { stores }: JobContext): Promise<string> {
  const decider = (await stores.cases.decisions(number)).findLast(({ verdict }) => verdict === 'confirm')
  if (!decider) throw new Error(`#${number} is in notice, and nobody has confirmed it`)
  return decider.by
}

/** Puts the pool into its fund, and from the fund to each household: two entries, each summing to zero, the fund at nothing in the end. */
async function book(dividend: Dividend, parts: readonly DividendPart[], context: JobContext): Promise<void> {
  const { stores, edition, now } = context
  const { number, pool, fen, title, year } = dividend
  const actor = await deciderOf(dividend, context)
  const source = await stores.ledger.account(dividendBook, 'fen', 'source', 'village')
  const fund = await stores.ledger.account(dividendBook, 'fen', 'fund', pool)
  const entry = { kind: 'transfer', at: now, actor, edition, text: `${title}${year}` } as const
  await stores.ledger.post({
    ...entry,
    cause: `pool:${number}`,
    postings: [
      { account: source.id, book: dividendBook, amount: -fen },
      { account: fund.id, book: dividendBook, amount: fen },
    ],
  })
  const postings = [{ account: fund.id, book: dividendBook, amount: -fen }]
  for (const { household, fen: own } of parts.filter((part) => part.fen > 0)) {
    const page = await stores.ledger.account(dividendBook, 'fen', 'household', household)
    postings.push({ account: page.id, book: dividendBook, amount: own })
  }
  await stores.ledger.post({ ...entry, cause: `dividend:${number}`, postings })
  await stores.shares.setDividendState(number, 'booked')
}

async function toHouseholds(
  { number, title, year }: Dividend,
  parts: readonly DividendPart[],
  { stores }: JobContext,
): Promise<readonly Reply[]> {
  const heads = new Map((await stores.register.households()).map(({ id, head }) => [id, head]))
  return parts.flatMap(({ household, fen }) => {
    const head = heads.get(household) ?? null
    return head === null ? [] : [privately(head, texts.partBooked(title, year, fen), number)]
  })
}

/** Objections that wait for an answer and name the plan, or speak of a dividend. */
async function openAgainst(number: number, { stores }: JobContext): Promise<readonly number[]> {
  const open: number[] = []
  for (const file of await stores.cases.inStates('objection', ['open', 'appealed'])) {
    const found = await stores.cases.objection(file.number)
    if (found && (found.objection.target === number || texts.isAboutDividend(found.objection.text))) open.push(file.number)
  }
  return open
}

/** 分配到户 (PH-3): plans whose window has ended are booked to the fen, each in a savepoint; an open objection holds one up. */
export async function closeDividends(context: JobContext): Promise<Closed> {
  const { stores, now } = context
  const replies: Reply[] = []
  const stuck: { readonly number: number; readonly why: string }[] = []
  let done = 0
  for (const dividend of await stores.shares.endedBy(now)) {
    const { number, title, year, fen } = dividend
    const open = await openAgainst(number, context)
    if (open.length > 0) {
      replies.push(inRoom('cadres', texts.dividendWaits(number, open), number))
      done += 1
      continue
    }
    const parts = await stores.shares.parts(number)
    try {
      await stores.attempt(() => book(dividend, parts, context))
      replies.push(inRoom('cadres', texts.dividendBooked(title, year, parts.length, fen), number))
      replies.push(...(await toHouseholds(dividend, parts, context)))
      done += 1
    } catch (error) {
      stuck.push({ number, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { replies, done, stuck }
}
