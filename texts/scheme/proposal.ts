import type { LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'

/** Card of a proposal to those of whom one must agree: who proposes what, and how long it waits. */
export const proposalCard = (number: number, who: string, text: string, until: LocalDate): string =>
  [
    `提议#${String(number)} ${who}：${text}`,
    `要另一户的人同意才算，${dayText(until)}前回“${String(number)}同意”或“${String(number)}不行 理由”。`,
  ].join('\n')

/** Receipt to whoever proposed it elsewhere. */
export const proposed = (number: number): string => `提议#${String(number)}已交出去，要另一户的人同意才算，办好了告诉您。`

/** Echo where it was agreed to. */
export const carriedOut = (number: number, text: string): string => `提议#${String(number)} 已办：${text}。`

/** Echo where it was declined: why is told to the proposer alone. */
export const turnedDown = (number: number): string => `提议#${String(number)} 没有通过，不办。`

/** Tells the proposer that nobody agreed, and why. */
export const turnedDownForYou = (number: number, text: string, reason: string | null): string =>
  `提议#${String(number)}（${text}）没有通过${reason === null ? '' : `：${reason}`}。有新的理由可以再提。`

/** The proposer has taken it back. */
export const takenBack = (number: number): string => `提议#${String(number)} 已收回。`

/** Tells the proposer that the time has run out. */
export const lapsed = (number: number, text: string): string =>
  `提议#${String(number)}（${text}）没等到第二个人同意，已过期。需要就再提一次。`

/** The proposer cannot also agree. */
export const secondPerson = (number: number): string =>
  `提议#${String(number)}是您提的，要另一户的人同意。不想提了回“${String(number)}不行”。`

/** Somebody of the proposer's own household cannot agree. */
export const otherHousehold = (number: number): string => `提议#${String(number)}是您家里人提的，要另一户的人同意。`

/** The act asks for another office. */
export const notYourOffice = (who: string): string => `这件事由${who}来办。`

/** Offices by the names the village uses. */
export const officeName = {
  villager: '村民',
  reviewer: '评议员',
  supervisor: '监督员',
  secretary: '支书',
  bookkeeper: '会计',
  operator: '管理员',
  shopkeeper: '超市管理员',
  township: '乡镇干部',
  party: '党员',
  committee: '村干部',
  teller: '组织委员',
  'unit-head': '院长',
  council: '理事',
  invited: '本月受邀评议员',
} as const

/** 「支书或会计」. */
export const officesText = (offices: readonly (keyof typeof officeName)[]): string => offices.map((office) => officeName[office]).join('或')

/** What the reversal of a case would do. */
export const reverseText = (line: string, reason: string): string => `冲正${line}，原因：${reason}`

/** Why shall it be reversed? */
export const whyReverse = (number: number): string => `#${String(number)}为什么要冲正？回一句原因。`

/** Which case shall be reversed? */
export const reverseWhat = '要冲正哪一件？写上编号和原因，比如“冲正 #1001 记错了户”。'

/** The case has nothing to take back. */
export const nothingToReverse = (number: number, state: string): string => `#${String(number)} ${state}，不用冲正。`

/** An open objection is answered first. */
export const objectionFirst = (number: number): string => `#${String(number)}有异议在办，请先答复异议。`

/** The points are spent, so they cannot be taken back. */
export const pointsSpent = (number: number): string => `#${String(number)}的积分这户已经用掉，余额不够冲正。请开会商量，另做更正。`

/** Tells the household that its case was taken back. */
export const reversedForYou = (line: string, reason: string): string => `${line} 已冲正：${reason}。不服发“异议 …”告诉我们。`

/** What an award would do. */
export const awardText = (who: string, deed: string, points: number, reason: string): string =>
  `给${who}记“${deed}”${String(points)}分${reason === '' ? '' : `，${reason}`}`

/** What an award must name. */
export const awardHow = '给谁加几分？比如“给王秀英加30分 抗洪抢险”。'

/** Nobody puts forward an award for their own household. */
export const ownHouseholdAward = '不能给自己家加分，请别的评议员来提。'

/** The points of an award must be a whole number in reason. */
export const awardOutOfRange = (most: number): string => `加分要在1到${String(most)}之间，请再提一次。`

/** The scheme says between what and what an award of this kind lies (GY-4). */
export const awardOutOfBounds = (item: string, least: number, most: number): string =>
  `“${item}”按办法要在${String(least)}到${String(most)}分之间，请再提一次。`

/** Tells the person awarded that it stands in notice. */
export const awardedForYou = (line: string, lastDay: LocalDate | null): string =>
  lastDay === null
    ? `${line} 两位评议员提的，下一期公示，没有异议就入账。`
    : `${line} 两位评议员提的，公示到${dayText(lastDay)}，没有异议就入账。`

/** What granting an office would do. */
export const grantText = (who: string, office: string): string => `聘${who}当${office}`

/** What ending an office would do. */
export const endText = (who: string, office: string): string => `免去${who}的${office}`

/** Tells the person that the office is theirs. */
export const grantedForYou = (office: string): string => `您现在是${office}了，发“帮助”看能做什么。`

/** Tells the person that the office has ended. */
export const endedForYou = (office: string): string => `您的${office}职务到今天为止，谢谢您。`

/** What a change of office must name. */
export const officeHow = '写上姓名和职务，比如“聘李长顺当评议员”“免去谢开元的评议员”。职务有评议员、监督员、会计、超市管理员。'

/** Nobody grants themselves an office. */
export const notYourself = '自己的职务不能自己提，请别的干部来提。'

/** The office is held already. */
export const alreadyHolds = (who: string, office: string): string => `${who}已经是${office}了。`

/** The office is not held. */
export const doesNotHold = (who: string, office: string): string => `${who}不是${office}，不用免。`

/** Nobody both reviews and supervises (GY-6). */
export const noBothOffices = (who: string): string => `${who}不能又当评议员又当监督员，先免去一个再提。`

/** Reviewers of one household alone could decide nothing against each other. */
export const oneHouseholdOnly = '评议员不能都是一户的人，至少要有两户。'

/** What an erasure would do. */
export const eraseText = (who: string): string => `${who}要求退出并删除个人信息，家里的积分保留`
