import type { CaseFile } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { giveBase } from '../../rules/books/give-base.ts'
import * as texts from '../../texts/people/binding.ts'
import { childBound, consentGone } from '../../texts/people/guardian.ts'
import { replaced } from '../../texts/people/rebinding.ts'
import { alreadyDecided, noSuchCase, ownHousehold, stateText } from '../../texts/review/review.ts'
import { holdsRole, type Context } from '../command.ts'

/** Confirms or declines a binding: the bookkeeper or a reviewer knows the person; nobody confirms their own household. */
export async function decideBinding(file: CaseFile, yes: boolean, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, edition, now } = context
  if (!holdsRole(speaker.roles, ['reviewer', 'bookkeeper'])) return refuse(texts.bindersOnly)
  if (file.state !== 'pending') return refuse(alreadyDecided(file.number, stateText[file.state] ?? file.state), file.number)
  const { binding } = (await stores.cases.binding(file.number)) ?? refuse(noSuchCase(file.number))
  const person = (await stores.register.person(binding.person)) ?? refuse(noSuchCase(file.number))
  if (person.household !== null && person.household === speaker.household?.id) return refuse(ownHousehold(file.number), file.number)
  if (yes && person.minor && (await stores.guardians.standing(person.id)) === null) return refuse(consentGone(file.number), file.number)
  await stores.cases.move(file, yes ? 'approve' : 'reject', speaker.person.id, now)
  const { channel, account, contact } = binding
  const before = (await stores.contacts.aliasesOf(person.id)).filter((alias) => alias.channel === channel && alias.account === account)
  if (yes) {
    for (const alias of before) await stores.contacts.unbind(alias, speaker.person.id, now)
    await stores.contacts.bind({ channel, account, contact, person: person.id }, speaker.person.id, now)
    await stores.register.setNamePublic(person.id, binding.namePublic, now)
    if (person.household !== null) await giveBase(stores, { scheme, edition }, now, person.household)
    // binding anew is agreeing anew (MIN-7); a child does not speak for the household
    if (person.household !== null && !person.minor) await stores.participation.comeBack(person.household, dateOf(now), person.id, now)
    await stores.village.touch()
  }
  return [
    here(texts.bindingDone(file.number, person.name, yes), file.number),
    { to: 'contact', contact, text: yes ? texts.bound(person.name) : texts.notBound, about: file.number },
    ...(person.minor && file.openedBy !== null ? [privately(file.openedBy, childBound(person.name, yes), file.number)] : []),
    ...(yes ? before.map((alias): Reply => ({ to: 'contact', contact: alias.contact, text: replaced })) : []),
  ]
}
