import type { ReportChannel } from '../models/case.ts'

const channelWord = { oral: '口头', phone: '电话', paper: '书面', box: '举荐箱' } as const satisfies Record<
  Exclude<ReportChannel, 'chat'>,
  string
>

/** How a deed came to the official who entered it, and who said it (YX-3). */
export const toldBy = (channel: Exclude<ReportChannel, 'chat'>, teller: string | null): string =>
  `${channelWord[channel]}，${teller === null ? '本人说的' : `${teller}说的`}`

/** An official entered what others said. */
export const entered = '登记'

/** Somebody put another forward. */
export const recommended = '评荐'

/** Somebody reported for another. */
export const onBehalf = '代报'
