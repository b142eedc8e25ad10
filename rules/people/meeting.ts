import type { MeetingFigures } from '../../models/record.ts'
import { type Law, type LegalShare, peopleNeeded } from '../law.ts'

/** What the law makes of a meeting: the numbers it asks for, and whether they were reached; null where nothing was said to judge by. */
export interface Judgement {
  /** how many had to be there; null when the law asks for no number */
  readonly quorum: number | null
  readonly quorate: boolean | null
  /** how many had to agree */
  readonly votes: number | null
  readonly passed: boolean | null
}

/** The bodies of the law by the words people use for them, the longer word first. */
const bodies = [
  [/成员代表(?:大会|会)/u, 'collective-representatives'],
  [/成员大会/u, 'collective-assembly'],
  [/代表(?:大会|会)/u, 'representatives-meeting'],
  [/村民(?:大会|会议)|户代表/u, 'villagers-assembly'],
  [/[组屯院](?:会议|会|民会)/u, 'group-meeting'],
] as const

/** The body of the law that a line speaks of; null for a meeting the law does not know. */
export const bodyIn = (line: string): string | null => bodies.find(([words]) => words.test(line))?.[1] ?? null

const numberBy = (line: string, words: string): number | null => {
  const hit = new RegExp(`(\\d{1,5})(?:名|位|个|人|票)?(?:人|票)?(?:${words})|(?:${words})(?:的|有|了|:|为)?[ ]?(\\d{1,5})`, 'u').exec(line)
  const said = hit?.[1] ?? hit?.[2]
  return said === undefined ? null : Number(said)
}

/** The figures of a line beside those its grammar reads; 「代表21人、村委5人」 are members together (村委会组织法第二十五条). */
export function figuresIn(
  line: string,
  said: { readonly expected: number | undefined; readonly present: number | undefined; readonly inFavour: number | undefined },
): MeetingFigures {
  const parts = /代表(\d{1,4})[人名位]?[^\d]{0,3}(?:村委|村委会|委员|村委会成员)(?:会)?(?:成员)?(\d{1,3})/u.exec(line)
  const together = parts ? Number(parts[1]) + Number(parts[2]) : undefined
  return {
    expected: together ?? said.expected ?? null,
    present: said.present ?? null,
    inFavour: said.inFavour ?? null,
    against: numberBy(line, '反对'),
    abstained: numberBy(line, '弃权'),
  }
}

/** The share by which those said to be there are counted: by households when the line does so. */
const shareFor = (shares: readonly LegalShare[], byHousehold: boolean): LegalShare | undefined =>
  shares.find(({ of }) => (of === 'household-representatives') === byHousehold) ?? shares[0]

/**
 * Holds a meeting against the law: of 21 members 14 must be there, and 8 of 15 present agree; 13 present decide nothing. A body that
 * the law does not know is not judged.
 */
export function judgeMeeting(law: Law, body: string | null, figures: MeetingFigures, byHousehold = false): Judgement {
  const rules = body === null ? undefined : law.bodies[body]
  const { expected, present, inFavour } = figures
  if (!rules) return { quorum: null, quorate: null, votes: null, passed: null }
  const share = shareFor(rules.quorum, byHousehold)
  const quorum = share && expected !== null ? peopleNeeded(share, expected) : null
  const enough = quorum === null || present === null ? null : present >= quorum
  const quorate = rules.quorum.length === 0 ? true : enough
  const base = rules.passes.of === 'present' ? present : expected
  const votes = base === null ? null : peopleNeeded(rules.passes, base)
  const agreed = votes === null || inFavour === null ? null : inFavour >= votes
  return { quorum, quorate, votes, passed: quorate === false ? false : agreed }
}
