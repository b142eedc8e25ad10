import type { TrainingPerson } from '../../web/sandbox/training-village.ts'
import { householdOf, type BookedReport } from './books.ts'
import { deeds } from './deeds.ts'
import type { Life } from './life.ts'
import type { Scene } from './reporting.ts'

interface Case {
  readonly report: BookedReport
  readonly reviewer: TrainingPerson
}

function waiting(life: Life): Case | null {
  const reports = life.books.inState('pending')
  if (reports.length === 0) return null
  const report = life.pick(reports)
  return { report, reviewer: life.pick(life.reviewers(report.household, report.reporter)) }
}

const panel = { to: '评议群' } as const

const approved = (report: BookedReport): RegExp => new RegExp(`#${String(report.number)} .*已通过，公示到`, 'u')

async function approve(life: Life, { report, reviewer }: Case): Promise<void> {
  const number = String(report.number)
  life.books.notice(report, report.proposed, life.now)
  if (life.chance(0.5)) {
    const quote = life.card(report.number)
    await life.ask(reviewer.id, life.pick(['同意', '通过', '可以', '要得', '中', '行', '没问题']), approved(report), { ...panel, quote })
    return
  }
  const text = life.pick([`${number}通过`, `通过 ${number}`, `#${number} 同意`, `${number}同过`])
  await life.ask(reviewer.id, text, approved(report), life.chance(0.8) ? panel : { to: 'bot' })
}

const approveOne: Scene = async (life) => {
  const found = waiting(life)
  if (!found) return false
  await approve(life, found)
  return true
}

const otherPoints: Scene = async (life) => {
  const found = waiting(life)
  if (!found || found.report.deed === '补记') return false
  const { report, reviewer } = found
  const { min } = deeds[report.deed === '补记' ? 'sweep' : report.deed].given
  life.books.notice(report, min, life.now)
  const text = `改${String(min)}分`
  if (life.chance(0.5)) await life.ask(reviewer.id, text, approved(report), { ...panel, quote: life.card(report.number) })
  else await life.ask(reviewer.id, `${String(report.number)}${text}`, approved(report), panel)
  return true
}

const reject: Scene = async (life) => {
  const found = waiting(life)
  if (!found) return false
  const { report, reviewer } = found
  const number = String(report.number)
  report.state = 'rejected'
  if (life.chance(0.4)) {
    const quote = life.card(report.number)
    if (life.chance(0.5)) {
      await life.ask(reviewer.id, '不行', /为什么不行/u, { ...panel, quote })
      await life.ask(reviewer.id, '那天没看见他们家的人', new RegExp(`#${number} 已审结|#${number} .*没有通过`, 'u'), panel)
      return true
    }
    await life.ask(reviewer.id, '不行 只扫了一半', new RegExp(`#${number}`, 'u'), { ...panel, quote })
    return true
  }
  await life.ask(reviewer.id, `${number}驳回 没有做完`, new RegExp(`#${number}`, 'u'), panel)
  return true
}

const sendBack: Scene = async (life) => {
  const found = waiting(life)
  if (!found) return false
  const { report, reviewer } = found
  report.state = 'returned'
  await life.ask(reviewer.id, '照片补一张来', new RegExp(`#${String(report.number)}`, 'u'), { ...panel, quote: life.card(report.number) })
  return true
}

const takeBack: Scene = async (life) => {
  const found = waiting(life)
  if (!found) return false
  await approve(life, found)
  await life.until(life.now + 3 * 60_000)
  found.report.state = 'pending'
  found.report.points = null
  await life.ask(found.reviewer.id, '撤', new RegExp(`#${String(found.report.number)}.*回到待审`, 'u'), panel)
  return true
}

const putAside: Scene = async (life) => {
  const found = waiting(life)
  if (!found) return false
  await life.refused(found.reviewer.id, `${String(found.report.number)}先放着`, /先放着/u, panel)
  return true
}

/** the list, and several decisions by its numbers */
const byList: Scene = async (life) => {
  const reviewer = life.pick(life.people.filter(({ roles }) => roles.includes('reviewer')))
  const mine = life.books.inState('pending').filter((one) => one.household !== householdOf(reviewer) && one.reporter !== reviewer.id)
  const [first, second] = mine
  if (!first || !second) return false
  const [list] = await life.ask(reviewer.id, '待审', new RegExp(`等您审的${String(mine.length)}件`, 'u'), panel)
  const numbers = [...(list?.text ?? '').matchAll(/^(\d+) #(\d+) /gmu)].map(([, , number]) => Number(number))
  const places = [first, second].map(({ number }) => numbers.indexOf(number) + 1)
  if (places.includes(0)) return true
  life.books.notice(first, first.proposed, life.now)
  second.state = 'rejected'
  await life.ask(reviewer.id, `${String(places[0])}通过 ${String(places[1])}驳回没证据`, approved(first), panel)
  return true
}

/** everything that waits, after a look at the list */
const allAtOnce: Scene = async (life) => {
  const reviewer = life.pick(life.people.filter(({ roles }) => roles.includes('reviewer')))
  const mine = life.books.inState('pending').filter((one) => one.household !== householdOf(reviewer) && one.reporter !== reviewer.id)
  if (mine.length < 6) return false
  const replies = await life.ask(reviewer.id, life.pick(['都同意', '全部通过']), /要通过这\d+件/u, panel)
  const listed = [
    ...replies
      .map(({ text }) => text)
      .join('\n')
      .matchAll(/^#(\d+) /gmu),
  ].map(([, number]) => Number(number))
  for (const report of mine) if (listed.includes(report.number)) life.books.notice(report, report.proposed, life.now)
  await life.ask(reviewer.id, '1', /已通过，公示到/u, panel)
  return true
}

/** people who have no right to, numbers that do not exist, words that come too late: nothing changes */
const wrongPeople: Scene = async (life) => {
  const found = waiting(life)
  if (!found) return false
  const number = String(found.report.number)
  const own = life.people.find((one) => one.roles.includes('reviewer') && householdOf(one) === found.report.household)
  const decided = life.books.inState('in-notice', 'booked')[0]
  const tries: readonly (() => Promise<void>)[] = [
    () => life.refused(life.villager().id, `${number}通过`, /审核由评议员/u),
    () => life.refused('孙建国', `${number}通过`, /审核由评议员/u, panel),
    () => life.refused(found.reviewer.id, '9999通过', /没有#9999/u, panel),
    () => life.refused(life.villager().id, '发排名', /支书或会计|干部/u),
    () => life.refused(life.villager().id, `${number}驳回 没扫`, /审核由评议员/u),
    ...(own ? [() => life.refused(own.id, `${number}通过`, /自家的/u, panel)] : []),
    ...(decided ? [() => life.refused(found.reviewer.id, `${String(decided.number)}通过`, /不用再审/u, panel)] : []),
  ]
  await life.pick(tries)()
  return true
}

/** What reviewers do from day to day, and what others try. */
export const reviewingScenes: readonly (readonly [number, Scene])[] = [
  [34, approveOne],
  [4, otherPoints],
  [4, reject],
  [4, sendBack],
  [2, takeBack],
  [2, putAside],
  [5, byList],
  [1, allAtOnce],
  [8, wrongPeople],
]
