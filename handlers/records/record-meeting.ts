import { dateOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { MeetingFigures, RecordKind, VillageRecord } from '../../models/record.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { loadLaw } from '../../rules/law.ts'
import { bodyIn, figuresIn, judgeMeeting } from '../../rules/people/meeting.ts'
import { recognisingBodies } from '../../rules/people/participation.ts'
import { practices } from '../../rules/practices.ts'
import * as texts from '../../texts/scheme/records.ts'
import { command, type Context } from '../command.ts'
import { householdsIn, peopleIn, unitIn } from './named.ts'

/** Records shown at once. */
const SHOWN = 8

/** Kinds that only note what was said: no number of people is asked for. */
const noting: readonly RecordKind[] = ['appraisal', 'sharing']

/** What the meeting was about, by its words; a practice by the name under which the scheme knows it (law.md §1). */
function kindOf(line: string): RecordKind {
  if (/三讲一评|讲评会|评议会/u.test(line)) return 'appraisal'
  if (/分享会/u.test(line)) return 'sharing'
  if (/认可/u.test(line)) return 'recognition'
  if (/(?:选|推选|产生|改选|补选).{0,30}(?:评议|监督)|(?:评议|监督)(?:小组|员).{0,6}(?:选|产生)/u.test(line)) return 'panel-election'
  if (Object.values(practices).some(({ title }) => line.includes(title))) return 'practice'
  return /积分办法|积分方案/u.test(line) ? 'scheme' : 'meeting'
}

function possible({ expected, present, inFavour, against, abstained }: MeetingFigures): boolean {
  const cast = (inFavour ?? 0) + (against ?? 0) + (abstained ?? 0)
  return (expected === null || present === null || present <= expected) && (present === null || cast <= present)
}

/** Whom a resolution is about, by id: households that are recognised, persons who were chosen. */
async function aboutOf(kind: RecordKind, context: Context): Promise<readonly string[]> {
  if (kind === 'recognition') {
    const households = await householdsIn(context)
    return households.length === 0 ? refuse(texts.whoMissing) : households.map(({ id }) => id)
  }
  if (kind !== 'panel-election') return []
  const chosen = await peopleIn(context)
  return chosen.length === 0 ? refuse(texts.whoMissing) : chosen.map(({ id }) => id)
}

/** The households that a record has recognised take part from now on; their heads are told. */
async function recognise(record: VillageRecord, body: string, { stores }: Context): Promise<readonly Reply[]> {
  const told: Reply[] = []
  for (const id of record.about) {
    const standing = await stores.participation.standing(id)
    if (!standing) continue
    await stores.participation.setStanding({ ...standing, record: record.id })
    for (const { id: person } of await stores.register.members(id)) told.push(privately(person, texts.recognised(body)))
  }
  return told
}

async function keep(
  kind: RecordKind,
  rest: Pick<VillageRecord, 'body' | 'figures' | 'valid' | 'day'>,
  context: Context,
): Promise<VillageRecord> {
  const { stores, speaker, line, now } = context
  const unit = await unitIn(context)
  return stores.records.add({
    ...rest,
    kind,
    unit: unit?.id ?? null,
    what: line,
    about: await aboutOf(kind, context),
    document: /(?:文件|记录本|附件|文号)[:： ]*([^\s，。,;；]{1,40})/u.exec(line)?.[1] ?? null,
    by: speaker.person.id,
    at: now,
  })
}

/** A resolution: held against the law of the scheme; a meeting without quorum is kept and decides nothing. */
async function resolution(kind: RecordKind, day: string, figures: MeetingFigures, context: Context): Promise<readonly Reply[]> {
  const { scheme, line } = context
  const law = loadLaw(scheme.law.text)
  const body = bodyIn(line) ?? refuse(texts.bodyMissing)
  const name = law.bodies[body]?.name ?? refuse(texts.bodyMissing)
  if (figures.expected === null || figures.present === null) return refuse(texts.figuresMissing)
  const able = recognisingBodies(scheme)
  if (kind === 'recognition' && !able.includes(body)) return refuse(texts.otherBody(able.map((one) => law.bodies[one]?.name ?? one)))
  const judged = judgeMeeting(law, body, figures, /\d户|户代表/u.test(line))
  if (judged.passed === null && judged.quorate !== false && kind !== 'meeting') return refuse(texts.figuresMissing)
  const valid = judged.quorate === true && judged.passed !== false
  const record = await keep(kind, { body, figures, valid, day }, context)
  const told = valid && kind === 'recognition' ? await recognise(record, name, context) : []
  return [here(texts.meetingRecorded({ kind, body: name, day, figures }, judged, law)), ...told]
}

async function list(context: Context): Promise<readonly Reply[]> {
  const unit = await unitIn(context)
  return [here(texts.recordList(await context.stores.records.list(SHOWN, unit?.id)))]
}

async function record(slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { line, now } = context
  const figures = figuresIn(line, { expected: slots.expected, present: slots.present, inFavour: slots.for })
  const bare = Object.values(figures).every((figure) => figure === null)
  if (bare && /^(?:查|看|翻|列|调)|^会议记录$/u.test(line)) return list(context)
  if (!possible(figures)) return refuse(texts.figuresImpossible)
  const kind = kindOf(line)
  const day = slots.date ?? dateOf(now)
  if (!noting.includes(kind) && !(kind === 'meeting' && bare)) return resolution(kind, day, figures, context)
  const { unit } = await keep(kind, { body: null, figures, valid: true, day }, context)
  const units = await context.stores.register.units()
  return [here(texts.meetingNoted(kind, units.find(({ id }) => id === unit)?.name ?? null, day, figures))]
}

/** 会议记录: what a meeting on paper resolved, with its quorum by the law, or what one noted (三讲一评 XY-6, 积分分享会 YX-12). */
export const recordMeeting = command({
  intent: 'record_meeting',
  words: ['会议记录'],
  examples: ['代表会应到21人实到13人，都同意了', '积分分享会记录 3组 到会18人', '看会议记录'],
  role: ['secretary', 'bookkeeper'],
  refusal: texts.cadresRecord,
  help: '代表会应到21人实到15人，13人同意，认可某某家参加积分',
  handle: record,
})
