import { listHours } from '../../rules/dialogue.ts'
import type { Context } from '../command.ts'

const settingOf = (person: string): string => `list:${person}`

type Listing = Pick<Context, 'stores' | 'speaker' | 'now'>

/** Remembers the case numbers that a reviewer was just shown, in order. */
export const rememberList = (numbers: readonly number[], { stores, speaker, now }: Listing): Promise<void> =>
  stores.village.setSetting(settingOf(speaker.person.id), [now, ...numbers].map(String).join(' '))

/** The case numbers of the last list sent to this reviewer within a day; empty when there is none. */
export async function lastList({ stores, speaker, now }: Listing): Promise<readonly number[]> {
  const [at, ...numbers] = ((await stores.village.setting(settingOf(speaker.person.id))) ?? '').split(' ').map(Number)
  return at !== undefined && now - at <= listHours * 3_600_000 ? numbers : []
}
