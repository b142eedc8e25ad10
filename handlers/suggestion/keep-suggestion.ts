import { here, privately } from '../../models/reply.ts'
import * as texts from '../../texts/report/suggestion.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { command } from '../command.ts'

import { isListWanted, listSuggestions } from './list-suggestions.ts'

/** 建议: what should earn points or be done otherwise; kept for the representatives' meeting (MIN-3). */
export const keepSuggestion = command({
  intent: 'suggest',
  words: ['建议', '提议', '建议清单'],
  examples: ['建议 捡烟头一斤给两分', '建议清单'],
  role: 'villager',
  help: '建议 内容',
  async handle(slots, context) {
    const { stores, speaker, edition, line, now } = context
    if (isListWanted(line)) return listSuggestions(context)
    const about = { edition, subject: speaker.household?.id ?? null, openedBy: speaker.person.id, at: now }
    const file = await stores.cases.openSuggestion(about, 'suggestion', slots.cat ?? 'other', line)
    return [here(texts.suggestionKept(file.number), file.number)]
  },
})

/** 线索: a report of bad conduct is kept in private and never answered by name in a room. */
export const keepClue = command({
  intent: 'report_violation',
  words: ['举报', '反映'],
  examples: ['举报 有人往河里倒垃圾'],
  role: 'villager',
  help: '举报 情况（只有评议和监督小组能看）',
  async handle(slots, { stores, speaker, edition, line, room, addressed, now }) {
    // an insinuation among neighbours is talk, not a clue
    if (slots.vague && !addressed) return []
    const about = { edition, subject: null, openedBy: speaker.person.id, at: now }
    const file = await stores.cases.openSuggestion(about, 'clue', slots.cat ?? 'other', line)
    const told = privately(speaker.person.id, texts.clueKept(file.number), file.number)
    return addressed && room ? [here(sentPrivately), told] : [told]
  },
})
