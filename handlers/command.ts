import type { IntentName, Reading, Slots } from '../models/intent.ts'
import type { Reply } from '../models/reply.ts'
import type { Role } from '../models/role.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Utterance } from '../models/utterance.ts'
import type { Household, Person, Room } from '../models/village.ts'
import type { Scheme } from '../rules/scheme.ts'
import type { RoomMember } from './binding/match-nicknames.ts'

/** A person of the register who speaks, with household and offices of the day. */
export interface Speaker {
  readonly person: Person
  readonly household: Household | null
  readonly roles: readonly Role[]
}

/** What a handler may know and touch. It decides and returns lines; it never speaks. */
export interface Context {
  readonly speaker: Speaker
  /** the village's room it was said in; null in private */
  readonly room: Room | null
  readonly utterance: Utterance
  /** the folded words, at most 2,000 characters, as kept with a case */
  readonly line: string
  readonly reading: Reading
  /** who is in the villagers' room, as the messenger shows them: only for a command that looks at it, and when the messenger tells */
  readonly members: readonly RoomMember[] | null
  /** the bot was called by name, quoted, or spoken to in private */
  readonly addressed: boolean
  readonly scheme: Scheme
  readonly edition: number
  /** the scheme a case was made under */
  schemeOf(edition: number): Promise<Scheme>
  readonly stores: Stores
  readonly now: number
  /** when the line was first said: before `now` when it waited for an answer */
  readonly begunAt: number
}

/** The same for a contact whom nobody has bound yet. */
export interface NewcomerContext extends Omit<Context, 'speaker'> {
  readonly speaker: Speaker | null
}

interface Declaration {
  readonly intent: IntentName
  /** words that begin the line */
  readonly words: readonly string[]
  /** lines a villager can type; each is run by a test */
  readonly examples: readonly string[]
  /** the line of help, in the villagers' words */
  readonly help: string
  /** the line of help for who is bound, of a command that newcomers begin with */
  readonly boundHelp?: string
  /** what it can do besides for who holds an office, as help says it */
  readonly officeHelp?: { readonly role: Role; readonly help: string }
  /** whether such a line has to know who is in the villagers' room: that is asked of the messenger before anything is decided */
  readonly looksAtRoom?: (line: string) => boolean
}

type Office = Exclude<Role, 'villager'>

/** Who may use a command: every villager, or who holds one of the offices; all others are told why not, in private. */
type Right =
  { readonly role: 'villager'; readonly refusal?: never } | { readonly role: Office | readonly Office[]; readonly refusal: string }

/** One thing the bot can be told to do, declared once: routing, help, rights and example tests come from it. */
export type Command = Declaration &
  Right & {
    handle(slots: Slots, context: Context): Promise<readonly Reply[]>
  }

/** A command that somebody may use who is not in the register yet. */
export interface NewcomerCommand extends Declaration {
  readonly role: 'newcomer'
  handle(slots: Slots, context: NewcomerContext): Promise<readonly Reply[]>
}

/** Declares a command. */
export const command = (declared: Command): Command => declared

/** Declares a command for people who are not in the register yet. */
export const newcomerCommand = (declared: Omit<NewcomerCommand, 'role'>): NewcomerCommand => ({ ...declared, role: 'newcomer' })

/** Everybody of the register is a villager, whatever office they hold besides. */
export function holdsRole(held: readonly Role[], wanted: Role | readonly Role[]): boolean {
  const accepted: readonly Role[] = typeof wanted === 'string' ? [wanted] : wanted
  return accepted.some((role) => role === 'villager' || held.includes(role))
}
