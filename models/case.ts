import type { LocalDate } from './dates.ts'

/** Every matter that carries a number `#1001` and waits for somebody. */
export type CaseKind = 'report' | 'objection' | 'deduction' | 'binding' | 'suggestion' | 'clue' | 'proposal' | 'bar'

/** The number of a village's first case; every later one is one more, whatever its kind. */
export const firstNumber = 1001

/** The legal moves of a case: state → action → next state. */
export type Moves = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * 申报: waits for reviewers without limit; approved it stands in notice and is booked when the window ends unopposed.
 * `approved` is the rest place of schemes whose notice is posted monthly or quarterly.
 */
export const reportMoves = {
  pending: { approve: 'in-notice', hold: 'approved', reject: 'rejected', return: 'returned', withdraw: 'withdrawn' },
  returned: { supplement: 'pending', withdraw: 'withdrawn', expire: 'expired' },
  approved: { announce: 'in-notice', revoke: 'pending', overturn: 'rejected' },
  'in-notice': { object: 'objected', close: 'booked', revoke: 'pending', overturn: 'rejected', renotice: 'in-notice' },
  objected: { maintain: 'in-notice', correct: 'in-notice', overturn: 'rejected' },
  booked: { reverse: 'reversed' },
  rejected: { revoke: 'pending', appeal: 'pending' },
  withdrawn: {},
  expired: {},
  reversed: {},
} as const satisfies Moves

/** 异议: an objection is answered by maintaining, correcting or reversing; the objector may appeal or take it back. */
export const objectionMoves = {
  open: { maintain: 'maintained', correct: 'corrected', reverse: 'reversed', withdraw: 'withdrawn' },
  maintained: { appeal: 'appealed' },
  corrected: { appeal: 'appealed' },
  reversed: { appeal: 'appealed' },
  appealed: { maintain: 'closed', correct: 'closed', reverse: 'closed' },
  closed: {},
  withdrawn: {},
} as const satisfies Moves

/** 扣分: private rectification first, then a second reviewer of another household, then the appeal window. */
export const deductionMoves = {
  proposed: { notify: 'rectifying', withdraw: 'withdrawn' },
  rectifying: { rectified: 'dropped', confirm: 'decided' },
  decided: { appeal: 'appealed', close: 'booked', drop: 'dropped' },
  appealed: { maintain: 'decided', drop: 'dropped' },
  booked: { reverse: 'reversed' },
  dropped: {},
  withdrawn: {},
  reversed: {},
} as const satisfies Moves

/** 绑定: a newcomer asks to be tied to a person of the register; a bookkeeper or reviewer confirms. */
export const bindingMoves = {
  pending: { approve: 'confirmed', reject: 'declined', withdraw: 'withdrawn' },
  confirmed: {},
  declined: {},
  withdrawn: {},
} as const satisfies Moves

/** 建议、线索: kept for the representatives' meeting, answered there. */
export const suggestionMoves = {
  kept: { discuss: 'discussed', withdraw: 'withdrawn' },
  discussed: {},
  withdrawn: {},
} as const satisfies Moves

/** 提议: an act that needs two persons of different households (design §3.6); the second one's yes carries it out. */
export const proposalMoves = {
  proposed: { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn', expire: 'expired' },
  confirmed: {},
  declined: {},
  withdrawn: {},
  expired: {},
} as const satisfies Moves

/** 限评 (一票否决、提醒名单): the household is heard first, then a second reviewer of another household, then the appeal window. */
export const barMoves = {
  hearing: { confirm: 'decided', drop: 'dropped', withdraw: 'withdrawn' },
  decided: { appeal: 'appealed', close: 'in-force' },
  appealed: { maintain: 'decided', drop: 'dropped' },
  'in-force': { lift: 'lifted' },
  lifted: {},
  dropped: {},
  withdrawn: {},
} as const satisfies Moves

/** The table of moves of each kind of case. */
export const movesOf = {
  report: reportMoves,
  objection: objectionMoves,
  deduction: deductionMoves,
  binding: bindingMoves,
  suggestion: suggestionMoves,
  clue: suggestionMoves,
  proposal: proposalMoves,
  bar: barMoves,
} as const satisfies Record<CaseKind, Moves>

/** The state in which each kind of case is opened. */
export const firstState = {
  report: 'pending',
  objection: 'open',
  deduction: 'proposed',
  binding: 'pending',
  suggestion: 'kept',
  clue: 'kept',
  proposal: 'proposed',
  bar: 'hearing',
} as const satisfies Record<CaseKind, string>

/** The state an action leads to, or undefined when the move is not allowed from here. */
export function nextState(kind: CaseKind, state: string, action: string): string | undefined {
  const moves: Moves = movesOf[kind]
  return moves[state]?.[action]
}

/** What all kinds of case share; `number` is printed as `#1042`, one counter per village for all kinds. */
export interface CaseFile {
  readonly number: number
  readonly kind: CaseKind
  readonly state: string
  /** counts moves; a move names the version it saw, so two people at once cannot both win */
  readonly version: number
  readonly edition: number
  /** the household the case is about; null for a stranger's binding */
  readonly subject: string | null
  readonly openedBy: string | null
  readonly openedAt: number
  readonly dueAt: number | null
}

/** How a report reached the bot (YX-3). */
export type ReportChannel = 'chat' | 'oral' | 'phone' | 'paper' | 'box'

/** A deed put forward for points. Quantities are integer thousandths of `unit`. */
export interface Report {
  readonly number: number
  /** catalogue item code of the scheme edition of the case */
  readonly item: string
  readonly cat: string
  /** person who did it; null when the household did it together */
  readonly doer: string
  readonly reporter: string
  readonly channel: ReportChannel
  readonly deedOn: LocalDate
  readonly quantity: number | null
  readonly unit: string | null
  /** the line as typed, folded and cut to 2,000 characters; erasable */
  readonly text: string
  readonly place: string | null
  readonly beneficiary: string | null
  /** points by the scheme when it was reported */
  readonly proposed: number
  /** points as approved; null before approval */
  readonly points: number | null
  /** case number this one probably repeats */
  readonly duplicateOf: number | null
}

/** A report with its case file. */
export interface ReportCase extends CaseFile {
  readonly kind: 'report'
  readonly report: Report
}

/** 异议: somebody disagrees with a noticed or booked case, or with something else said in `text`. */
export interface Objection {
  readonly number: number
  /** the case objected to; null when the objection names none */
  readonly target: number | null
  readonly by: string
  readonly text: string
  readonly result: 'maintain' | 'correct' | 'reverse' | null
  /** the points of a correction */
  readonly points: number | null
  readonly answer: string | null
}

/** An objection with its case file. */
export interface ObjectionCase extends CaseFile {
  readonly kind: 'objection'
  readonly objection: Objection
}

/** 绑定申请 of a contact for a person of the register. */
export interface Binding {
  readonly number: number
  readonly channel: string
  readonly account: string
  readonly contact: string
  readonly person: string
  readonly namePublic: boolean
}

/** A binding request with its case file. */
export interface BindingCase extends CaseFile {
  readonly kind: 'binding'
  readonly binding: Binding
}

/** One reviewer's word on a case, kept for good with its reason. */
export interface Decision {
  readonly id: string
  readonly number: number
  readonly by: string
  readonly verdict: 'approve' | 'reject' | 'return' | 'defer' | 'recuse' | 'maintain' | 'correct' | 'reverse' | 'confirm' | 'decline'
  readonly points: number | null
  readonly reason: string | null
  readonly at: number
  readonly revokedAt: number | null
}

/** 凭证: a picture (by the SHA-256 of its bytes) or a witness's words. */
export interface Evidence {
  readonly id: string
  readonly number: number
  readonly kind: 'photo' | 'text'
  /** SHA-256 hex of the stored picture; null for text */
  readonly media: string | null
  readonly text: string | null
  readonly by: string
  readonly at: number
}

/** 公示窗口 of one case: day 1 is the day after approval; it ends at 24:00 of the last day. */
export interface Notice {
  readonly number: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** the instant (UTC ms) the window ends */
  readonly endsAt: number
}

/** One move of a case or other act worth keeping, for the supervisors. */
export interface AuditRow {
  readonly at: number
  readonly actor: string | null
  readonly action: string
  readonly number: number | null
  readonly from: string | null
  readonly to: string | null
  readonly detail: string | null
}

/** 扣分: bad conduct put forward by a reviewer; `points` is negative. Private until it is decided, and public only as a count. */
export interface Deduction {
  readonly number: number
  readonly item: string
  readonly cat: string
  /** the person it is about */
  readonly doer: string
  readonly deedOn: LocalDate
  readonly text: string
  readonly points: number
  /** the day on which it is looked at again (整改期满) */
  readonly recheckOn: LocalDate | null
  readonly proposedBy: string
  /** the second reviewer, of another household than the first and the person concerned */
  readonly confirmedBy: string | null
  readonly reason: string | null
}

/** A deduction with its case file. */
export interface DeductionCase extends CaseFile {
  readonly kind: 'deduction'
  readonly deduction: Deduction
}

/** What a proposal would do once a second person agrees. */
export type ProposalAct =
  | 'reverse'
  | 'grant-role'
  | 'end-role'
  | 'erase'
  | 'award'
  | 'household-plan'
  | 'custody'
  | 'bad-record'
  | 'grade-exception'
  | 'dividend'
  | 'change-scheme'
  | 'award-batch'
  | 'inspection'

/** 提议 with what is needed to carry it out, as JSON of its act. */
export interface Proposal {
  readonly number: number
  readonly act: ProposalAct
  readonly by: string
  readonly payload: string
  /** what the card says it would do */
  readonly text: string
}

/** A proposal with its case file. */
export interface ProposalCase extends CaseFile {
  readonly kind: 'proposal'
  readonly proposal: Proposal
}

/** A picture somebody sent; `number` is the case it belongs to, null while it waits for its words. */
export interface Photo {
  readonly id: string
  /** SHA-256 hex of the kept picture, without EXIF */
  readonly media: string
  /** 64-bit perceptual hash, 16 hex digits: near-identical pictures differ in few bits */
  readonly look: string
  readonly person: string
  readonly at: number
  readonly number: number | null
}
