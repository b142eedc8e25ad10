import type { LocalDate } from '../../models/dates.ts'
import type { PlanItem, PlanKind } from '../../models/household-plan.ts'
import { dayText, signed } from '../format.ts'

/** A plan as its household and the cadres read it. */
export interface PlanView {
  readonly household: string
  readonly version: number
  readonly kind: PlanKind
  readonly from: LocalDate
  readonly items: readonly PlanItem[]
}

const itemText = ({ name, points, timesAMonth }: PlanItem): string =>
  `${name}${signed(points)}分${timesAMonth === null ? '' : `（每月${String(timesAMonth)}次）`}`

const itemsText = (items: readonly PlanItem[]): string => items.map(itemText).join('、')

/** What the card in the cadres' room says: the items are the household's business and told in private. */
export const planText = (household: string, version: number, kind: PlanKind, items: number): string =>
  `给${household}定户计划第${String(version)}版（${kind}，${String(items)}项，内容已私信）`

/** The whole plan, to those of whom one must agree. */
export const planForCadre = (number: number, view: PlanView, reason: string | null): string =>
  [
    `提议#${String(number)} ${view.household} ${view.kind} 第${String(view.version)}版，${dayText(view.from)}起：`,
    itemsText(view.items),
    ...(reason === null ? [] : [`理由（不外传）：${reason}`]),
  ].join('\n')

/** The plan as agreed, to the household. */
export const planForHousehold = ({ version, kind, from, items }: Omit<PlanView, 'household'>): string =>
  [
    `您家的计划（${kind}，第${String(version)}版）${dayText(from)}起：`,
    itemsText(items),
    '别的事照村里的办法记。有意见跟村干部说，可以再改。',
  ].join('\n')

/** The plan in force, to a cadre. */
export const planInForce = (view: PlanView, reason: string | null): string =>
  [
    `${view.household} ${view.kind} 第${String(view.version)}版，${dayText(view.from)}起：${itemsText(view.items)}。`,
    ...(reason === null ? [] : [`理由（不外传）：${reason}`]),
  ].join('\n')

/** The household has none. */
export const noPlan = (household: string): string => `${household}没有户计划，照村里的办法记分。`

/** What a plan must name. */
export const planHow =
  '写上户主、类型和项目，比如“户计划 赵福贵 鼓励型 养鸡+10每月1次 打零工+5 酗酒-3 从12月1日”。类型有发展型、兼顾型、文明型、鼓励型、托管型。'

/** What is wrong with a plan. */
export const planWrong = (faults: readonly string[]): string => `这份户计划不行：${faults.join('；')}。`

/** A plan does not reach back. */
export const planFromPast = '户计划从今天或以后开始，以前的分不重算。请写后面的日子。'

/** A cadre does not plan for their own household. */
export const ownPlan = '自己家的计划请别的干部来提。'

/** What a custody would do; why is nobody's business in a room (XY-4). */
export const custodyText = (person: string, custodian: string, until: LocalDate | null): string =>
  `请${custodian}替${person}代办积分${until === null ? '' : `，到${dayText(until)}`}（由家人代办）`

/** Tells the custodian. */
export const custodyForYou = (person: string, until: LocalDate | null): string =>
  `您可以替${person}报积分了${until === null ? '' : `，到${dayText(until)}`}：发“代报 ${person} 做的事”，分记在这户。`

/** The custody has ended. */
export const custodyEnded = (person: string): string => `${person}的代办到今天为止。`

/** There is none to end. */
export const noCustody = (person: string): string => `${person}没有人代办。`

/** What a custody must name. */
export const custodyHow = '写上替谁、谁来办，比如“托管 黄阿婆 由郑小军 到12月31日”。到期前发“结束托管 黄阿婆”。'
