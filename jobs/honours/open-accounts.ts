import { daysOf, monthOf } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { settingKeys } from '../../rules/village-settings.ts'
import { placed } from '../../rules/honours/standing.ts'
import { topHonour } from '../../rules/honours/top.ts'
import * as texts from '../../texts/periods/honours.ts'
import { personName } from '../../texts/name.ts'
import type { JobContext } from '../job.ts'

/** How many places of a 亮账 the members' room reads. */
const shown = 5

/** 亮账 (JS-R3): each quarter the members' room reads who stands first and asks for the secretary's word; each member hears the own page. */
export async function openAccounts(period: string, { scheme, stores }: JobContext): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const [code, { title, holder, audience }] of Object.entries(scheme.books)) {
    if (holder !== 'person' || audience !== 'cadres') continue
    const { first, last } = daysOf(period)
    const earned = await stores.honours.earned(code, 'person', monthOf(first), monthOf(last))
    if (earned.length === 0) continue
    const standings = earned.map((one) => ({ ...one, earned: one.points }))
    const rows: texts.HonouredView[] = []
    for (const one of topHonour(standings, shown, title)) {
      const person = await stores.register.person(one.holder)
      if (person) rows.push({ ...one, who: personName(person, null, 'panel') })
    }
    await stores.village.setSetting(settingKeys.accounts, JSON.stringify({ period, title }))
    replies.push(inRoom('cadres', texts.openAccounts(period, title, rows, earned.length)))
    for (const { holder: person, points } of placed(standings)) replies.push(privately(person, texts.ownAccount(period, title, points)))
  }
  return replies
}
