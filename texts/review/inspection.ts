/** What a round of inspection must name. */
export const inspectHow = '哪个组、几号户怎么样？比如“2组检查：1清洁 2清洁 3差”，号数按本组的户从小到大数。'

/** The scheme gives nothing for it. */
export const noHygieneItem = '办法里没有“庭院清洁”这样的项目，检查结果记不了分。先在评议会上加一项。'

/** The village has no such group. */
export const noSuchGroup = (group: number): string => `没有${String(group)}组，请核对组号。`

/** The group has fewer households. */
export const noSuchNumber = (group: string, number: number, count: number): string =>
  `${group}只有${String(count)}户，没有第${String(number)}户，请核对号数。`

/** The enterer's own household is in the list. */
export const ownInRound = (number: number): string => `${String(number)}号是您自己家，请别户的人来查、来报。`

/** Nothing was clean and nothing was poor. */
export const nothingToRecord = '这次没有清洁户也没有要提醒的，不用记。'

/** What the round would do: who is poor stands nowhere but in their own chat. */
export const roundText = (group: string, clean: number, points: number, numbers: readonly number[]): string =>
  clean === 0
    ? `${group}入户卫生检查，这次没有记分的`
    : `${group}入户卫生检查：${String(clean)}户清洁，各${String(points)}分（第${numbers.join('、')}户）`

/** Told to a poor household, and to it alone. */
export const toBeCleaned = (group: string): string =>
  `${group}这次入户检查，您家卫生还差一点。不扣分，也不在群里说；哪里要搭把手，跟组长讲一声，下个月再来看。`

/** Households that have had this month's points already. */
export const hadAlready = (count: number): string => `其中${String(count)}户这个月已经记过，不再记。`
