import { z } from 'zod'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom } from '../../models/reply.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { settingKeys } from '../../rules/village-settings.ts'
import * as texts from '../../texts/periods/honours.ts'
import { notYourOffice } from '../../texts/scheme/proposal.ts'
import { command } from '../command.ts'

const opened = z.object({ period: z.string(), title: z.string() })

/** 点评 (JS-R3): the secretary's word on the quarter's 亮账, in the party members' room. */
export const commentAccounts = command({
  intent: 'set_config',
  words: ['点评'],
  examples: ['点评'],
  role: 'secretary',
  refusal: notYourOffice('支书'),
  help: '点评（季度亮账）',
  async handle(slots, { stores, room, line }) {
    const kept = await stores.village.setting(settingKeys.accounts)
    if (kept === null) return refuse(texts.nothingToComment)
    const { period, title } = opened.parse(JSON.parse(kept))
    const said = line.replace(/^(?:@\S+\s*)?点评[\s:：,，]*/u, '').trim()
    const words =
      slots.reason ??
      (said === '' ? ask({ about: 'reason', text: texts.whatComment, options: [], free: 'text', minutes: reasonMinutes }) : said)
    const text = texts.comment(period, title, words)
    return [room?.kind === 'cadres' ? here(text) : inRoom('cadres', text)]
  },
})
