import assert from 'node:assert/strict'
import { dateOf } from '../../models/dates.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { TestVillage } from '../village.ts'

/** Begins anew under a shipped scheme with lines of its own: each pattern must be found, and the whole must hold. */
export async function resetWith(village: TestVillage, code: string, changes: readonly (readonly [RegExp, string])[]): Promise<void> {
  await village.port.reset({ scheme: code })
  let { source } = await loadScheme(code)
  for (const [pattern, words] of changes) {
    assert.match(source, pattern)
    source = source.replace(pattern, words)
  }
  const reading = readScheme(source, `${code}.yaml`)
  assert.ok('scheme' in reading, JSON.stringify(reading))
  const { id } = await village.current()
  const now = village.port.now()
  await village.database.lane.unit(id, async ({ schemes }) => {
    await schemes.adopt({ code, effectiveFrom: dateOf(now), source, resolution: null }, '罗秀珍', now)
  })
}

/** Everything the bot has said since the village began, in rooms and to everybody. */
export async function everythingSaid(village: TestVillage): Promise<readonly { readonly to: string; readonly text: string }[]> {
  const { people, rooms } = village.port.village()
  const lines: { to: string; text: string }[] = []
  for (const place of [...rooms.map(({ id }) => id), ...people.map(({ id }) => id)]) {
    for (const { from, to, text } of await village.port.messages(place, null)) if (from === 'bot') lines.push({ to, text })
  }
  return lines
}
