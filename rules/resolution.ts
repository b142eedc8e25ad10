/** What the record behind a change of the scheme must name (MIN-1): the party organisation's check, its day, the document. */
export const resolutionParts = ['party', 'day', 'document'] as const

/** One thing that such a record must name. */
export type ResolutionPart = (typeof resolutionParts)[number]

const signs: Readonly<Record<ResolutionPart, RegExp>> = {
  party: /党(?:组织|支部|总支|委|小组|员大会)|支委会/u,
  day: /\d{1,2}月\d{1,2}[日号]|\d{4}[-./]\d{1,2}[-./]\d{1,2}/u,
  document: /第? ?\d+ ?号(?!\d|以|前|后|起)|纪要|记录|决议|文件|报告|批复/u,
}

/** What a record of a resolution does not say yet, in order; empty when it is complete (MIN-1). */
export const lackingIn = (text: string): readonly ResolutionPart[] => resolutionParts.filter((part) => !signs[part].test(text))

/** True for a line that says what a new item is for (MIN-2): 「为了 独居老人吃得上热饭」. */
export const speaksOfProblem = (text: string): boolean => /^(?:是)?(?:为了|为的是|解决|针对|因为).{2,}/u.test(text)

/** True for a line that tells of a resolution, however little of it; anything else said meanwhile is talk, or another command. */
export const speaksOfResolution = (text: string): boolean => signs.party.test(text) || /会议|代表会|纪要|决议/u.test(text)
