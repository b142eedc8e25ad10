/** Asks on which day it was (YX-3). */
export const whenWasIt = (deed: string): string => `“${deed}”是哪一天的事？回日期就行，比如“昨天”“11月20日”。`

/** Asks where it was (YX-3). */
export const whereWasIt = (deed: string): string => `“${deed}”在什么地方？回一句就行，比如“村口到学校那段”。`

/** Asks what it was about (YX-3). */
export const whyWasIt = (deed: string): string => `“${deed}”是怎么回事？回一句事由，比如“渠堵了，下不了水”。`

/** Where and why, as the reviewers read it and the record keeps it. */
export const placeAndReason = (place: string | null, reason: string | null): string =>
  [...(place === null ? [] : [`地点：${place}`]), ...(reason === null ? [] : [`事由：${reason}`])].join('；')
