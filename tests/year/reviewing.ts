import assert from 'node:assert/strict'
import type { Townsfolk } from './townsfolk.ts'

/** after so many lists somebody gives up: a round that does not end is a fault */
const mostLists = 1000

/** what still waits for review */
const waiting = async ({ village }: Townsfolk) => {
  const { id } = await village.current()
  return village.database.reader.read(id, ({ cases }) => cases.reportsInStates(['pending']))
}

async function approvesLists(reviewer: string, folk: Townsfolk): Promise<void> {
  for (let lists = 0; lists < mostLists; lists += 1) {
    if (!/要通过这\d+件/u.test(await folk.says(reviewer, '都同意', '评议群'))) return
    await folk.says(reviewer, '1', '评议群')
  }
  assert.fail(`${reviewer} is never done`)
}

/** each reviewer approves all that waits for them, then, one by one, what has to be seen in the original */
export async function reviewRound(folk: Townsfolk): Promise<void> {
  for (const { id } of folk.reviewers) {
    if ((await waiting(folk)).length === 0) return
    await approvesLists(id, folk)
  }
  for (const { number, subject, report } of await waiting(folk)) {
    for (const { id, household } of folk.reviewers) {
      if (`household-${String(household)}` === subject || report.reporter === id) continue
      const answer = await folk.says(id, `${String(number)}通过`, '评议群')
      if (/原件/u.test(answer)) await folk.says(id, '1', '评议群')
      if (/公示|不用再审/u.test(answer)) break
    }
  }
}
