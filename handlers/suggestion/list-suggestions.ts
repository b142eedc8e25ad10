import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { cadreRoles } from '../../models/role.ts'
import { isCat } from '../../rules/categories.ts'
import { listLines } from '../../rules/dialogue.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import * as texts from '../../texts/report/suggestion.ts'
import { holdsRole, type Context } from '../command.ts'

/** True for the wish to see what was suggested. */
export const isListWanted = (line: string): boolean => /^(?:@\S+ ?)?建议(?:清单|汇总)[。.!]?$/u.test(line.trim())

/** 建议清单: what villagers have suggested and no meeting has answered yet, merged by kind of conduct (MIN-3). */
export async function listSuggestions({ stores, speaker, scheme, room }: Context): Promise<readonly Reply[]> {
  if (!holdsRole(speaker.roles, [...cadreRoles])) return refuse(cadresOnly)
  const groups = new Map<string, { numbers: number[]; newest: string }>()
  for (const { number, cat, text } of await stores.cases.suggestionsIn(['kept'])) {
    const category = isCat(cat) ? scheme.categories[cat].name : '其他'
    const group = groups.get(category) ?? { numbers: [], newest: '' }
    group.numbers.push(number)
    groups.set(category, { ...group, newest: text })
  }
  const sorted = [...groups]
    .map(([category, group]) => ({ category, ...group }))
    .toSorted((one, other) => other.numbers.length - one.numbers.length)
  if (sorted.length === 0) return [here(texts.noSuggestions)]
  const left = sorted.slice(listLines).reduce((sum, { numbers }) => sum + numbers.length, 0)
  const list = texts.suggestionList(sorted.slice(0, listLines), left)
  return room?.kind === 'villagers' ? [here(sentPrivately), privately(speaker.person.id, list)] : [here(list)]
}
