import { here, privately, type Reply } from '../../models/reply.ts'
import { mainBook } from '../../rules/books/books.ts'
import { householdStanding } from '../../rules/books/pages.ts'
import * as texts from '../../texts/people/privacy.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { command, type Context } from '../command.ts'
import { villagerOf } from '../people.ts'
import { askToBeErased, comeBack, leaveVillage } from './leave-village.ts'

/** More reports than a household makes in its life. */
const ALL = 100_000

/** What concerns one person's data is told to that person alone. */
const inPrivate = (text: string, { speaker, room }: Context): readonly Reply[] => [
  ...(room === null ? [] : [here(sentPrivately)]),
  privately(speaker.person.id, text),
]

async function showKept(context: Context): Promise<readonly Reply[]> {
  const { stores, scheme, speaker } = context
  const { person, household } = speaker
  const { unit } = await villagerOf(stores, person)
  const reports = household ? await stores.cases.reportsOf(household.id, ALL) : []
  const standing = household ? await householdStanding(stores, scheme, mainBook, household.id) : null
  const view = {
    name: person.name,
    unit: unit?.name ?? '本村',
    contacts: (await stores.contacts.aliasesOf(person.id)).length,
    namePublic: person.namePublic,
    reports: reports.filter(({ report }) => report.doer === person.id || report.reporter === person.id).length,
    household: standing && { booked: standing.spendable, honour: standing.honour },
  }
  return inPrivate(texts.kept(view), context)
}

async function setConsent(namePublic: boolean, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const { unit } = await villagerOf(stores, speaker.person)
  // a child's name stays hidden, whatever the child wishes (PIPL 31)
  const shown = namePublic && !speaker.person.minor
  await stores.register.setNamePublic(speaker.person.id, shown, now)
  await stores.village.touch()
  return inPrivate(shown ? texts.nameShown(speaker.person.name) : texts.nameHidden(unit?.name ?? '本村'), context)
}

/** 我的资料: what is kept, consent to the name, leaving, and being forgotten (PIPL 15–17, 44–47). */
export const managePrivacy = command({
  intent: 'privacy',
  words: ['我的资料', '退出并删除'],
  examples: ['导出我的资料', '我的名字不要公开', '我要退出积分', '重新参加积分', '把我的信息删了'],
  role: 'villager',
  help: '导出我的资料｜我要退出积分',
  handle(slots, context) {
    switch (slots.kind) {
      case 'hide_name':
        return setConsent(false, context)
      case 'show_name':
        return setConsent(true, context)
      case 'opt_out':
        return leaveVillage(context)
      case 'opt_in':
        return comeBack(context)
      case 'opt_out_delete':
        return askToBeErased(context)
      default:
        return showKept(context)
    }
  },
})
