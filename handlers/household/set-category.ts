import { refuse } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { categoryIn } from '../../rules/people/household-words.ts'
import * as texts from '../../texts/people/participation.ts'
import { holdsRole, type Context } from '../command.ts'
import { householdsIn } from '../records/named.ts'

/** 户类别 (XY-1): kept by the bookkeeper in private, for the phases of the scheme alone; nothing says it back. */
export async function setCategory(context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, line, room, now } = context
  if (room !== null) return refuse(texts.privateOnly)
  if (!holdsRole(speaker.roles, 'bookkeeper')) return refuse(texts.bookkeeperOnly)
  if ((scheme.participants?.phases ?? []).length === 0) return refuse(texts.categoryNeedless)
  const [household] = await householdsIn(context)
  const category = categoryIn(line)
  if (!household || category === undefined) return refuse(texts.categoryHow)
  await stores.participation.setCategory(household.id, category, speaker.person.id, now)
  return [privately(speaker.person.id, texts.categoryKept)]
}
