import { dateOf } from '../../models/dates.ts'
import { here, type Reply } from '../../models/reply.ts'
import { inForce, itemOf, knownOf, onDay } from '../../rules/catalogue.ts'
import { isCat } from '../../rules/categories.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { catalogue, deductions, sectionCatalogue } from '../../texts/query/catalogue.ts'
import { isFor } from '../../rules/rates/tiers.ts'
import { itemEnded } from '../../texts/report/report.ts'
import * as texts from '../../texts/query/rules.ts'
import { planForHousehold } from '../../texts/people/household-plan.ts'
import { command, type Context } from '../command.ts'
import { planOf } from '../household/planned.ts'

/** Most items of one kind that fit a villager's screen. */
const LINES = 4

/** 「扫一次路」 names 扫路: its signs stand in the line in their order. */
function inOrder(name: string, line: string): boolean {
  let from = 0
  for (const sign of name) {
    const place = line.indexOf(sign, from)
    if (place < 0) return false
    from = place + sign.length
  }
  return true
}

/** What the speaker can be given (YX-2); the duty lists of cadres stand elsewhere. */
const isOpenAward = (item: Item, { speaker }: Context): boolean =>
  item.kind === 'award' && item.engine === undefined && isFor(item, speaker.roles)

/** The items the line asks about: what its words name, else all of the kind. */
function itemsMeant(cat: string, context: Context): readonly Item[] {
  const { scheme, reading, line } = context
  const matched = (reading.matched ?? []).flatMap((code) => itemOf(scheme, code) ?? []).filter((item) => item.cat === cat)
  if (matched[0]) return [matched[0]]
  const ofKind = scheme.items.filter((item) => item.cat === cat)
  const named = ofKind.filter(({ name, words }) => [name, ...words].some((word) => line.includes(word)))
  const [first] = named.length > 0 ? named : ofKind.filter(({ name }) => inOrder(name, line))
  if (first) return [first]
  const awards = ofKind.filter((item) => isOpenAward(item, context) && inForce(item, dateOf(context.now)))
  return awards.length > 0 ? awards : ofKind
}

function ofKind(cat: string, context: Context): string {
  const { scheme } = context
  const today = dateOf(context.now)
  const items = itemsMeant(cat, context)
  const [only, other] = items
  if (only?.endsOn !== undefined && !inForce(only, today)) return itemEnded(only.name, only.endsOn)
  if (!only) return texts.noPoints(knownOf(scheme, cat) ?? (isCat(cat) ? scheme.categories[cat].name : undefined) ?? context.line)
  return other ? texts.itemsRules(items.slice(0, LINES)) : texts.itemRules(only, scheme)
}

/** 「积分办法 公德美德」: the heading the line names, the longest title first; a deed that is named besides is what was asked about. */
function headingMeant({ scheme: { sections, items }, line }: Context): string | undefined {
  const named = Object.entries(sections).filter(([, { title }]) => line.includes(title))
  const [longest] = named.sort(([, one], [, other]) => other.title.length - one.title.length)
  if (longest === undefined) return undefined
  const [code, { title }] = longest
  const rest = line.replace(title, '')
  const words = items.flatMap((item) => [item.name, ...item.words])
  return words.some((word) => rest.includes(word) || (word.includes(title) && line.includes(word))) ? undefined : code
}

/** The catalogue; in private a household with a plan of its own reads that as well (XY-3). */
async function catalogueFor(own: Scheme, context: Context): Promise<readonly Reply[]> {
  const { speaker, room } = context
  const common = catalogue(own)
  const plan = room === null ? await planOf(speaker.household?.id, context) : null
  return [here(plan ? `${planForHousehold(plan)}\n${common}` : common)]
}

/** 问规则: what a deed earns, how often and with what proof; what points are for; written from the scheme in force. */
export const showRules = command({
  intent: 'query_rules',
  words: ['积分办法'],
  examples: ['扫一次路给几分', '啥事能加分', '积分能折现金不'],
  role: 'villager',
  help: '扫一次路给几分',
  handle({ cat, kind }, context) {
    const { scheme, speaker, now } = context
    const today = onDay(scheme, dateOf(now))
    const own = { ...today, items: today.items.filter((item) => isFor(item, speaker.roles)) }
    const heading = headingMeant(context)
    if (heading !== undefined) return Promise.resolve([here(sectionCatalogue(own, heading))])
    if (cat !== undefined) return Promise.resolve([here(ofKind(cat, context))])
    switch (kind) {
      case 'cash':
      case 'uses':
      case 'redeem':
        return Promise.resolve([here(texts.uses(scheme.uses, kind === 'cash'))])
      case 'notice':
        return Promise.resolve([here(texts.noticeRule(scheme.notice))])
      case 'expiry':
        return Promise.resolve([here(texts.expiry(scheme.books.main))])
      case 'eligibility':
        return Promise.resolve([here(texts.eligibility(scheme.books.main.holder))])
      case 'deduction':
        return Promise.resolve([here(deductions(today))])
      case 'limit':
        return Promise.resolve([here(texts.limits(scheme))])
      default:
        return catalogueFor(own, context)
    }
  },
})
