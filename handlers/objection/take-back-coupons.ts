import type { Context } from '../command.ts'

/** Takes the coupons of a report back with it, or out of next year's queue. Throws `Overdrawn` when they are spent. */
export async function takeBackCoupons(number: number, reason: string, { stores, scheme, speaker, edition, now }: Context): Promise<void> {
  for (const { book } of scheme.issues) {
    await stores.coupons.settle(book, number)
    const entry = await stores.ledger.byCause(`coupon-${book}:${String(number)}`)
    if (entry) await stores.ledger.reverse(entry.seq, `coupon-reversal-${book}:${String(number)}`, speaker.person.id, edition, now, reason)
  }
}
