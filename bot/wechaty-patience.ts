/** How long the bot waits for others, ms. */
export interface Patience {
  /** a line or file to be taken by the messenger */
  readonly say: number
  /** a line of a villager to be dealt with, before the speaker's next one is begun */
  readonly hear: number
  /** a picture to be fetched */
  readonly media: number
  /** a name to be looked up, or a sign of life */
  readonly lookup: number
  /** Wechaty to start or stop */
  readonly connect: number
}

/** What real messengers need at worst. */
export const usualPatience: Patience = { say: 15_000, hear: 60_000, media: 60_000, lookup: 5_000, connect: 40_000 }
