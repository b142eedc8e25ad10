/** A member of a room as the channel shows them: the contact's own name, and the nickname in the room. */
export interface RoomMember {
  readonly contact: string
  readonly name: string
  readonly roomName: string
}

/** Somebody of the register whom a nickname can name. */
export interface Known {
  /** person id */
  readonly person: string
  readonly name: string
  readonly called: readonly string[]
  /** number of the villager group; null without a household */
  readonly group: number | null
}

/** A contact who calls themselves like one person of the register, and only like that one. */
export interface ProposedBinding {
  readonly contact: string
  /** the nickname that was read */
  readonly shown: string
  readonly person: string
}

/** A contact whose nickname could mean several, or only perhaps one. */
export interface UnclearBinding {
  readonly contact: string
  readonly shown: string
  /** person ids */
  readonly people: readonly string[]
}

/** What the nicknames of a room suggest; nobody gains a right by it before the bookkeeper has said yes. */
export interface BindingProposals {
  readonly proposed: readonly ProposedBinding[]
  readonly unclear: readonly UnclearBinding[]
}

const FIGURES = '零一二三四五六七八九'
const GROUP = /第?(\d{1,3}|[一二三四五六七八九十]{1,4})(?:村民)?(?:小?组|屯)/u

/** Words beside a name that say what somebody is, not who else they could be. */
const OFFICES =
  /^(?:村民|会计|文书|支书|书记|主任|组长|队长|党员|代表|评议员|监督员|网格员|本人|户主)+|(?:村民|会计|文书|支书|书记|主任|组长|队长|党员|代表|评议员|监督员|网格员|本人|户主)+$/gu

/** A nickname with one of these names somebody else's relative. */
const RELATIVES = /的|家|妈|爸|爹|娘|儿子|女儿|闺女|老婆|老公|媳妇|妻|丈夫|爷|奶|孙|姐|妹|哥|弟|叔|婶|姨|舅|姑|嫂|宝贝/u

/** 十 is 10, 二十一 is 21. */
function groupNumber(figures: string): number {
  if (/^\d+$/u.test(figures)) return Number(figures)
  if (!figures.includes('十')) return FIGURES.indexOf(figures)
  const [tens = '', ones = ''] = figures.split('十')
  return (tens === '' ? 1 : FIGURES.indexOf(tens)) * 10 + (ones === '' ? 0 : FIGURES.indexOf(ones))
}

interface ReadNickname {
  readonly shown: string
  readonly group: number | null
  readonly tokens: readonly string[]
}

function readNickname(nickname: string): ReadNickname {
  const folded = nickname.normalize('NFKC').replaceAll(/[\u00ad\u200b-\u200f\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu, '')
  const found = GROUP.exec(folded)
  const rest = found ? folded.replace(found[0], ' ') : folded
  const tokens = rest.split(/[^\p{Script=Han}·]+/u).map((token) => token.replaceAll(OFFICES, ''))
  return { shown: nickname, group: found ? groupNumber(found[1] ?? '') : null, tokens: tokens.filter((token) => token !== '') }
}

interface Candidates {
  /** the nickname says just this name */
  readonly sure: readonly Known[]
  /** the nickname holds the name, or a part of it */
  readonly perhaps: readonly Known[]
}

const namesOf = ({ name, called }: Known): readonly string[] => [name, ...called]

/** 幸福村王秀英 begins with a place. */
const withoutPlace = (token: string): string => token.replace(/^.{1,6}[村屯寨庄](?=\p{Script=Han}{2})/u, '')

function candidatesOf({ group, tokens }: ReadNickname, register: readonly Known[]): Candidates {
  const words = tokens.map(withoutPlace)
  const named = register.filter((person) => namesOf(person).some((name) => words.includes(name) || tokens.includes(name)))
  const held = register.filter((person) => namesOf(person).some((name) => tokens.some((token) => token.includes(name))))
  const given = register.filter(({ name }) => [...name].length > 2 && words.includes([...name].slice(1).join('')))
  const strange = words.filter((word) => !named.some((person) => namesOf(person).includes(word) || person.name.endsWith(word)))
  const relative = strange.some((word) => RELATIVES.test(word))
  const here = named.filter((person) => group === null || person.group === group)
  const sure = relative ? [] : here
  return { sure, perhaps: [...new Set([...named, ...held, ...given])] }
}

/** What a member's two names say together; the room's nickname first, and they must not name two people. */
function readingOf({ contact, name, roomName }: RoomMember, register: readonly Known[]): ProposedBinding | UnclearBinding | null {
  const nicknames = [...new Set([roomName, name])].filter((one) => one.trim() !== '').map(readNickname)
  const found = nicknames.map((nickname) => ({ nickname, ...candidatesOf(nickname, register) }))
  const first = found.find(({ sure, perhaps }) => sure.length + perhaps.length > 0)
  if (!first) return null
  const sure = [...new Set(found.flatMap((one) => one.sure))]
  const [only, ...others] = sure
  const { shown } = first.nickname
  const firstIsSure = first.sure.length > 0
  if (only && others.length === 0 && firstIsSure) return { contact, shown, person: only.person }
  const people = [...new Set([...sure, ...found.flatMap((one) => (one.sure.length > 0 ? [] : one.perhaps))])]
  return { contact, shown, people: people.map(({ person }) => person) }
}

/**
 * Proposes who of a room's members is whom in the register, by nickname: exact names, with group before or after, with office words
 * and emoji. What could mean two people, or whom two members claim to be, is unclear; members without any likeness are left out.
 */
export function proposeBindings(members: readonly RoomMember[], register: readonly Known[]): BindingProposals {
  const readings = members.map((member) => readingOf(member, register)).filter((one) => one !== null)
  const claims = new Map<string, number>()
  for (const one of readings) if ('person' in one) claims.set(one.person, (claims.get(one.person) ?? 0) + 1)
  const proposed: ProposedBinding[] = []
  const unclear: UnclearBinding[] = []
  for (const one of readings) {
    if ('people' in one) unclear.push(one)
    else if ((claims.get(one.person) ?? 0) > 1) unclear.push({ contact: one.contact, shown: one.shown, people: [one.person] })
    else proposed.push(one)
  }
  return { proposed, unclear }
}
