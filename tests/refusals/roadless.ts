/** Refusals that nobody can meet by a line today, and why they are there all the same. */
export const roadless: ReadonlyMap<string, string> = new Map([
  [
    'review/review.ts overtaken',
    'a village’s lines are carried out one after another, each on what the last one left; it guards against a second process without the lane, as tests/db/stores.test.ts plays it',
  ],
])

/** Texts that a room may read, as they are questions there and refusals elsewhere. */
export const alsoAsked: ReadonlySet<string> = new Set([
  'report/supplement.ts correctWhat',
  // also the answer to what an item earns
  'report/report.ts itemEnded',
])

/** The places that refuse with words they were handed: texts that are counted where they come from. */
export const saidOtherwise: readonly string[] = [
  // the noes of several decisions in one line
  "handlers/review/decide-cases.ts: [...new Set(failed)].join('\\n')",
  // what authorize answers: the command's own refusal
  'bot/answer.ts: refusal',
]
