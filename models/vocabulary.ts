import type { IntentName } from './intent.ts'
import type { ParserRole } from './role.ts'

/** One deed of the scheme as the parser must know it. */
export interface VocabularyItem {
  readonly code: string
  readonly cat: string
  readonly name: string
  /** other names by which the village calls it */
  readonly words: readonly string[]
  /** units it is counted in, as typed: 小时, 袋, 次 … */
  readonly units: readonly string[]
}

/** One person of the register as the parser must know them; by-names are what others call them. */
export interface VocabularyPerson {
  readonly name: string
  readonly called: readonly string[]
  readonly group: number | null
}

/** One command as the parser must know it. */
export interface VocabularyCommand {
  readonly intent: IntentName
  readonly words: readonly string[]
  readonly examples: readonly string[]
  readonly role: ParserRole
}

/** The closed vocabulary in force in one village; everything outside it is open text and never guessed by sound. */
export interface Vocabulary {
  readonly botName: string
  readonly items: readonly VocabularyItem[]
  readonly people: readonly VocabularyPerson[]
  readonly commands: readonly VocabularyCommand[]
  readonly goods: readonly string[]
}
