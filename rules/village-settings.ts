import { z } from 'zod'
import type { LocalDate } from '../models/dates.ts'
import type { Stores } from '../models/stores/stores.ts'
import { delegationPrefix, delegationsOf } from './people/delegation.ts'

/** Keys under which the village keeps what it has asked of the bot for a while. */
export const settingKeys = {
  pause: 'pause',
  pauseAsked: 'pause-asked',
  resumeAsked: 'resume-asked',
  reminded: 'reviewers-reminded',
  inviteReminded: 'invite-reminded',
  ranked: 'rank-published',
  noticed: 'notice-published',
  room: 'room-level',
  accounts: 'accounts-opened',
} as const

const halt = z.object({ by: z.string(), at: z.number(), reason: z.string() })

/** Who stopped the clock of the village (or asked for it), when (UTC ms), and why. */
export type Halt = z.infer<typeof halt>

const kept = <T>(shape: z.ZodType<T>, json: string | null): T | null => {
  if (json === null || json === '') return null
  return shape.parse(JSON.parse(json))
}

/** The recorded emergency that is on, or null: while it is, reports are taken and no deadline runs. */
export const pauseOf = async ({ village }: Pick<Stores, 'village'>): Promise<Halt | null> =>
  kept(halt, await village.setting(settingKeys.pause))

/** The wish to pause, or to go on, that waits for a second person; null when there is none. */
export const haltAsked = async ({ village }: Pick<Stores, 'village'>, key: 'pauseAsked' | 'resumeAsked'): Promise<Halt | null> =>
  kept(halt, await village.setting(settingKeys[key]))

/** True when the village has asked for quiet: only the public notices are posted unasked. */
export const isQuiet = async ({ village }: Pick<Stores, 'village'>): Promise<boolean> =>
  (await village.setting(settingKeys.room)) === 'quiet'

/** Who speaks for a reviewer on a day: the one they have asked to, or themselves. */
export async function delegateOf({ village }: Pick<Stores, 'village'>, reviewer: string, today: LocalDate): Promise<string> {
  const given = delegationsOf(await village.settings(delegationPrefix), today)
  return given.find(({ from }) => from === reviewer)?.to ?? reviewer
}
