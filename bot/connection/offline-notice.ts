import type { Clock } from '../../models/clock.ts'
import { addDays, dateOf, instantOf, timeOf } from '../../models/dates.ts'
import type { Log } from '../../models/log.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import type { Lane, Reader, Stores } from '../../models/stores/stores.ts'
import { heardEvery, offlineMinutes, offlineMost, offlineQuiet } from '../../rules/offline.ts'
import { oftenOffline, wasOffline } from '../../texts/office/offline.ts'

/** What telling a gap needs. `clock` is the villages' time. */
export interface OfflineNoticeOptions {
  readonly lane: Pick<Lane, 'unit'>
  readonly reader: Pick<Reader, 'villages'>
  readonly clock: Clock
  readonly log: Log
  deliver(stores: Stores, replies: readonly Reply[], cause: string): Promise<void>
  afterCommit(village: string): void
}

/** Under which a village keeps the instant (UTC ms) at which the bot last heard. */
const setting = 'heard-until'

/** Under which it keeps the day and its times without hearing. */
const counting = 'offline-times'

function toldAt(now: number): number {
  if (timeOf(now) < offlineQuiet.told) return instantOf(dateOf(now), offlineQuiet.told)
  return timeOf(now) < offlineQuiet.from ? 0 : instantOf(addDays(dateOf(now), 1), offlineQuiet.told)
}

/** Counts the day's times without hearing, this one included. */
async function timesToday({ village }: Stores, now: number): Promise<number> {
  const [day, times = '0'] = ((await village.setting(counting)) ?? '').split(' ')
  const today = dateOf(now)
  const count = day === today ? Number(times) + 1 : 1
  await village.setSetting(counting, `${today} ${String(count)}`)
  return count
}

/**
 * To be called whenever the bot is known to hear, at start too: tells each village's room once of a time in which nothing was heard, whether
 * the gateway, the power or the process was away. A training village has no such times: nobody can speak there while the bot is away.
 */
export function createOfflineNotice({ lane, reader, clock, log, deliver, afterCommit }: OfflineNoticeOptions): () => Promise<void> {
  let writtenAt = -Infinity

  async function hear(village: string, now: number): Promise<boolean> {
    return lane.unit(village, async (stores) => {
      const kept = await stores.village.setting(setting)
      const from = kept === null ? now : Number(kept)
      await stores.village.setSetting(setting, String(now))
      if (now - from < offlineMinutes * 60_000) return false
      const times = await timesToday(stores, now)
      if (times > offlineMost) return false
      const at = toldAt(now)
      const text = times < offlineMost ? wasOffline(from, now, dateOf(at === 0 ? now : at)) : oftenOffline(times)
      await deliver(stores, [{ ...inRoom('villagers', text), notBefore: at }], `offline:${String(from)}`)
      return true
    })
  }

  return async () => {
    const now = clock.now()
    if (now - writtenAt < heardEvery) return
    writtenAt = now
    try {
      for (const { id } of (await reader.villages()).filter(({ training }) => !training)) if (await hear(id, now)) afterCommit(id)
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'that the bot hears could not be written down')
    }
  }
}
