import { commands } from '../../handlers/index.ts'
import { parserRole } from '../../models/role.ts'
import type { Vocabulary } from '../../models/vocabulary.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { vocabularyItems } from '../../rules/vocabulary.ts'
import { trainingVillage } from '../../web/sandbox/training-village.ts'

/** The language of the training village, read from its roster, the scheme `shifan` and the table of commands; examples are left out. */
export async function trainingVocabulary(): Promise<Vocabulary> {
  const { scheme } = await loadScheme('shifan')
  const village = trainingVillage()
  const offices = (role: (typeof commands)[number]['role']) =>
    (typeof role === 'string' ? [role] : role).filter((one) => one !== 'newcomer')
  return {
    botName: village.botName,
    items: vocabularyItems(scheme),
    people: village.people.filter(({ bound, phone }) => bound || !phone).map(({ name, called, group }) => ({ name, called, group })),
    commands: commands.map(({ intent, words, role }) => ({ intent, words, examples: [], role: parserRole(offices(role)) })),
    goods: [],
  }
}
