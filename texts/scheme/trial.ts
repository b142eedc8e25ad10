import type { GroupTrial, Tried } from '../../rules/outlook/trial.ts'
import { signed } from '../format.ts'

const groupLine = ({ unit, more, less, same, difference }: GroupTrial): string =>
  `${unit}：多${String(more)}户、少${String(less)}户、不变${String(same)}户，合计${signed(difference)}分`

/** What cadres see of a trial: groups, never names, and what would have to be kept ready. */
export function trialForCadres(groups: readonly GroupTrial[], tried: readonly Tried[], since: string, what: string): string {
  const before = tried.reduce((sum, one) => sum + one.spendableBefore, 0)
  const after = tried.reduce((sum, one) => sum + one.spendableAfter, 0)
  return [
    `试算（${what}，按${since}以来审过的${String(tried.length)}户的事重算，什么也不入账）：`,
    ...groups.map(groupLine),
    `能换东西的分由${String(before)}变成${String(after)}（${signed(after - before)}分），备货的钱照这个数准备。`,
  ].join('\n')
}

/** What a household learns, and nobody else. */
export const trialForYou = ({ before, after }: Tried, since: string, what: string): string =>
  `村里在试算新办法（${what}）。照${since}以来您家做的事，原来${String(before)}分，新办法${String(after)}分（${signed(after - before)}分）。只是试算，没有入账；有想法发“建议 …”。`

/** The households hear of it themselves. */
export const trialTold = (households: number): string => `已私下告诉${String(households)}户，群里不点名。`

/** Nothing to replay. */
export const nothingToTry = '一年里还没有审过的申报，试算不了。'
