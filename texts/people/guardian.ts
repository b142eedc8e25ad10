import type { LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'

/** Asks a guardian for consent, with what the law wants said first (PIPL 17, 31). */
export const guardianConsent = (name: string): string =>
  [
    `${name}不满14岁，绑定要监护人同意。绑定后孩子用自己的微信能报事、查分。`,
    '只存姓名、组别、微信、申报和照片，由会计保管，留到您要求删除为止；孩子的名字和照片不进群、不上榜。',
    `不绑也行，好事您照样能代报。同意了随时可以收回：发“解绑 ${name}”。`,
    '您是孩子的监护人，同意绑定吗？1 同意　2 不同意',
  ].join('\n')

/** The two answers. */
export const consents = '同意'

/** The two answers. */
export const consentsNot = '不同意'

/** The consent is on record; what the child's contact has to send. */
export const consentKept = (name: string, unit: string, on: LocalDate): string =>
  `${dayText(on)}您同意${name}绑定，已记下。请用孩子的微信私聊我发“绑定 ${unit} ${name}”，会计当面认过就好。`

/** A child is bound only after a guardian has agreed; without, the guardians report (PIPL 31). */
export const consentFirst =
  '不满14岁的孩子要家长先同意：请已绑定的家长私聊我发“给孩子绑定 姓名”。不绑也行，孩子做的好事由家长代报，分记在家里。'

/** Whom a guardian can bind. */
export const childHow = '写上孩子的姓名，比如“给孩子绑定 姓名”。只能给自己家不满14岁的孩子绑。'

/** The child has a contact already. */
export const childBoundAlready = (name: string): string => `${name}已经绑定了微信。换了手机，请家长先发“解绑 ${name}”，再绑一次。`

/** All that the panel's room reads of it. */
export const childAsked = (number: number): string => `#${String(number)} 有一个孩子的绑定要认，卡片已私信会计。`

/** Card of a child's binding, to one person in private. */
export const childCard = (number: number, nickname: string, unit: string, name: string, guardian: string): string =>
  [
    `绑定#${String(number)} 微信“${nickname}”说是${unit}${name}（孩子），家长${guardian}已同意。`,
    '当面认过就引用本条回“同意”，不是回“不行”。请不要在群里说孩子的名字。',
  ].join('\n')

/** Tells the guardian how it ended. */
export const childBound = (name: string, yes: boolean): string =>
  yes ? `${name}的微信绑定好了。要收回同意发“解绑 ${name}”。` : `${name}的绑定没有确认，请当面找会计核对。`

/** The guardian has taken the consent back meanwhile. */
export const consentGone = (number: number): string => `#${String(number)}家长的同意已经收回，不能确认。请回“不行”。`

/** Echo to the guardian who takes the consent back. */
export const consentWithdrawn = (name: string): string => `${name}的绑定已解除，您的同意也收回了。孩子做的好事您照样可以代报。`

/** To the child's contact, when the binding has ended. */
export const childUnbound = '家长已解除绑定，家里的积分不变。'
