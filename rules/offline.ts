/** A time (minutes) without hearing after which the villagers are told: shorter ones pass unnoticed and lose next to nothing. */
export const offlineMinutes = 10

/** How often (ms) the bot writes down that it hears; a stop is told to begin at most this much too early. */
export const heardEvery = 60_000

/** How many times a day the villagers are told of it; the last time for the whole day. */
export const offlineMost = 3

/** Between evening and morning nobody is told; the line waits for the morning. */
export const offlineQuiet = { from: '21:00', told: '08:00' } as const
