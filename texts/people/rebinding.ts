/** Only the bookkeeper ends somebody else's binding. */
export const bookkeeperEnds = '替别人解绑要会计来办。自己退出发“我要退出积分”。'

/** There is nothing to end. */
export const notBound = (name: string): string => `${name}没有绑定微信，不用解绑。`

/** Echo to the bookkeeper. */
export const bindingEnded = (name: string): string => `${name}的微信已解绑，重新绑定前不能申报、审核。积分不变。`

/** To the contact that was bound; sent after the binding has ended. */
export const yourBindingEnded = '会计已解除您的绑定，积分不变。要再用请发“绑定 几组 姓名”。'

/** To the contact that holds the binding, when another one asks for it. */
export const somebodyAsks = (number: number, nickname: string): string =>
  `微信“${nickname}”说是您换的新号，要绑定您（#${String(number)}）。不是您，请马上告诉会计。`

/** Card of a change of contact to those who can confirm it: the old one stops working then. */
export const rebindCard = (number: number, nickname: string, unit: string, name: string): string =>
  `绑定#${String(number)} 微信“${nickname}”说是${unit}${name}换的新号。\n当面核对后引用本条回“同意”（旧号停用），不是回“不行”。`

/** The old contact of somebody who has a new one. */
export const replaced = '您的绑定已换到新微信，这个号停用了。不是您换的，请马上找会计。'

/** A household that splits is the cadres' matter. */
export const splitByCadres = '分家要村里先分户登记，请找会计办；办好前积分还记在原来的户上。'
