import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { Role } from '../../models/role.ts'
import type { Person } from '../../models/village.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { command, type Context } from '../command.ts'
import { personNamed } from '../people.ts'
import { inviteScorer, isInvitation } from '../panel/invite-scorer.ts'
import { officeTitle } from '../panel/office-title.ts'
import { mayHeadUnit, unitOfOffice } from '../panel/unit-offices.ts'
import { propose } from '../proposal/open-proposal.ts'
import { mayBeEnded, mayBeGranted } from '../proposal/role-acts.ts'

/** Offices as the village calls them; the machine's keeper is set up with the machine. */
const called: Readonly<Record<string, Role>> = {
  评议员: 'reviewer',
  评委: 'reviewer',
  审核员: 'reviewer',
  评议小组: 'reviewer',
  监督员: 'supervisor',
  监督小组: 'supervisor',
  会计: 'bookkeeper',
  超市管理员: 'shopkeeper',
  店长: 'shopkeeper',
  店员: 'shopkeeper',
  党员: 'party',
  村干部: 'committee',
  村委: 'committee',
  两委: 'committee',
  两委委员: 'committee',
  组织委员: 'teller',
  柜员: 'teller',
  院长: 'unit-head',
  理事长: 'council',
  理事: 'council',
  理事会: 'council',
  两委成员: 'committee',
  村委委员: 'committee',
}

async function officeMeant(slots: Slots, { stores, speaker, reading }: Context): Promise<{ readonly person: Person; readonly role: Role }> {
  const role = called[slots.role ?? '']
  if (slots.name === undefined || role === undefined) return refuse(texts.officeHow)
  const { person } = await personNamed(stores, slots.name, reading.settled)
  return person.id === speaker.person.id ? refuse(texts.notYourself) : { person, role }
}

/** 聘: a cadre proposes an office for somebody; a second cadre of another household must agree. */
export const addRole = command({
  intent: 'add_role',
  words: [],
  examples: ['聘李长顺当评议员', '聘李长顺为党员', '邀请王秀英当本月评议员', '聘罗秀珍当2组院长'],
  role: ['secretary', 'bookkeeper'],
  refusal: texts.notYourOffice('支书或会计'),
  help: '聘李长顺当评议员',
  async handle(slots, context) {
    const { person, role } = await officeMeant(slots, context)
    if (role === 'reviewer' && isInvitation(context.line)) return inviteScorer(person, context)
    await mayBeGranted(person, role, context)
    const unit = await unitOfOffice(role, context)
    if (unit !== null) await mayHeadUnit(person, role, unit, context)
    const text = texts.grantText(person.name, officeTitle(role, context.scheme))
    return propose('grant-role', { person: person.id, role, unit }, { subject: person.household, text }, context)
  },
})

/** 免: a cadre proposes to end an office; a second cadre of another household must agree. */
export const removeRole = command({
  intent: 'remove_role',
  words: [],
  examples: ['免去谢开元的评议员'],
  role: ['secretary', 'bookkeeper'],
  refusal: texts.notYourOffice('支书或会计'),
  help: '免去谢开元的评议员',
  async handle(slots, context) {
    const { person, role } = await officeMeant(slots, context)
    await mayBeEnded(person, role, context)
    const text = texts.endText(person.name, officeTitle(role, context.scheme))
    return propose('end-role', { person: person.id, role }, { subject: person.household, text }, context)
  },
})
