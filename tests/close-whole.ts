import assert from 'node:assert/strict'
import type { TestVillage } from './village.ts'

/** Ends a story and goes through the village's books: the chain verifies, every case and decision is in order, nothing was logged as an error. */
export async function closeWhole(village: TestVillage): Promise<void> {
  const { id } = await village.current()
  assert.deepEqual((await village.database.verifyLedger(id, 0)).problems, [])
  assert.deepEqual(await village.database.verifyCases(id), [])
  await village.close()
}
