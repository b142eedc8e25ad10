import type { HonourHolder, HonourRow } from '../../models/honour.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import type { RoomKind } from '../../models/village.ts'
import type { Honour } from '../../rules/scheme.ts'
import * as texts from '../../texts/periods/honours.ts'
import type { Audience } from '../../texts/name.ts'
import type { JobContext } from '../job.ts'
import type { Given, Part } from './compute.ts'
import { tellGrades } from './tell-grades.ts'

/** How holders, headings and units are named where an honour is read. */
export interface Names {
  holder(kind: HonourHolder, id: string, audience: Audience): string
  part(code: string): string
}

interface Telling {
  readonly kind: HonourHolder
  readonly names: Names
  readonly audience: Audience
}

/** The rows under which an honour is kept. */
export const rowsOf = ({ code }: Honour, period: string, holderKind: HonourHolder, { parts }: Given): readonly HonourRow[] =>
  parts.flatMap(({ part, honoured }) => honoured.map((one) => ({ code, period, part, holderKind, ...one })))

const viewsOf = ({ honoured }: Part, { kind, names, audience }: Telling): readonly texts.HonouredView[] =>
  honoured.map(({ holder, ...rest }) => ({ who: names.holder(kind, holder, audience), ...rest }))

/** What the room reads of an honour; an honour that nobody was given is not announced. */
function announced(honour: Honour, period: string, given: Given, telling: Telling): string | null {
  const [first] = given.parts
  const views = first === undefined ? [] : viewsOf(first, telling)
  const anybody = given.parts.some(({ honoured }) => honoured.length > 0)
  if (honour.kind === 'bands') {
    const { line = 1, next = 1, participants = 0 } = given.lines ?? {}
    const above = views.filter(({ title }) => title === texts.bandTitles.above).length
    const within = views.length - above
    return texts.bandNotice(period, honour.title, { line, next, participants, above, within, width: honour.width })
  }
  if (!anybody || first === undefined || honour.kind === 'grades') return null
  if (honour.kind === 'top') {
    const parts = given.parts.map((part) => ({ name: telling.names.part(part.part), rows: viewsOf(part, telling) }))
    return texts.topList(period, honour.title, parts)
  }
  if (honour.kind === 'stars') {
    const levels = honour.levels.map(({ title }) => title)
    return texts.starList(period, honour.title, levels, views)
  }
  const { most = 0, whole = 0 } = given.quota ?? {}
  return texts.shareList(period, honour.title, { percent: honour.percent, of: honour.of, most, whole }, views, first.cut ?? null)
}

/** 发布: the lines that make an honour known, in the room whose eyes its book is for (JS-R1); grades are told to those concerned alone. */
export async function announce(
  honour: Honour,
  period: string,
  kind: HonourHolder,
  given: Given,
  names: Names,
  context: JobContext,
): Promise<readonly Reply[]> {
  if (honour.kind === 'grades') return tellGrades(honour, period, given, context)
  const room: RoomKind = context.scheme.books[honour.book]?.audience ?? 'villagers'
  const text = announced(honour, period, given, { kind, names, audience: room === 'villagers' ? 'villagers' : 'panel' })
  return text === null ? [] : [inRoom(room, text)]
}
