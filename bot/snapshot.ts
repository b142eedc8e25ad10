import { dateOf } from '../models/dates.ts'
import { parserRole, type Role } from '../models/role.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { VocabularyCommand, VocabularyPerson } from '../models/vocabulary.ts'
import type { Command, NewcomerCommand } from '../handlers/command.ts'
import { readScheme } from '../rules/reading/read-scheme.ts'
import type { Scheme } from '../rules/scheme.ts'
import { vocabularyItems } from '../rules/vocabulary.ts'
import { compileGrammar, type Grammar } from './grammar/grammar.ts'

/** What a village's lines are read with: the scheme in force and the grammar of its items, people and commands. */
export interface Snapshot {
  readonly revision: number
  readonly edition: number
  readonly scheme: Scheme
  readonly grammar: Grammar
}

/** Reads the scheme an edition was adopted with; an adopted edition was checked, so a fault in it is a bug. */
export function schemeFrom(source: string, code: string): Scheme {
  const read = readScheme(source, `${code}.yaml`)
  if ('problems' in read) throw new Error(`the adopted scheme ${code} does not read: ${read.problems[0]?.message ?? ''}`)
  return read.scheme
}

function officesOf(role: (Command | NewcomerCommand)['role']): readonly Role[] {
  if (role === 'newcomer') return []
  return typeof role === 'string' ? [role] : role
}

function commandWords(commands: readonly (Command | NewcomerCommand)[]): readonly VocabularyCommand[] {
  return commands.map(({ intent, words, examples, role }) => ({ intent, words, examples, role: parserRole(officesOf(role)) }))
}

async function peopleOf(stores: Stores): Promise<readonly VocabularyPerson[]> {
  const units = new Map((await stores.register.units()).map((unit) => [unit.id, unit.number]))
  const groups = new Map((await stores.register.households()).map((household) => [household.id, units.get(household.unit) ?? null]))
  return (await stores.register.people()).map(({ name, called, household }) => ({
    name,
    called,
    group: household === null ? null : (groups.get(household) ?? null),
  }))
}

/** Keeps the schemes of editions; an edition never changes. */
export function schemeKeeper() {
  const schemes = new Map<string, Scheme>()

  async function schemeOf(stores: Stores, village: string, edition: number): Promise<Scheme> {
    const key = `${village} ${String(edition)}`
    const known = schemes.get(key)
    if (known) return known
    const row = await stores.schemes.edition(edition)
    if (!row) throw new Error(`no edition ${String(edition)}`)
    const scheme = schemeFrom(row.source, row.code)
    schemes.set(key, scheme)
    return scheme
  }

  return { schemeOf }
}

/** Keeps each village's snapshot until its register, scheme or commands change, or another edition comes into force. */
export function createSnapshots(commands: readonly (Command | NewcomerCommand)[], botName: string) {
  const kept = new Map<string, Snapshot>()
  const { schemeOf } = schemeKeeper()

  async function snapshotOf(stores: Stores, now: number): Promise<Snapshot> {
    const { id, revision } = await stores.village.get()
    const { edition } = await stores.schemes.inForce(dateOf(now))
    const known = kept.get(id)
    if (known?.revision === revision && known.edition === edition) return known
    const scheme = await schemeOf(stores, id, edition)
    const people = await peopleOf(stores)
    const grammar = compileGrammar({ botName, items: vocabularyItems(scheme), people, commands: commandWords(commands), goods: [] })
    const snapshot = { revision, edition, scheme, grammar }
    kept.set(id, snapshot)
    return snapshot
  }

  return { snapshotOf, schemeOf }
}

/** The keeper of snapshots of a process. */
export type Snapshots = ReturnType<typeof createSnapshots>
