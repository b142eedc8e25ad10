import type { RollUp } from '../../rules/outlook/roll-up.ts'

const percentText = (perMille: number | null): string => (perMille === null ? '还没有发分' : `${(perMille / 10).toFixed(1)}%`)

/** 「301个村，5290户参加，发放789000分，兑换517000分，兑换率65.5%。」 (GY-11) */
export const rollUpText = ({ villages, households, issued, redeemed, perMille }: RollUp): string =>
  `${villages === 1 ? '' : `${String(villages)}个村，`}${String(households)}户参加，发放${String(issued)}分，兑换${String(redeemed)}分，兑换率${percentText(perMille)}。`

/** Files are not made in chat yet. */
export const filesElsewhere = '表格请在电脑上导出。村里的总数发“积分汇总”，这里就能看。'
