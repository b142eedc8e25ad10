import type { ReportView } from '../report/report.ts'
import { caseLine } from '../report/report.ts'
import { excerpt } from '../format.ts'

/** 「1到2位」, or 「3位」. */
const range = (min: number, max: number): string => (min === max ? `${String(min)}位` : `${String(min)}到${String(max)}位`)

/** What makes the month's number right again. */
const asking = (there: number, max: number): string => (there > max ? '免去某某的评议员' : '邀请某某当本月评议员')

/** No review without the villagers who are asked in anew each month (XY-5). */
export const inviteFirst = (there: number, min: number, max: number): string =>
  `本月受邀的村民评议员有${String(there)}位，办法要${range(min, max)}，现在还不能审。请支书或会计发“${asking(there, max)}”，人数对了再审。`

/** Reminds a cadre of it, at the month's start and as long as reports wait. */
export const inviteReminder = (there: number, min: number, max: number): string =>
  there === 0
    ? `本月还没有请村民评议员（要${range(min, max)}），申报审不了。发“${asking(there, max)}”就行，只管这个月。`
    : `本月受邀的村民评议员有${String(there)}位（要${range(min, max)}），申报审不了。发“${asking(there, max)}”。`

/** The month has as many as the scheme allows. */
export const invitedFull = (month: number, max: number): string => `${String(month)}月已经请了${String(max)}位，办法最多${String(max)}位。`

/** Somebody of an office is no villager asked in. */
export const notInvitable = (who: string): string => `${who}不能当受邀评议员：要请不在评议、监督小组和村两委里的成年村民。`

/** The scheme asks nobody in. */
export const nobodyInvited = '现在的办法没有每月邀请的评议员。长期的评议员请说“聘某某当评议员”。'

/** Receipt of an invitation. */
export const invited = (who: string, month: number): string => `已请${who}当${String(month)}月的评议员，只管这个月。`

/** Tells the villager who was asked in. */
export const invitedForYou = (month: number): string =>
  `村里请您当${String(month)}月的评议员。发“待审”看要审的，一件一件回“编号同意”或“编号不行 理由”。自家的不能审。`

/** The group has as many as the scheme allows (GY-6). */
export const groupFull = (group: string, max: number): string => `${group}最多${String(max)}人，已经满了，先免去一位再提。`

/** The group would have too few (GY-6). */
export const groupShort = (group: string, min: number): string => `${group}至少要${String(min)}人，先补一位再免。`

/** Who governs does not score or watch (GY-6). */
export const noCommittee = (who: string, group: string): string => `${who}是村两委的人，办法写的${group}里不能有村两委的人。`

/** The scheme takes its supervisors from 两委 (GY-6). */
export const committeeOnly = (who: string): string => `办法写的监督小组从村两委里评，${who}不是村两委的人。`

/** They are chosen by the representatives, and the choice is on record (GY-6). */
export const electFirst = (who: string): string =>
  `评议、监督小组由村民代表会议选定，还没有选${who}的会议记录。先发“代表会应到…实到…同意…，选${who}进评议小组”，再来聘。`

/** Groups of the panel; supervisors out of 两委 are never called anything else (GY-6, 村委会组织法第三十二条). */
export const groupName = (role: 'reviewer' | 'supervisor', internal: boolean): string => {
  if (role === 'reviewer') return '评议小组'
  return internal ? '监督小组（内部监督）' : '监督小组'
}

/** A supervisor's office by name. */
export const supervisorTitle = (internal: boolean): string => (internal ? '监督员（内部监督）' : '监督员')

/** 院长 are cadres, one for each unit (YX-12). */
export const headIsCadre = (who: string): string => `${who}不是村干部，院长由村干部挂点担任。先记他的职务，再聘。`

/** The unit has its head. */
export const headThere = (unit: string, who: string): string => `${unit}已经有院长${who}，先免去再聘。`

/** Which unit? */
export const whichUnit = '是哪个院、屯或组？请写上，比如“聘李长顺当2院院长”“选李长顺进2屯理事会”。'

/** The card before the 院长 has looked. */
export const checkAwaited = (who: string): string => `院长${who}还没初核。`

/** Asks the 院长 to look first; the word is no approval (YX-12). */
export const checkFirst = (view: ReportView, line: string): string =>
  [
    `初核${caseLine(view)}：“${excerpt(line)}”`,
    `属实回“${String(view.number)}同意”，不属实回“${String(view.number)}不行 原因”。您先看一眼，评议员再审。`,
  ].join('\n')

/** The card after it. */
export const checked = (who: string, good: boolean, reason: string | null): string =>
  good ? `院长${who}初核：属实。` : `院长${who}初核：有疑问${reason === null ? '' : `，${reason}`}。`

/** Tells the panel that the 院长 has looked; why there is doubt is told in private. */
export const checkedInPanel = (number: number, who: string, good: boolean): string =>
  good ? `#${String(number)} 院长${who}初核：属实，等评议员审。` : `#${String(number)} 院长${who}初核有疑问，审前先看卡片。`

/** Receipt to the 院长. */
export const checkKept = (number: number): string => `#${String(number)}初核已记，评议员会看到。`

/** Only the unit's own head. */
export const notYourUnit = (number: number): string => `#${String(number)}不是您这个院的，由评议员审。`

/** Nobody checks their own household. */
export const ownCheck = (number: number): string => `#${String(number)}是您自己家的，由评议员直接审。`

/** What is known of a unit besides its ranking (RA-12). */
export const unitFacts = (
  unit: string,
  council: readonly string[],
  head: string | null,
  prizeFen: number | null,
  records: number,
): string =>
  [
    ...(head === null ? [] : [`院长${head}`]),
    ...(council.length === 0 ? [] : [`${unit}理事会：${council.join('、')}`]),
    ...(prizeFen === null ? [] : [`全年固定奖金总额${String(prizeFen / 100)}元`]),
    ...(records === 0 ? [] : [`会议记录${String(records)}次`]),
  ].join('；')
