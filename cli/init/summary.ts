import { codeLifetime, type IssuedCode } from '../../bot/tie-codes.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { claimSaying, tieSaying } from '../../texts/people/roster.ts'
import type { FoundedVillage } from './found-village.ts'
import { offices, type Officer } from './officers.ts'
import type { Roster } from './roster/roster.ts'

const count = (number: number): string => String(number)

/** What would be founded, as it is shown before the yes. */
interface Planned {
  readonly name: string
  readonly roster: Roster
  readonly officers: readonly Officer[]
  readonly scheme: Scheme
  readonly resolution: string
}

/** That restricted facts were read, without a word of what. */
function groundLines({ households, people }: Roster): readonly string[] {
  const categories = households.filter(({ category }) => category !== null).length
  const grounds = people.filter(({ ground }) => Object.keys(ground).length > 0).length
  return [
    ...(categories === 0 ? [] : [`户类别：写了${count(categories)}户，只用来排哪一批开始，不公开、不导出`]),
    ...(grounds === 0 ? [] : [`基础分依据：写了${count(grounds)}人`]),
  ]
}

/** What would be founded: groups, households, people, officers, scheme and the check behind it. */
export function planLines({ name, roster, officers, scheme, resolution }: Planned): readonly string[] {
  const { groups, households, people } = roster
  const minors = people.filter(({ minor }) => minor).length
  const held = Object.entries(offices).flatMap(([role, { title }]) => {
    const names = officers.filter((officer) => officer.role === role).map(({ person }) => person.name)
    return names.length === 0 ? [] : [`${title}：${names.join('、')}`]
  })
  const missing = ['supervisor', 'secretary'] as const
  const without = missing.filter((role) => !officers.some((officer) => officer.role === role)).map((role) => offices[role].title)
  return [
    `村：${name}`,
    `${count(groups.length)}个组（${groups.map((group) => group.name).join('、')}），${count(households.length)}户，${count(people.length)}人，其中不满14岁的${count(minors)}人`,
    ...groundLines(roster),
    ...held,
    ...(without.length === 0 ? [] : [`还没有：${without.join('、')}`]),
    `办法：${scheme.title}（${scheme.code}），积分项目${count(scheme.items.length)}项，公示${count(scheme.notice.days)}天`,
    `党组织把关：${resolution}`,
  ]
}

const sayingOf = ({ target, code }: IssuedCode, nameOf: (person: string) => string): string =>
  'room' in target ? tieSaying(target.room, code) : claimSaying(nameOf(target.person), code)

/** What the operator does next, in order; the codes are told here and nowhere else. */
export function nextLines({ village, edition, codes, nameOf }: FoundedVillage): readonly string[] {
  const saying = (wanted: 'room' | 'person') => codes.filter(({ target }) => wanted in target).map((one) => `   ${sayingOf(one, nameOf)}`)
  return [
    `${village.name}建好了，办法是第${count(edition)}版。`,
    '接下来：',
    '1. 设好通道（WECHATY_PUPPET 和它的口令，见 README），运行 npm start，用机器人的手机扫码登录。',
    '2. 这个人私下对机器人说：',
    ...saying('person'),
    '3. 把机器人拉进群，在每个群里说一句：',
    ...saying('room'),
    `口令每个用一次，${count(codeLifetime / 86_400_000)}天内有效，只显示这一次；过期了重新启动机器人会有新的。`,
    '4. 村民在群里发“绑定 2组 姓名”，会计回“同意”。',
    '不放心的话先运行 npm run xiangyue -- doctor 看一遍。',
  ]
}
