import type { Stores } from '../stores/stores.ts'
import { archiveStore } from './stores/archive-store.ts'
import { appraisalStore } from './stores/appraisal-store.ts'
import { auditStore } from './stores/audit-store.ts'
import { barStore } from './stores/bar-store.ts'
import { caseStore } from './stores/case-store.ts'
import { contactStore } from './stores/contact-store.ts'
import { groundStore } from './stores/ground-store.ts'
import { couponStore } from './stores/coupon-store.ts'
import { guardianStore } from './stores/guardian-store.ts'
import { honourStore } from './stores/honour-store.ts'
import { inboxStore } from './stores/inbox-store.ts'
import { jobRunStore } from './stores/job-run-store.ts'
import { kinshipStore } from './stores/kinship-store.ts'
import { ledgerStore, type LedgerNeeds } from './ledger/ledger-store.ts'
import { noticeStore } from './stores/notice-store.ts'
import { outboxStore } from './stores/outbox-store.ts'
import { periodStore } from './stores/period-store.ts'
import { originStore } from './stores/origin-store.ts'
import { participationStore } from './stores/participation-store.ts'
import { photoStore } from './stores/photo-store.ts'
import { custodyStore, planStore } from './stores/plan-store.ts'
import { questionStore } from './stores/question-store.ts'
import { recordStore } from './stores/record-store.ts'
import { registerStore } from './stores/register-store.ts'
import { remembered } from './remembered.ts'
import { schemeStore } from './stores/scheme-store.ts'
import { shareStore } from './stores/share-store.ts'
import type { Sql } from './sql.ts'
import { villageStore } from './stores/village-store.ts'

/** A part that is made when it is first asked for: most units use a few of the stores. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly part: T } | undefined
  return () => (made ??= { part: make() }).part
}

/** Binds every store to one village and the statements of one unit of work or reading. */
export const storesOf =
  (needs: LedgerNeeds) =>
  (sql: Sql, village: string): Stores => {
    const { newId } = needs
    // people, contacts and schemes are looked up again and again while one line is answered
    const lookups = lazily(() => remembered(sql))
    const villages = lazily(() => villageStore(sql, village))
    const register = lazily(() => registerStore(lookups(), village))
    const contacts = lazily(() => contactStore(lookups(), village))
    const schemes = lazily(() => schemeStore(lookups(), village))
    const cases = lazily(() => caseStore(sql, village, newId))
    const notices = lazily(() => noticeStore(sql, village))
    const photos = lazily(() => photoStore(sql, village, newId))
    const ledger = lazily(() => ledgerStore(sql, village, needs))
    const questions = lazily(() => questionStore(sql, village, newId))
    const inbox = lazily(() => inboxStore(sql, village))
    const outbox = lazily(() => outboxStore(sql, village, newId))
    const jobRuns = lazily(() => jobRunStore(sql, village))
    const audit = lazily(() => auditStore(sql, village))
    const periods = lazily(() => periodStore(sql, village))
    const ground = lazily(() => groundStore(sql, village))
    const archives = lazily(() => archiveStore(sql, village))
    const records = lazily(() => recordStore(sql, village, newId))
    const participation = lazily(() => participationStore(sql, village, newId, register))
    const plans = lazily(() => planStore(sql, village))
    const custody = lazily(() => custodyStore(sql, village, newId))
    const origins = lazily(() => originStore(sql, village))
    const kinship = lazily(() => kinshipStore(sql, village))
    const guardians = lazily(() => guardianStore(sql, village))
    const honours = lazily(() => honourStore(sql, village))
    const coupons = lazily(() => couponStore(sql, village))
    const bars = lazily(() => barStore(sql, village))
    const appraisals = lazily(() => appraisalStore(sql, village))
    const shares = lazily(() => shareStore(sql, village))
    return {
      get village() {
        return villages()
      },
      get register() {
        return register()
      },
      get contacts() {
        return contacts()
      },
      get schemes() {
        return schemes()
      },
      get cases() {
        return cases()
      },
      get notices() {
        return notices()
      },
      get photos() {
        return photos()
      },
      get ledger() {
        return ledger()
      },
      get questions() {
        return questions()
      },
      get inbox() {
        return inbox()
      },
      get outbox() {
        return outbox()
      },
      get jobRuns() {
        return jobRuns()
      },
      get audit() {
        return audit()
      },
      get periods() {
        return periods()
      },
      get ground() {
        return ground()
      },
      get archives() {
        return archives()
      },
      get records() {
        return records()
      },
      get participation() {
        return participation()
      },
      get plans() {
        return plans()
      },
      get custody() {
        return custody()
      },
      get kinship() {
        return kinship()
      },
      get origins() {
        return origins()
      },
      get guardians() {
        return guardians()
      },
      get honours() {
        return honours()
      },
      get coupons() {
        return coupons()
      },
      get bars() {
        return bars()
      },
      get appraisals() {
        return appraisals()
      },
      get shares() {
        return shares()
      },
      attempt: (work) => sql.attempt(work),
    }
  }
