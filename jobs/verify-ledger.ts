import { dateOf, daysBetween, type LocalDate } from '../models/dates.ts'
import type { Stores } from '../models/stores/stores.ts'
import * as texts from '../texts/periods/jobs.ts'
import { daily } from './calendar.ts'
import { type Job, job } from './job.ts'
import { tellOperators } from './reminders/tell-operators.ts'

/** What does not agree in a ledger, how far the chain was read, and the hash of its last entry. */
export interface LedgerFindings {
  readonly problems: readonly { readonly seq: number | null; readonly detail: string }[]
  readonly checkedTo: number
  readonly head: string
}

/** Checks a village's ledger: the chain from the entry after `fromSeq` on (0 = from the first), and its sums and balances. */
export type LedgerCheck = (village: string, fromSeq: number) => Promise<LedgerFindings>

/** How many days a check may build on the last checked head before the whole ledger is gone through again. */
const wholeEvery = 7

const settings = { head: 'ledger-checked-head', whole: 'ledger-checked-whole' } as const

/**
 * The entry up to which everything was in order; null when the whole ledger is due again, or when the ledger does not have that very
 * entry any more: then nothing can be built on it.
 */
async function checkedHead(stores: Stores, today: LocalDate): Promise<{ readonly seq: number } | null> {
  const lastWhole = await stores.village.setting(settings.whole)
  if (lastWhole === null || daysBetween(lastWhole, today) >= wholeEvery) return null
  const [seq, hash] = (await stores.village.setting(settings.head))?.split(' ') ?? []
  if (seq === undefined || hash === undefined) return null
  const [entry] = await stores.ledger.entries(Number(seq) - 1, 1)
  return entry?.hash === hash ? { seq: Number(seq) } : null
}

/** 对账: every night the chain and the sums are checked from the last checked head on, each week from the first entry on. */
export const verifyLedger = (check: LedgerCheck): Job =>
  job({
    name: 'verify-ledger',
    at: daily('03:00'),
    catchUp: 'latest',
    kind: 'chore',

    async run(_slot, { village, read, now }) {
      const today = dateOf(now)
      const since = await read((stores) => checkedHead(stores, today))
      const { problems, checkedTo, head } = await check(village.id, since?.seq ?? 0)
      if (problems.length > 0) {
        const replies = await read((stores) => tellOperators(stores, now, texts.ledgerBroken(problems.length, checkedTo)))
        const named = problems.slice(0, 5).map(({ seq, detail }) => (seq === null ? detail : `第 ${seq} 笔 ${detail}`))
        return { did: true, replies, summary: `不符 ${problems.length} 处：${named.join('；')}` }
      }
      return {
        did: checkedTo > (since?.seq ?? 0),
        replies: [],
        summary: `核对到第 ${checkedTo} 笔，无误`,
        async keep(stores) {
          await stores.village.setSetting(settings.head, `${checkedTo} ${head}`)
          if (!since) await stores.village.setSetting(settings.whole, today)
        },
      }
    },
  })
