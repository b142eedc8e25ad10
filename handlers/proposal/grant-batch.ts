import { refuse } from '../../models/outcome.ts'
import type { Reply } from '../../models/reply.ts'
import type { Item } from '../../rules/scheme.ts'
import { personName } from '../../texts/name.ts'
import * as texts from '../../texts/review/batch-award.ts'
import { makeUpDeed } from '../../texts/objection/objection.ts'
import { noHousehold } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { personNamed, type Villager } from '../people.ts'
import { propose } from './open-proposal.ts'

/** A count of households behind the last name, and what makes a household of a name, are no part of it. */
const bare = (name: string): string => name.replace(/(?:等|共|这)?\d{0,3}[户家]?$/u, '')

/** The names between 给 and 各加, as they were typed; 和 parts two names unless the whole is somebody's (张和平). */
export function namesTyped(line: string, known: readonly (string | null)[]): readonly string[] {
  const [, list = ''] =
    /(?:给|为|对)(.+?)(?:每户|每家|各户|各家|各)?(?:加|记|奖励|奖|补记|补)(?:上|了|个)?[\d一二两三四五六七八九十百千]/u.exec(line) ?? []
  return list
    .split(/[、,，\s]+/u)
    .map(bare)
    .flatMap((name) => (known.includes(name) ? [name] : name.split(/[和及跟]/u).map(bare)))
    .filter((name) => name !== '')
}

const countSaid = (line: string): number | null => {
  const [, count] = /(\d{1,3})[户家]/u.exec(line) ?? []
  return count === undefined ? null : Number(count)
}

async function villagersNamed(names: readonly string[], { stores, speaker, reading }: Context): Promise<readonly Villager[]> {
  const found: Villager[] = []
  for (const name of names) {
    const villager = await personNamed(stores, name, reading.settled)
    const { household } = villager
    if (!household) return refuse(noHousehold(villager.person.name))
    if (household.id === speaker.household?.id) return refuse(texts.ownInBatch)
    const same = found.find((one) => one.household?.id === household.id)
    if (same) return refuse(texts.oneHouseholdTwice(same.person.name, villager.person.name))
    found.push(villager)
  }
  return found
}

/** What is to be given to each of several. */
export interface BatchOf {
  readonly item: Item | undefined
  readonly cat: string
  readonly points: number
  readonly reason: string
  readonly forLand: boolean
}

/** 批量奖励 (CJ-7): one command for many named households, reviewed as one case. */
export async function proposeBatch(
  names: readonly string[],
  { item, cat, points, reason, forLand }: BatchOf,
  context: Context,
): Promise<readonly Reply[]> {
  const said = countSaid(context.line)
  if (said !== null && said !== names.length) return refuse(texts.otherCount(said, names.length))
  const villagers = await villagersNamed(names, context)
  const rows = villagers.map(({ person }) => ({
    doer: person.id,
    item: item?.code ?? makeUpDeed,
    cat,
    points,
    text: reason === '' ? (item?.name ?? makeUpDeed) : reason,
  }))
  const listed = villagers.map(({ person, unit }) => personName(person, unit, 'panel'))
  const text = texts.batchText(item?.name ?? makeUpDeed, points, listed, reason, forLand)
  return propose('award-batch', { rows }, { subject: null, text }, context)
}
