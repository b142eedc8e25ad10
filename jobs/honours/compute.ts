import { daysOf } from '../../models/dates.ts'
import type { HonourHolder } from '../../models/honour.ts'
import { usualBase } from '../../rules/books/base-points.ts'
import { bandOf, bandsHonour, nextLine } from '../../rules/honours/bands.ts'
import { gradesHonour } from '../../rules/honours/grades.ts'
import { starsHonour } from '../../rules/honours/levels.ts'
import { percentHonour, quotaOf, type Within } from '../../rules/honours/percent.ts'
import type { Honoured, Standing } from '../../rules/honours/standing.ts'
import { topHonour } from '../../rules/honours/top.ts'
import type { Book, Honour, HonourOf } from '../../rules/scheme.ts'
import { bandTitles } from '../../texts/periods/honours.ts'
import type { JobContext } from '../job.ts'
import { conductOfYear } from './conduct.ts'
import { participantsOf, standingsBySection, standingsOf } from './standings.ts'

/** Those honoured in one part of the village ('' = all of it), and what must be said about the cut. */
export interface Part extends Partial<Pick<Within, 'cut'>> {
  readonly part: string
  readonly honoured: readonly Honoured[]
}

/** What a period's close gives by one honour. */
export interface Given {
  readonly parts: readonly Part[]
  /** of a share: how many there could be, and of how many */
  readonly quota?: { readonly most: number; readonly whole: number }
  /** of bands: the line it was closed by, and the next quarter's */
  readonly lines?: { readonly line: number; readonly next: number; readonly participants: number }
}

/** A period's honour as it is computed: who holds the book's pages, and who is barred from honours (RA-3, JZ-6). */
export interface Computing {
  readonly book: Book
  readonly kind: HonourHolder
  readonly period: string
  readonly barred: ReadonlySet<string>
}

const unbarred = (standings: readonly Standing[], { barred }: Computing): readonly Standing[] =>
  standings.filter(({ holder }) => !barred.has(holder))

async function top(honour: HonourOf<'top'>, computing: Computing, context: JobContext): Promise<Given> {
  const { book, kind, period } = computing
  const { stores } = context
  const honoured = (standings: readonly Standing[]) => topHonour(unbarred(standings, computing), honour.places, honour.title)
  if (honour.each === 'section') {
    const bySection = await standingsBySection(honour, kind, period, context)
    return { parts: [...bySection].map(([part, standings]) => ({ part, honoured: honoured(standings) })) }
  }
  const standings = await standingsOf(honour, book, kind, period, stores)
  if (honour.each === 'village') return { parts: [{ part: '', honoured: honoured(standings) }] }
  const unitOf = new Map((await participantsOf(honour.book, kind, daysOf(period).last, stores)).map(({ holder, unit }) => [holder, unit]))
  const units = await stores.register.units()
  return { parts: units.map(({ id }) => ({ part: id, honoured: honoured(standings.filter(({ holder }) => unitOf.get(holder) === id)) })) }
}

async function percent(honour: HonourOf<'percent'>, computing: Computing, { stores }: JobContext): Promise<Given> {
  const { book, kind, period } = computing
  const standings = await standingsOf(honour, book, kind, period, stores)
  const { first, last } = daysOf(period)
  const evaluated = await stores.honours.earned(honour.book, kind, first.slice(0, 7), last.slice(0, 7))
  const whole = honour.of === 'households' ? standings.length : evaluated.length
  const most = quotaOf(honour.percent, whole)
  const { honoured, cut } = percentHonour(unbarred(standings, computing), most, honour.title)
  return { parts: [{ part: '', honoured, cut }], quota: { most, whole } }
}

async function stars(honour: HonourOf<'stars'>, computing: Computing, { stores }: JobContext): Promise<Given> {
  const { book, kind, period } = computing
  const standings = await standingsOf(honour, book, kind, period, stores)
  return { parts: [{ part: '', honoured: starsHonour(unbarred(standings, computing), honour.levels) }] }
}

/** A grade is no honour: it is proposed for whoever is barred from honours too. */
async function grades(honour: HonourOf<'grades'>, { book, kind, period }: Computing, { stores }: JobContext): Promise<Given> {
  const standings = await standingsOf(honour, book, kind, period, stores)
  const conductOf = await conductOfYear(period, honour.lowestByBadRecord, stores)
  return { parts: [{ part: '', honoured: gradesHonour(standings, honour.levels, conductOf) }] }
}

/** The quarter after one. */
const quarterAfter = (period: string): string => {
  const [year = '', quarter = '1'] = period.split('Q')
  return quarter === '4' ? `${String(Number(year) + 1)}Q1` : `${year}Q${String(Number(quarter) + 1)}`
}

async function bands(honour: HonourOf<'bands'>, computing: Computing, { stores, scheme }: JobContext): Promise<Given> {
  const { book, kind, period } = computing
  const standings = await standingsOf(honour, book, kind, period, stores)
  const start = bandOf(Math.max(1, usualBase(scheme, honour.book)), honour.width)
  const anew = book.reset === 'yearly' && period.endsWith('Q1')
  const line = anew ? start : ((await stores.honours.line(honour.code, period)) ?? start)
  const next = nextLine(standings, line, honour)
  await stores.honours.setLine(honour.code, period, line)
  await stores.honours.setLine(honour.code, quarterAfter(period), next)
  const honoured = bandsHonour(unbarred(standings, computing), line, honour, bandTitles)
  return { parts: [{ part: '', honoured }], lines: { line, next, participants: standings.length } }
}

/** Computes an honour of a period from what stands in the ledger; the closed set of kinds. */
export async function computeHonour(honour: Honour, computing: Computing, context: JobContext): Promise<Given> {
  switch (honour.kind) {
    case 'top':
      return top(honour, computing, context)
    case 'percent':
      return percent(honour, computing, context)
    case 'stars':
      return stars(honour, computing, context)
    case 'grades':
      return grades(honour, computing, context)
    case 'bands':
      return bands(honour, computing, context)
  }
}
