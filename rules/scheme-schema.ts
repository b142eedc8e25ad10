import { z } from 'zod'
import { cats } from './categories.ts'
import { practiceCodes } from './practices.ts'
import { book } from './schema/book-schema.ts'
import { badRecords, helped, honour, issue, pool, reminders } from './schema/honour-schema.ts'
import { groupCap, item, section, veto } from './schema/item-schema.ts'
import { panel, participants } from './schema/panel-schema.ts'
import { date, days, list, points, sentence, shape, slug, some, word, words } from './schema/parts.ts'

/** A kind of conduct in this village's words, beside those of `rules/conduct.yaml`. */
const category = shape({ name: word.optional(), words, units: words })

/** A resolution by which the village has switched an unsafe practice on: it is printed with the reason against it. */
const resolution = shape({ on: date, body: word, result: sentence, document: sentence })

const practice = shape({ on: z.boolean().default(false), why: sentence, resolution: resolution.optional() })

/** 村民小组、屯、院: what the village calls its parts, and the fixed prize money of each for a year (RA-12), in fen. */
const units = shape({ kind: z.enum(['组', '屯', '院', '嘎查']).default('组'), prizeFen: z.int().min(1).max(2_000_000_000).optional() })

/** A village's 积分办法 as it may be written: strict, so that a slip of the pen is found and not ignored. */
export const schemeSchema = shape({
  code: slug,
  /** the shipped scheme it was made from: what that one does not let go of holds here too */
  base: slug.optional(),
  title: z.string().trim().min(2).max(60),
  law: shape({ text: slug, notice: word }),
  reportWindowDays: days,
  review: shape({ quorum: z.int().min(1).max(20), secondPersonOver: points, mostByReviewer: points, appealDays: days.optional() }),
  notice: shape({ kind: z.enum(['running', 'monthly', 'quarterly']), days, answerDays: days }),
  books: z.object({ main: book }).catchall(book).readonly(),
  panel: panel.optional(),
  participants: participants.optional(),
  units: units.optional(),
  practices: z.partialRecord(z.enum(practiceCodes), practice).default({}).readonly(),
  uses: list(sentence).default([]),
  categories: z.partialRecord(z.enum(cats), category).default({}).readonly(),
  sections: z.record(slug, section).default({}).readonly(),
  /** 必评栏目 (JZ-1): headings under which something must earn points */
  mandatory: list(slug).default([]),
  caps: list(groupCap).default([]),
  items: some(item),
  vetoes: list(veto).default([]),
  honours: list(honour).default([]),
  issues: list(issue).default([]),
  pools: list(pool).default([]),
  badRecords: badRecords.optional(),
  helped: helped.optional(),
  reminders: reminders.optional(),
})
