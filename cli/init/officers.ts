import type { Role } from '../../models/role.ts'
import { foldText } from '../../bot/grammar/fold.ts'
import { doubtful, wrong, type Fault } from './roster/fault.ts'
import { groupKey } from './roster/household-checks.ts'
import { readGroup } from './roster/read-cells.ts'
import type { Roster, RosterHousehold, RosterPerson } from './roster/roster.ts'

/** Whom the operator named for the offices; names may carry the group (2组张桂兰) or the household (8号户张桂兰). */
export interface NamedOfficers {
  readonly secretary?: string
  readonly bookkeeper?: string
  readonly reviewers: readonly string[]
  readonly supervisors: readonly string[]
  /** without it the bookkeeper */
  readonly operator?: string
}

/** An office and who holds it. */
export interface Officer {
  readonly role: Role
  readonly person: RosterPerson
}

/** The offices as they can be given, with what is wrong or doubtful. */
export interface Appointment {
  readonly officers: readonly Officer[]
  readonly faults: readonly Fault[]
}

/** What each office is called, and by which option it is named. */
export const offices = {
  secretary: { title: '支书', option: '--secretary' },
  bookkeeper: { title: '会计', option: '--bookkeeper' },
  reviewer: { title: '评议员', option: '--reviewers' },
  supervisor: { title: '监督员', option: '--supervisors' },
  operator: { title: '管机器的人', option: '--operator' },
} as const satisfies Partial<Record<Role, { title: string; option: string }>>

type Office = keyof typeof offices

const HOUSEHOLD = /^(\d{1,5})号?户|\((\d{1,5})号?户?\)$/u
const GROUP = /^第?[\d一二三四五六七八九十]{1,4}(?:村民)?小?组|^.{1,10}(?:屯|院|嘎查)(?=\p{Script=Han}{2})/u

function candidates(label: string, roster: Roster, households: ReadonlyMap<number, RosterHousehold>): readonly RosterPerson[] {
  const folded = foldText(label).replaceAll(/\s/gu, '')
  const house = HOUSEHOLD.exec(folded)
  const number = house ? Number(house[1] ?? house[2]) : null
  const rest = folded.replace(HOUSEHOLD, '')
  const groupWords = GROUP.exec(rest)?.[0] ?? ''
  const group = groupWords === '' ? null : readGroup(groupWords)
  const name = rest.slice(groupWords.length)
  const wantedGroup = group && 'value' in group ? groupKey(group.value) : null
  const fitting = roster.people.filter(({ household }) => {
    const found = households.get(household)
    return (number === null || household === number) && (wantedGroup === null || (found && groupKey(found.group) === wantedGroup))
  })
  const byName = fitting.filter((person) => person.name === name)
  return byName.length > 0 ? byName : fitting.filter(({ called }) => called.includes(name))
}

/** Finds the people named for the offices and holds them against the rules (GY-6: nobody reviews and supervises). */
export function appoint(roster: Roster, named: NamedOfficers, quorum: number): Appointment {
  const faults: Fault[] = []
  const households = new Map(roster.households.map((household) => [household.number, household]))
  const label = ({ name, household }: RosterPerson) => `${households.get(household)?.group.name ?? ''}${String(household)}号户${name}`

  function find(words: string, office: Office): readonly Officer[] {
    const { title } = offices[office]
    const [first, ...others] = candidates(words, roster, households)
    if (!first) {
      faults.push(wrong(null, `花名册里没有${title}“${words}”`, '请写花名册上的姓名；不在花名册里的请先加进去'))
      return []
    }
    if (others.length > 0) {
      const list = [first, ...others].map(label).join('、')
      faults.push(
        wrong(
          null,
          `${title}“${words}”有${String(others.length + 1)}个人：${list}`,
          `请写明是哪一位，比如“${String(first.household)}号户${first.name}”`,
        ),
      )
      return []
    }
    if (first.minor) faults.push(wrong(first.row, `${title}${first.name}不满14岁`, '请换一个成年人'))
    return [{ role: office, person: first }]
  }

  const bookkeeper = named.bookkeeper === undefined ? [] : find(named.bookkeeper, 'bookkeeper')
  const operator =
    named.operator === undefined
      ? bookkeeper.map(({ person }) => ({ role: 'operator' as const, person }))
      : find(named.operator, 'operator')
  const secretary = named.secretary === undefined ? [] : find(named.secretary, 'secretary')
  const reviewers = named.reviewers.flatMap((words) => find(words, 'reviewer'))
  const supervisors = named.supervisors.flatMap((words) => find(words, 'supervisor'))
  faults.push(...twice(reviewers), ...twice(supervisors), ...panelFaults(reviewers, named.reviewers.length, quorum))
  faults.push(...supervisorFaults(supervisors, reviewers, [...secretary, ...bookkeeper]))
  return { officers: [...secretary, ...bookkeeper, ...operator, ...reviewers, ...supervisors], faults }
}

const titleOf = (role: Role): string =>
  role in offices ? (Object.entries(offices).find(([office]) => office === role)?.[1].title ?? '') : ''

function twice(officers: readonly Officer[]): readonly Fault[] {
  return officers.flatMap(({ role, person }, index) =>
    officers.findIndex((other) => other.person === person) === index
      ? []
      : [wrong(null, `${titleOf(role)}${person.name}写了两次`, '请只写一次')],
  )
}

function panelFaults(reviewers: readonly Officer[], wanted: number, quorum: number): readonly Fault[] {
  if (reviewers.length === 0 || reviewers.length < wanted) return []
  const { title } = offices.reviewer
  const households = new Set(reviewers.map(({ person }) => person.household)).size
  if (households === 1 && reviewers.length > 1) {
    return [wrong(null, `${title}都是一户的人，谁也不能审自己家，他家的事没有人能定`, `请再选别户的${title}`)]
  }
  if (households < quorum)
    return [wrong(null, `办法要${String(quorum)}户${title}同意才算，现在只有${String(households)}户`, `请再选别户的${title}`)]
  if (households > quorum) return []
  return [doubtful(null, `${title}只来自${String(households)}户，他们自己家的申报没有人能审`, `请再选一户的${title}`)]
}

function supervisorFaults(supervisors: readonly Officer[], reviewers: readonly Officer[], committee: readonly Officer[]): readonly Fault[] {
  const { title } = offices.supervisor
  return supervisors.flatMap(({ person }) => {
    if (reviewers.some((other) => other.person === person)) {
      return [wrong(null, `${person.name}又当评议员又当${title}`, '评议和监督不能是同一个人，请换掉一个')]
    }
    const member = committee.find((other) => other.person === person)
    return member ? [doubtful(null, `${title}${person.name}也是${titleOf(member.role)}，只能算内部监督`, '最好另选不在村两委的人')] : []
  })
}
