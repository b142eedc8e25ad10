import type { LocalDate } from './dates.ts'
import type { SchemeChange } from './scheme-change.ts'

/** Everything the parser can find in a line; the names are the parser's published contract. */
export const intents = [
  'report',
  'report_proxy',
  'report_violation',
  'correct',
  'supplement',
  'withdraw',
  'witness',
  'query_balance',
  'query_history',
  'query_status',
  'query_rank',
  'query_rules',
  'help',
  'redeem',
  'redeem_query',
  'redeem_cancel',
  'donate_points',
  'object',
  'appeal',
  'vote',
  'suggest',
  'signup',
  'cancel_signup',
  'request_help',
  'accept_order',
  'complete_order',
  'recycle',
  'recycle_query',
  'bind',
  'privacy',
  'approve',
  'approve_modified',
  'reject',
  'defer',
  'request_evidence',
  'recuse',
  'revoke',
  'delegate',
  'approve_all',
  'batch',
  'query_pending',
  'next_pending',
  'resolve_objection',
  'deduct',
  'grant',
  'publish_rank',
  'publish_notice',
  'retract_notice',
  'set_config',
  'remind_reviewers',
  'create_activity',
  'inspect',
  'rectify_notice',
  'rectify_close',
  'red_list_add',
  'black_list_publish',
  'black_list_remove',
  'stock_in',
  'set_price',
  'shop_notice',
  'stocktake',
  'fund_in',
  'fund_out',
  'export',
  'void',
  'add_role',
  'remove_role',
  'split_household',
  'set_rule',
  'create_vote',
  'record_meeting',
  'dividend_calc',
  'pause',
  'resume',
  'query_duty',
  'query_duty_task',
  'group_rate',
  'multi',
  'ambiguous',
  'ignore',
] as const

/** What a line wants of the bot; `ignore` means it is not for the bot. */
export type IntentName = (typeof intents)[number]

/** One thing named in a line: goods to redeem, a deed of several, or one decision of a batch. */
export interface SlotItem {
  readonly name?: string
  readonly qty?: number | 'max'
  readonly unit?: string
  readonly hours?: number
  readonly cat?: string
  readonly date?: LocalDate | null
  readonly date_approx?: boolean
  readonly place?: string
  readonly beneficiary?: string
  readonly n?: number
  readonly op?: IntentName
  readonly reason?: string
  readonly points?: number
  readonly who?: readonly (string | null)[]
}

/** What a line says about its intent; a slot that was not said is absent (`date: null` = a deed without a day). */
export interface Slots {
  readonly who?: readonly (string | null)[]
  readonly cat?: string
  readonly date?: LocalDate | null
  readonly date_approx?: boolean
  readonly qty?: number
  readonly unit?: string
  readonly hours?: number
  readonly place?: string
  readonly points?: number
  readonly items?: readonly SlotItem[]
  readonly target?: string | readonly string[]
  readonly reason?: string
  readonly period?: string
  readonly scope?: string
  readonly group_no?: number
  readonly kind?: string
  readonly evidence?: readonly string[]
  readonly people?: number | 'all' | readonly string[]
  readonly choice?: string
  readonly except?: readonly string[]
  readonly id?: string
  readonly level?: string
  readonly beneficiary?: string
  readonly witness?: readonly string[]
  readonly need?: string
  readonly order?: string
  readonly activity?: string
  readonly replace?: string
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly proxy?: boolean
  readonly question?: string
  readonly minor?: boolean
  readonly vague?: boolean
  readonly multi?: number
  readonly intents?: readonly IntentName[]
  readonly ask?: string
  readonly date_candidates?: readonly LocalDate[]
  readonly top?: number
  readonly result?: 'maintain' | 'correct' | 'reverse'
  readonly results?: Readonly<Record<string, string>>
  readonly expected?: number
  readonly present?: number
  readonly for?: number
  readonly quorum?: boolean
  readonly passed?: boolean
  readonly due?: string
  readonly deadline?: string
  readonly rate?: string
  readonly item?: string
  readonly price?: number
  readonly actual?: number
  readonly amount?: number
  readonly source?: string
  readonly name?: string
  readonly role?: string
  readonly household?: string
}

/** A contact of the room and the person of the register that the nickname seems to name; ids. */
export interface ProposedContact {
  readonly contact: string
  readonly person: string
}

/** What an open question has settled since the line was typed; kept apart from what the line itself said. */
export interface Settled {
  /** name as typed → person id */
  readonly people?: Readonly<Record<string, string>>
  /** case number → yes: the case the person chose */
  readonly target?: number
  /** catalogue item code the person chose */
  readonly item?: string
  /** in a line of several deeds, by their place in it: the item code the person chose */
  readonly items?: Readonly<Record<number, string>>
  /** in a line of several deeds, the place of the one that is being asked about */
  readonly deed?: number
  /** the person said yes to a confirmation */
  readonly confirmed?: boolean
  /** the list of members that was shown, to be confirmed as it stood */
  readonly contacts?: readonly ProposedContact[]
}

/** A line as the bot understood it. `words` is the text that named the deed, for a deed the scheme does not know. */
export interface Reading {
  readonly intent: IntentName
  readonly slots: Slots
  /** catalogue item codes that the words matched, best first; the scheme may have several per `cat` */
  readonly matched?: readonly string[]
  /** the words left that should name a deed but match nothing in the scheme */
  readonly unknown?: string
  readonly settled?: Settled
  /** what shall be different in the scheme; the item it is about stands in `matched` */
  readonly change?: SchemeChange
}
