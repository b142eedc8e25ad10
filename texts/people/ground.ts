/** What can be registered that the base points depend on, in the words of the receipt. */
export const groundText = {
  登记住镇: '住在镇上',
  登记回村: '住在村里',
  登记迁出: '户口已迁出',
  登记迁回: '户口在村里',
  登记不承包: '不在承包人口里',
  登记承包: '在承包人口里',
} as const

/** The receipt; base points follow the register at once. */
export const groundSet = (name: string, ground: string, base: number): string =>
  `已登记：${name}${ground}，基础分${String(base)}分（只参加排名，不兑换）。`

/** Whom is it about? */
export const groundHow = '请写“登记住镇 姓名”“登记回村 姓名”“登记迁出 姓名”“登记迁回 姓名”“登记承包 姓名”或“登记不承包 姓名”。'

/** Nobody registers what their own base depends on. */
export const ownGround = '自己家的基础分依据要由另一位干部登记。'

/** The scheme gives nobody base points. */
export const noBase = '本村办法没有基础分，不用登记。'
