import { schemeKeeper } from '../bot/snapshot.ts'
import { dateOf } from '../models/dates.ts'
import { rollUp, villageFigures, type VillageFigures } from '../rules/outlook/roll-up.ts'
import { rollUpText } from '../texts/periods/roll-up.ts'
import type { Io } from './io.ts'
import { openData } from './open-data.ts'
import { readSettings } from './settings.ts'

/** `figures`: households, points issued and redeemed of each village of the database, and of all together (GY-11). */
export async function run(_args: readonly string[], io: Io): Promise<number> {
  const database = await openData(readSettings(io.env), await io.log('warn'), io)
  try {
    const all: VillageFigures[] = []
    const villages = await database.reader.villages()
    const real = villages.filter(({ training }) => !training)
    for (const village of real.length > 0 ? real : villages.slice(-1)) {
      const figures = await database.reader.read(village.id, async (stores) => {
        const { edition } = await stores.schemes.inForce(dateOf(io.clock.now()))
        return villageFigures(stores, await schemeKeeper().schemeOf(stores, village.id, edition))
      })
      all.push(figures)
      io.out(`${village.name}\t${rollUpText(rollUp([figures]))}`)
    }
    if (all.length > 1) io.out(`合计\t${rollUpText(rollUp(all))}`)
    return 0
  } finally {
    await database.close()
  }
}
