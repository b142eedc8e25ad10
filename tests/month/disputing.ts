import { householdOf, type BookedReport } from './books.ts'
import type { Life } from './life.ts'
import type { Scene } from './reporting.ts'

const panel = { to: '评议群' } as const

/** objections on the way: number of the objection → who raised it and against what */
const openOf = (life: Life): readonly { readonly number: number; readonly by: string; readonly report: BookedReport }[] =>
  [...life.notes].flatMap(([key, number]) => {
    const [, by, target] = /^objection (.+) (\d+)$/u.exec(key) ?? []
    const report = life.books.reports.get(Number(target))
    return by !== undefined && report ? [{ number, by, report }] : []
  })

const object: Scene = async (life) => {
  const reports = life.books
    .inState('in-notice', 'booked')
    .filter(({ number }) => !openOf(life).some(({ report }) => report.number === number))
  if (reports.length === 0) return false
  const report = life.pick(reports)
  const speaker = life.villager([report.doer, '冯小兵'])
  const number = life.books.takeNumber()
  const target = String(report.number)
  const text = life.pick([`异议 #${target} 那天没看见人`, `异议 #${target} 记多了吧`, `${target}有异议，那天没人扫`])
  if (report.state === 'in-notice') report.state = 'objected'
  life.notes.set(`objection ${speaker.id} ${target}`, number)
  await life.ask(speaker.id, text, new RegExp(`异议#${String(number)}已收到（针对#${target}`, 'u'))
  return true
}

const answer: Scene = async (life) => {
  const [open] = openOf(life)
  if (!open) return false
  const { number, by, report } = open
  const objector = householdOf(life.person(by))
  const reviewer = life.pick(life.reviewers(report.household, report.reporter).filter((one) => householdOf(one) !== objector))
  life.notes.delete(`objection ${by} ${String(report.number)}`)
  const result = life.pick(['maintain', 'maintain', 'correct', 'reverse'])
  const quoted = life.chance(0.5)
  const head = quoted ? '' : String(number)
  const manner = quoted ? { ...panel, quote: life.card(number) } : panel
  const settled = new RegExp(`异议#${String(number)} 已答复`, 'u')
  if (result === 'maintain') {
    if (report.state === 'objected') report.state = 'in-notice'
    await life.ask(reviewer.id, `${head}维持 照片核过了`, settled, manner)
  } else if (result === 'correct') {
    if (report.state === 'booked') life.books.correctBooked(report, 1, life.now)
    else life.books.notice(report, 1, life.now)
    await life.ask(reviewer.id, `${head}属实，改1分`, settled, manner)
  } else {
    report.state = report.state === 'booked' ? 'reversed' : 'rejected'
    await life.ask(reviewer.id, `${head}撤销 查实没做`, settled, manner)
  }
  return true
}

/** two reviewers of two households give what nobody has reported */
const award: Scene = async (life) => {
  const doer = life.villager(['张桂兰2', '张桂兰4'])
  const [first, second] = life.reviewers(householdOf(doer), '')
  if (!first || !second) return false
  const points = life.pick([5, 15, 30])
  const number = life.books.takeNumber()
  await life.ask(first.id, `给${doer.name}加${String(points)}分 抗洪抢险`, new RegExp(`提议#${String(number)}`, 'u'), panel)
  await life.until(life.now + 60_000)
  const made = life.books.open(doer, doer, '补记', life.today, points)
  life.books.notice(made, points, life.now)
  await life.ask(second.id, `${String(number)}同意`, new RegExp(`提议#${String(number)} 已办`, 'u'), panel)
  return true
}

/** the bookkeeper finds a mistake; a reviewer of another household agrees */
const reverse: Scene = async (life) => {
  const sound = life.books.inState('in-notice', 'booked').filter(({ household }) => household !== householdOf(life.person('赵福贵')))
  const reports = sound.filter(
    ({ number, household }) => household !== 'household-2' && !openOf(life).some(({ report }) => report.number === number),
  )
  if (reports.length === 0) return false
  const report = life.pick(reports)
  const reviewer = life.pick(life.reviewers(report.household, ''))
  const number = life.books.takeNumber()
  await life.ask('罗秀珍', `冲正 #${String(report.number)} 记错了户`, new RegExp(`提议#${String(number)}`, 'u'), { to: '干部群' })
  report.state = report.state === 'booked' ? 'reversed' : 'rejected'
  await life.ask(reviewer.id, `${String(number)}同意`, new RegExp(`提议#${String(number)} 已办`, 'u'), panel)
  return true
}

/** Where people do not agree, and how it is mended. */
export const disputeScenes: readonly (readonly [number, Scene])[] = [
  [4, object],
  [5, answer],
  [1, award],
  [1, reverse],
]
