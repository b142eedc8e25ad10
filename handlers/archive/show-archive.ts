import type { YearArchive } from '../../models/archive.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/periods/archive.ts'
import { personName } from '../../texts/name.ts'
import { noHousehold, sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'

/** The year a line names; else the last one that is over. */
function yearMeant({ period }: Slots, { line, now }: Context): string {
  const [year = (period ?? '').slice(0, 'YYYY'.length)] = /\d{4}/u.exec(line) ?? []
  return year === '' ? addDays(`${dateOf(now).slice(0, 4)}-01-01`, -1).slice(0, 4) : year
}

async function namesOf({ stores }: Context): Promise<(person: string) => string> {
  const names = new Map((await stores.register.people()).map((person) => [person.id, personName(person, null, 'private')]))
  return (person) => names.get(person) ?? '一人'
}

async function shown(archive: YearArchive, context: Context): Promise<string> {
  const nameOf = await namesOf(context)
  const signer = archive.signedBy === null ? null : nameOf(archive.signedBy)
  return `${texts.readArchive(archive.text, nameOf)}\n${texts.archiveFooter(archive.year, signer, archive.sha256)}`
}

/** 档案 (YX-10): the family reads its closed year, and says once that it has found it right; always in private. */
export async function showArchive(slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const household = speaker.household ?? refuse(noHousehold(speaker.person.name))
  const year = yearMeant(slots, context)
  const archive = (await stores.archives.of(household.id, year)) ?? refuse(texts.noArchive(year))
  const told = (text: string) => (room === null ? [here(text)] : [here(sentPrivately), privately(speaker.person.id, text)])
  if (!/已核对|核对无误/u.test(context.line)) return told(await shown(archive, context))
  const signed = await stores.archives.sign(household.id, year, speaker.person.id, now)
  return signed ? told(texts.archiveSigned(year)) : refuse(texts.archiveSignedBefore(year))
}
