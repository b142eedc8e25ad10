import type { TrainingHousehold, TrainingPerson, TrainingVillage } from './training-village.ts'

const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖',
)
const first = Array.from('建国志文明永春秀玉桂金银福德长大小海天光学美晓宝成家')
const second = Array.from('华军平兰英梅芳生林山水根旺财贵发祥云霞珍莲凤香花田')

const names = surnames.length * first.length * second.length

/** Step through all names that looks unordered and yet meets each name once: prime, and not a divisor of the number of names. */
const stride = 7919

/** The most households a training village can grow to. */
export const mostHouseholds = 5000

/**
 * The village with generated households added until it has `households` in all: one person with a phone each, spread over
 * the groups, always the same people for the same number. A number not above what is there changes nothing.
 */
export function grow(village: TrainingVillage, households: number): TrainingVillage {
  const missing = Math.max(0, Math.min(households, mostHouseholds) - village.households.length)
  const added = newNames(village, missing).map((name, index) => settle(village, name, village.households.length + 1 + index))
  const ids = added.map(({ person }) => person.id)
  return {
    ...village,
    households: [...village.households, ...added.map(({ household }) => household)],
    people: [...village.people, ...added.map(({ person }) => person)],
    rooms: village.rooms.map((room) => (room.kind === 'villagers' ? { ...room, members: [...room.members, ...ids] } : room)),
  }
}

function settle(village: TrainingVillage, name: string, number: number): { household: TrainingHousehold; person: TrainingPerson } {
  const group = village.groups[(number - 1) % village.groups.length] ?? 1
  return {
    household: { number, group, head: name },
    person: { id: name, name, called: [], group, household: number, roles: [], phone: true, bound: true },
  }
}

function newNames(village: TrainingVillage, count: number): readonly string[] {
  const taken = new Set(village.people.map((person) => person.name))
  const found: string[] = []
  for (let index = 0; found.length < count && index < names; index += 1) {
    const name = nameAt((index * stride) % names)
    if (!taken.has(name)) found.push(name)
  }
  return found
}

function nameAt(position: number): string {
  const surname = surnames[position % surnames.length] ?? ''
  const rest = Math.floor(position / surnames.length)
  return `${surname}${first[rest % first.length] ?? ''}${second[Math.floor(rest / first.length)] ?? ''}`
}
