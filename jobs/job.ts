import type { JobName, JobOutcome, JobSlot } from '../models/job.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Village } from '../models/village.ts'
import type { Scheme } from '../rules/scheme.ts'
import type { Schedule } from './calendar.ts'

/** What a job may know and touch; `scheme` is the agreement in force on the day of the run. */
export interface JobContext {
  readonly village: Village
  readonly stores: Stores
  readonly scheme: Scheme
  readonly edition: number
  /** the agreement a case was made under */
  schemeOf(edition: number): Promise<Scheme>
  /** UTC ms; effects are booked at this instant */
  readonly now: number
}

/** What a chore found; it cannot write, so what it wants kept is written in the unit that records it. */
export interface ChoreOutcome extends JobOutcome {
  readonly keep?: (stores: Stores) => Promise<void>
}

/** What a chore may know: it reads as often and as long as it likes, and never holds the village's lane. */
export interface ChoreContext {
  readonly village: Village
  /** one consistent reading; readings must not be nested */
  read<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  readonly now: number
}

/** What an effect did, and what is to be deleted after it is committed. */
export interface EffectOutcome extends JobOutcome {
  /** kept pictures (SHA-256 hex) that nothing names any more */
  readonly unnamed?: readonly string[]
}

type Run<Context, Outcome> = (slot: JobSlot & { readonly now: number }, context: Context) => Promise<Outcome>

interface Declaration {
  readonly name: JobName
  readonly at: Schedule
  /** what a time without power means: `every` missed slot is run, or only the `latest` */
  readonly catchUp: 'every' | 'latest'
}

/** A job that writes: it runs in one unit with the record of its run, so that each period has one effect. */
export interface EffectJob extends Declaration {
  readonly kind: 'effect'
  readonly run: Run<JobContext, EffectOutcome>
}

/** A job that only reads and may take long; its run is recorded afterwards. */
export interface ChoreJob extends Declaration {
  readonly kind: 'chore'
  readonly run: Run<ChoreContext, ChoreOutcome>
}

/** Something the village does by the calendar, declared once. `due` may be long past; nothing to do is no error. */
export type Job = EffectJob | ChoreJob

/** Declares a job. */
export const job = (declared: Job): Job => declared

/** The outcome of a run that found nothing to do. */
export const nothingToDo = (summary: string): JobOutcome => ({ did: false, replies: [], summary })
