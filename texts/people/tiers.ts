import type { Item } from '../../rules/scheme.ts'

type Tiers = NonNullable<Item['tiers']>

/** The tiers of YX-2 as the village calls them. */
const tierName = { cadre: '村干部', party: '党员', villager: '群众' } as const satisfies Record<Tiers[number], string>

const tiersText = (tiers: Tiers): string => tiers.map((tier) => tierName[tier]).join('、')

/** The item is for others than the doer (YX-2); `instead` is one of the same kind that is for everybody. */
export const notYourTier = (deed: string, who: string, tiers: Tiers, instead: string | undefined): string =>
  `“${deed}”是${tiersText(tiers)}的项目，${who}不在里面，不能按这一项记。${instead === undefined ? '做了别的好事照样可以报。' : `可以报“${instead}”。`}`

/** The item cannot take points of who is not of its tier. */
export const notTheirTier = (item: string, who: string, tiers: Tiers): string =>
  `“${item}”只对${tiersText(tiers)}，${who}不在里面，不能按这一项扣。`
