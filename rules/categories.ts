/** The kinds of good conduct the bot can read, by the parser's published codes. */
export const goodCats = [
  'env_clean',
  'own_yard',
  'waste_sort',
  'elder_care',
  'filial',
  'neighbor_help',
  'mediation',
  'volunteer',
  'duty_labor',
  'patrol',
  'hazard_report',
  'rescue',
  'lost_found',
  'donate',
  'meeting',
  'wedding_simple',
  'education',
  'award',
  'income',
  'land_support',
  'policy_promo',
  'military',
  'blood',
  'other',
] as const

/** The kinds of bad conduct the bot can read; a report of one is a private clue unless the scheme has an item for it. */
export const badCats = [
  'litter',
  'burn',
  'gamble',
  'illegal_build',
  'firework',
  'livestock',
  'banquet',
  'rumor',
  'neglect',
  'road_occupy',
  'fish_poison',
] as const

/** All 35 kinds of conduct. */
export const cats = [...goodCats, ...badCats] as const

/** One of the 35 kinds of conduct. */
export type Cat = (typeof cats)[number]

const known: ReadonlySet<string> = new Set(cats)

/** True when a text is one of the 35 codes. */
export const isCat = (text: string): text is Cat => known.has(text)
