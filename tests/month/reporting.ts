import type { TrainingPerson } from '../../web/sandbox/training-village.ts'
import type { Manner } from '../village.ts'
import type { BookedReport } from './books.ts'
import { deeds, sayDeed, type Deed, type DeedName } from './deeds.ts'
import type { Life } from './life.ts'

/** Something that happens in the village: one line, or a few that belong together. False when nothing of the kind can happen now. */
export type Scene = (life: Life) => Promise<boolean>

const names = [
  'sweep',
  'sweep',
  'sweep',
  'visit',
  'visit',
  'help',
  'volunteer',
  'yard',
  'patrol',
  'donate',
] as const satisfies readonly DeedName[]

interface Telling {
  readonly name: DeedName
  readonly amount: number
  readonly text: string
  readonly deedOn: string
}

function tellingOf(life: Life): Telling {
  const name = life.pick(names)
  const deed: Deed = deeds[name]
  const amount = life.pick(deed.amounts)
  const way = life.pick(deed.said)
  const yesterday = way.includes('〈日〉') && life.chance(0.5)
  return { name, amount, text: sayDeed(way, amount, yesterday), deedOn: yesterday ? life.yesterday : life.today }
}

const received = ({ number }: BookedReport, points: number): RegExp => new RegExp(`#${String(number)} [\\s\\S]*${String(points)}分`, 'u')

/** tells a deed; where the limits leave nothing, it is refused in private */
async function tell(
  life: Life,
  reporter: TrainingPerson,
  doer: TrainingPerson,
  { name, amount, deedOn }: Telling,
  text: string,
  manner: Manner = {},
): Promise<BookedReport | null> {
  const { books } = life
  const left = books.left(doer, name, deedOn, amount)
  if (left === 0) {
    await life.refused(reporter.id, text, /不能再记分/u, manner)
    return null
  }
  const report = books.open(doer, reporter, name, deedOn, left)
  await life.ask(reporter.id, text, received(report, left), manner)
  return report
}

const report: Scene = async (life) => {
  const telling = tellingOf(life)
  const speaker = life.villager()
  await tell(life, speaker, speaker, telling, telling.text, life.chance(0.1) ? { to: 'bot' } : {})
  return true
}

const reviewerReports: Scene = async (life) => {
  const name = life.pick(names)
  const amount = life.pick(deeds[name].amounts)
  const speaker = life.pick(life.people.filter(({ roles }) => roles.includes('reviewer')))
  const text = sayDeed(deeds[name].said[0], amount, false)
  await tell(life, speaker, speaker, { name, amount, text, deedOn: life.today }, text)
  return true
}

const reportWithPhoto: Scene = async (life) => {
  const telling = tellingOf(life)
  const speaker = life.villager()
  await tell(life, speaker, speaker, telling, telling.text, { image: await life.picture() })
  return true
}

const photoAfterwards: Scene = async (life) => {
  const telling = tellingOf(life)
  const speaker = life.villager()
  const opened = await tell(life, speaker, speaker, telling, telling.text)
  if (!opened) return true
  await life.until(life.now + 4 * 60_000)
  if (life.chance(0.2)) await life.refused(speaker.id, '', /不是照片/u, { image: Buffer.from('no picture at all') })
  await life.ask(speaker.id, '', new RegExp(`照片已作为#${String(opened.number)}的凭证`, 'u'), { image: await life.picture() })
  return true
}

const onBehalf: Scene = async (life) => {
  const telling = tellingOf(life)
  const doer = life.chance(0.4) ? life.person('黄阿婆') : life.villager(['张桂兰2', '张桂兰4'])
  const speaker = life.villager([doer.id])
  const way = deeds[telling.name].said[0]
  await tell(
    life,
    speaker,
    doer,
    { ...telling, deedOn: life.today },
    sayDeed(way, telling.amount, false).replace('报', `代报 ${doer.name}`),
  )
  return true
}

/** two people of one name: the bot asks which */
const namesake: Scene = async (life) => {
  const doer = life.person(life.pick(['张桂兰2', '张桂兰4']))
  const speaker = life.villager(['张桂兰2', '张桂兰4'])
  const [question] = await life.ask(speaker.id, '代报 张桂兰 看望老人', /有2位张桂兰/u)
  const choice = new RegExp(`(\\d) ${String(doer.group ?? 0)}组`, 'u').exec(question?.text ?? '')?.[1] ?? '1'
  await tell(life, speaker, doer, { name: 'visit', amount: 1, text: choice, deedOn: life.today }, choice)
  return true
}

const amountMissing: Scene = async (life) => {
  const speaker = life.villager()
  const amount = life.pick(deeds.sweep.amounts)
  await life.ask(speaker.id, life.pick(['报 扫路', '今天扫了路，记一下']), /做了多少/u)
  const left = life.books.left(speaker, 'sweep', life.today, amount)
  const answer = life.pick([`${String(amount)}小时`, `${String(amount)}个钟头`])
  if (left === 0) {
    await life.refused(speaker.id, answer, /不能再记分/u)
    return true
  }
  const opened = life.books.open(speaker, speaker, 'sweep', life.today, left)
  await life.ask(speaker.id, answer, received(opened, left))
  return true
}

const twoDeeds: Scene = async (life) => {
  const speaker = life.villager()
  const sweep = life.books.left(speaker, 'sweep', life.today, 1)
  const visit = life.books.left(speaker, 'visit', life.today, 1)
  if (sweep === 0 || visit === 0) return false
  life.books.open(speaker, speaker, 'sweep', life.today, sweep)
  life.books.open(speaker, speaker, 'visit', life.today, visit)
  await life.ask(speaker.id, '今天扫路1小时，还去看望了老人，求加分', /已收到2件，待审/u)
  return true
}

/** the newest waiting report of somebody who is no reviewer, which they can still mend or take back */
function ownWaiting(life: Life): { readonly person: TrainingPerson; readonly report: BookedReport } | null {
  const waiting = life.books.inState('pending', 'returned')
  const people = [...new Set(waiting.map(({ reporter }) => reporter))]
    .map((id) => life.person(id))
    .filter(({ roles }) => roles.length === 0)
  if (people.length === 0) return null
  const person = life.pick(people)
  const report = waiting.findLast(({ reporter }) => reporter === person.id)
  return report ? { person, report } : null
}

const correct: Scene = async (life) => {
  const own = ownWaiting(life)
  if (!own || own.report.deed !== 'sweep' || own.report.state !== 'pending') return false
  const { person, report } = own
  const amount = life.pick(deeds.sweep.amounts)
  const left = life.books.left(life.person(report.doer), 'sweep', report.deedOn, amount, report.number)
  const text = `打错了，是${String(amount)}小时不是${String(amount + 1)}小时`
  if (left === 0) {
    await life.refused(person.id, text, /不能再记分/u)
    return true
  }
  report.proposed = left
  await life.ask(person.id, text, new RegExp(`#${String(report.number)} [\\s\\S]*${String(left)}分`, 'u'))
  return true
}

const withdraw: Scene = async (life) => {
  const own = ownWaiting(life)
  if (!own) return false
  const { person, report } = own
  const text = life.chance(0.5) ? '撤回' : `撤回 #${String(report.number)}`
  report.state = 'withdrawn'
  await life.ask(person.id, text, new RegExp(`#${String(report.number)} .*已撤回`, 'u'))
  return true
}

const supplement: Scene = async (life) => {
  const report = life.books.inState('returned').find(({ reporter }) => life.person(reporter).roles.length === 0)
  if (!report) return false
  const mine = life.books.inState('pending', 'returned').filter(({ doer, reporter }) => [doer, reporter].includes(report.reporter))
  const number = String(report.number)
  report.state = 'pending'
  if (mine.length > 1 || life.chance(0.5)) {
    await life.ask(report.reporter, `补充 #${number} 照片补上了`, new RegExp(`#${number}`, 'u'))
    return true
  }
  await life.ask(report.reporter, '', new RegExp(`#${number}`, 'u'), { to: 'bot', image: await life.picture() })
  return true
}

/** What villagers report, with the slips and the second thoughts. */
export const reportingScenes: readonly (readonly [number, Scene])[] = [
  [20, report],
  [2, reviewerReports],
  [4, reportWithPhoto],
  [3, photoAfterwards],
  [5, onBehalf],
  [1, namesake],
  [2, amountMissing],
  [2, twoDeeds],
  [4, correct],
  [2, withdraw],
  [6, supplement],
]
