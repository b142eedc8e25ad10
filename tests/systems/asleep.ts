import { instantOf } from '../../models/dates.ts'
import { TestVillage } from '../village.ts'

/** No power until an instant: the machine is switched on again and catches up, which is much faster than living through each night. */
export async function asleep(village: TestVillage, date: string, time: string): Promise<TestVillage> {
  const { folder } = village
  await village.stop()
  return TestVillage.open({ at: instantOf(date, time), folder })
}
