import type { ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { bookOf } from '../../rules/books/books.ts'
import { halfOfPlaces, type Issue, placesOf } from '../../rules/books/coupons.ts'
import * as texts from '../../texts/periods/coupons.ts'
import type { JobContext } from '../job.ts'

/** A coupon that follows a booked report. */
interface Coupon {
  readonly number: number
  readonly household: string
  readonly points: number
}

/** Who is given coupons of a book this year, while a run hands them out. */
interface Year {
  readonly year: string
  readonly quota: number
  readonly holders: Set<string>
}

async function yearOf(issue: Issue, { stores, now }: JobContext): Promise<Year> {
  const year = dateOf(now).slice(0, 4)
  const households = (await stores.register.households()).filter(({ leftOn }) => leftOn === null).length
  const holders = new Set(await stores.coupons.holders(issue.book, year))
  return { year, holders, quota: placesOf(issue, households, holders.size).quota }
}

const hasPlace = ({ holders, quota }: Year, household: string): boolean => holders.has(household) || holders.size < quota

/** Books a coupon in the name of whoever stands behind the report's points; the cause is `coupon-<book>:<number>`. */
async function issueOne({ book, title }: Issue, year: Year, coupon: Coupon, { stores, scheme, now }: JobContext): Promise<void> {
  const { number, household, points } = coupon
  const entry = await stores.ledger.byCause(`report:${number}`)
  if (!entry) throw new Error(`#${number} has a coupon and no entry`)
  const unit = scheme.books[book]?.unit ?? 'point'
  const from = await stores.ledger.account(book, unit, 'source', 'village')
  const to = await stores.ledger.account(book, unit, 'household', household)
  await stores.ledger.post({
    cause: `coupon-${book}:${number}`,
    kind: 'transfer',
    at: now,
    actor: entry.actor,
    edition: entry.edition,
    postings: [
      { account: from.id, book, amount: -points },
      { account: to.id, book, amount: points },
    ],
    text: texts.couponWords(title, number),
  })
  year.holders.add(household)
  await stores.coupons.addHolder(book, year.year, household)
}

async function toHousehold(household: string, text: string, number: number, { stores }: JobContext): Promise<readonly Reply[]> {
  const head = (await stores.register.household(household))?.head
  return head === null || head === undefined ? [] : [privately(head, text, number)]
}

/** Coupons that earlier years put off come first, in order, each that finds a place (JZ-2). */
async function drain(issue: Issue, year: Year, context: JobContext): Promise<readonly Reply[]> {
  const { stores } = context
  const replies: Reply[] = []
  for (const coupon of await stores.coupons.deferredBefore(issue.book, year.year)) {
    if (!hasPlace(year, coupon.household)) continue
    await issueOne(issue, year, coupon, context)
    await stores.coupons.settle(issue.book, coupon.number)
    const text = texts.couponIssued(coupon.number, issue.title, coupon.points)
    replies.push(...(await toHousehold(coupon.household, text, coupon.number, context)))
  }
  return replies
}

/** Hands coupons out for what was booked, or puts them off when the year's places are taken: the points stay booked either way. */
async function follow(issue: Issue, year: Year, coupons: readonly Coupon[], context: JobContext): Promise<readonly Reply[]> {
  const { stores, now } = context
  const replies: Reply[] = []
  for (const coupon of coupons) {
    if (hasPlace(year, coupon.household)) {
      await issueOne(issue, year, coupon, context)
      continue
    }
    await stores.coupons.defer({ ...coupon, book: issue.book, year: year.year }, now)
    const text = texts.couponDeferred(coupon.number, issue.title, coupon.points, year.year)
    replies.push(...(await toHousehold(coupon.household, text, coupon.number, context)))
  }
  return replies
}

/** The panel hears once when half of the places are taken, and once when all are. */
function warnings({ title }: Issue, before: number, { holders, quota }: Year): readonly Reply[] {
  const crossed = [halfOfPlaces(quota), quota].filter((mark) => before < mark && holders.size >= mark)
  return crossed.length === 0 ? [] : [inRoom('panel', texts.placesTaken(title, holders.size, quota))]
}

async function couponsOf(booked: readonly ReportCase[], { from }: Issue, { schemeOf }: JobContext): Promise<readonly Coupon[]> {
  const coupons: Coupon[] = []
  for (const { number, subject, edition, report } of booked) {
    const points = report.points ?? 0
    if (subject === null || points <= 0 || bookOf(await schemeOf(edition), report.item) !== from) continue
    coupons.push({ number, household: subject, points })
  }
  return coupons
}

/** 发券 (JZ-2, JZ-5): coupons follow booked points for at most the scheme's share of households in a year. */
export async function issueCoupons(booked: readonly ReportCase[], context: JobContext): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const issue of context.scheme.issues) {
    const year = await yearOf(issue, context)
    const before = year.holders.size
    replies.push(...(await drain(issue, year, context)))
    replies.push(...(await follow(issue, year, await couponsOf(booked, issue, context), context)))
    replies.push(...warnings(issue, before, year))
  }
  return replies
}

/** At the turn of the year: what the past years' caps put off, before anybody else. */
export const issueDeferred = (context: JobContext): Promise<readonly Reply[]> => issueCoupons([], context)
