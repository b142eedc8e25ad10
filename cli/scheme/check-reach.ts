import { readFile } from 'node:fs/promises'
import { householdProfiles, type Profile } from '../../rules/profiles.ts'
import { reachOf } from '../../rules/outlook/reach.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { reachHead, reachLine } from '../../texts/scheme/reach.ts'
import { extrasOf } from '../init/roster/extra-columns.ts'
import { anyWrong, faultLine, inOrder } from '../init/roster/fault.ts'
import { readFileOf } from '../init/roster/read-file.ts'
import { readRoster } from '../init/roster/read-roster.ts'
import type { Roster } from '../init/roster/roster.ts'

/** How many households of the roster look like a kind; null where a roster does not show it. */
function householdsLike({ roster: wanted }: Profile, { households, people }: Roster): number | null {
  if (wanted === undefined) return null
  return households.filter(({ number }) => {
    const members = people.filter(({ household }) => household === number)
    const children = members.filter(({ minor }) => minor).length
    return members.length - children === wanted.adults && (wanted.children === 0 ? children === 0 : children >= wanted.children)
  }).length
}

interface Said {
  out(line: string): void
  err(line: string): void
}

/** `scheme check FILE --roster SHEET`: what each kind of household can reach in a year under the scheme; false when the roster cannot be read. */
export async function checkReach(scheme: Scheme, path: string, year: number, io: Said): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) {
    io.err(`读不了花名册 ${path}：请检查路径是否写对、文件能不能打开`)
    return false
  }
  const file = await readFileOf(bytes)
  const { roster, faults } =
    'fault' in file ? { roster: null, faults: [file.fault] } : readRoster(file.sheets, undefined, Date.UTC(year, 0, 1), extrasOf(scheme))
  if (!roster || anyWrong(faults)) {
    for (const fault of inOrder(faults)) io.err(faultLine(fault))
    return false
  }
  const { profiles, warnBelowPercent } = householdProfiles
  io.out(reachHead(warnBelowPercent))
  for (const reach of reachOf(scheme, profiles, warnBelowPercent, year)) io.out(reachLine(reach, householdsLike(reach.profile, roster)))
  return true
}
