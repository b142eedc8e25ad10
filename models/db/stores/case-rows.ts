import type {
  BindingCase,
  CaseFile,
  CaseKind,
  Decision,
  DeductionCase,
  Evidence,
  Notice,
  ObjectionCase,
  ProposalAct,
  ProposalCase,
  ReportCase,
} from '../../case.ts'
import { flag, int, intOrNull, oneOf, oneOfOrNull, text, textOrNull, type Row } from '../row.ts'

/** The kinds of case that the tables know. */
export const caseKinds = [
  'report',
  'objection',
  'deduction',
  'binding',
  'suggestion',
  'clue',
  'proposal',
  'bar',
] as const satisfies readonly CaseKind[]

const verdicts = [
  'approve',
  'reject',
  'return',
  'defer',
  'recuse',
  'maintain',
  'correct',
  'reverse',
  'confirm',
  'decline',
] as const satisfies readonly Decision['verdict'][]

const acts = [
  'reverse',
  'grant-role',
  'end-role',
  'erase',
  'award',
  'household-plan',
  'custody',
  'bad-record',
  'grade-exception',
  'dividend',
  'change-scheme',
  'award-batch',
  'inspection',
] as const satisfies readonly ProposalAct[]

/** The case file's columns, of a query in which the table is called `c`. */
export const caseColumns = 'c.number, c.kind, c.state, c.version, c.edition, c.subject, c.opened_by, c.opened_at, c.due_at'

/** The report's columns beside those of its case file, of a query in which the table is called `r`. */
export const reportColumns = `r.item, r.cat, r.doer, r.reporter, r.channel, r.deed_on, r.quantity, r.unit, r.text, r.place, r.beneficiary,
  r.proposed, r.points, r.duplicate_of`

/** Case file and report joined. */
export const reportTables = 'case_file c JOIN report r ON r.village = c.village AND r.number = c.number'

/** The case file of a row with `caseColumns`. */
export const caseOf = (row: Row): CaseFile => ({
  number: int(row, 'number'),
  kind: oneOf(row, 'kind', caseKinds),
  state: text(row, 'state'),
  version: int(row, 'version'),
  edition: int(row, 'edition'),
  subject: textOrNull(row, 'subject'),
  openedBy: textOrNull(row, 'opened_by'),
  openedAt: int(row, 'opened_at'),
  dueAt: intOrNull(row, 'due_at'),
})

/** The report case of a row with `caseColumns` and `reportColumns`. */
export const reportCaseOf = (row: Row): ReportCase => ({
  ...caseOf(row),
  kind: 'report',
  report: {
    number: int(row, 'number'),
    item: text(row, 'item'),
    cat: text(row, 'cat'),
    doer: text(row, 'doer'),
    reporter: text(row, 'reporter'),
    channel: oneOf(row, 'channel', ['chat', 'oral', 'phone', 'paper', 'box']),
    deedOn: text(row, 'deed_on'),
    quantity: intOrNull(row, 'quantity'),
    unit: textOrNull(row, 'unit'),
    text: text(row, 'text'),
    place: textOrNull(row, 'place'),
    beneficiary: textOrNull(row, 'beneficiary'),
    proposed: int(row, 'proposed'),
    points: intOrNull(row, 'points'),
    duplicateOf: intOrNull(row, 'duplicate_of'),
  },
})

/** The objection case of a row with `caseColumns` and the columns of its own table. */
export const objectionCaseOf = (row: Row): ObjectionCase => ({
  ...caseOf(row),
  kind: 'objection',
  objection: {
    number: int(row, 'number'),
    target: intOrNull(row, 'target'),
    by: text(row, 'objector'),
    text: text(row, 'text'),
    result: oneOfOrNull(row, 'result', ['maintain', 'correct', 'reverse']),
    points: intOrNull(row, 'points'),
    answer: textOrNull(row, 'answer'),
  },
})

/** The binding case of a row with `caseColumns` and the columns of its own table. */
export const bindingCaseOf = (row: Row): BindingCase => ({
  ...caseOf(row),
  kind: 'binding',
  binding: {
    number: int(row, 'number'),
    channel: text(row, 'channel'),
    account: text(row, 'account'),
    contact: text(row, 'contact'),
    person: text(row, 'person'),
    namePublic: flag(row, 'name_public'),
  },
})

/** The deduction case of a row with `caseColumns` and the columns of its own table. */
export const deductionCaseOf = (row: Row): DeductionCase => ({
  ...caseOf(row),
  kind: 'deduction',
  deduction: {
    number: int(row, 'number'),
    item: text(row, 'item'),
    cat: text(row, 'cat'),
    doer: text(row, 'doer'),
    deedOn: text(row, 'deed_on'),
    text: text(row, 'text'),
    points: int(row, 'points'),
    recheckOn: textOrNull(row, 'recheck_on'),
    proposedBy: text(row, 'proposed_by'),
    confirmedBy: textOrNull(row, 'confirmed_by'),
    reason: textOrNull(row, 'reason'),
  },
})

/** The proposal of a row with `caseColumns` and the columns of its own table. */
export const proposalCaseOf = (row: Row): ProposalCase => ({
  ...caseOf(row),
  kind: 'proposal',
  proposal: {
    number: int(row, 'number'),
    act: oneOf(row, 'act', acts),
    by: text(row, 'proposer'),
    payload: text(row, 'payload'),
    text: text(row, 'text'),
  },
})

/** The decision of a row of its table. */
export const decisionOf = (row: Row): Decision => ({
  id: text(row, 'id'),
  number: int(row, 'number'),
  by: text(row, 'actor'),
  verdict: oneOf(row, 'verdict', verdicts),
  points: intOrNull(row, 'points'),
  reason: textOrNull(row, 'reason'),
  at: int(row, 'at'),
  revokedAt: intOrNull(row, 'revoked_at'),
})

/** The evidence of a row of its table. */
export const evidenceOf = (row: Row): Evidence => ({
  id: text(row, 'id'),
  number: int(row, 'number'),
  kind: oneOf(row, 'kind', ['photo', 'text']),
  media: textOrNull(row, 'media'),
  text: textOrNull(row, 'text'),
  by: text(row, 'actor'),
  at: int(row, 'at'),
})

/** The notice window of a row of its table. */
export const noticeOf = (row: Row): Notice => ({
  number: int(row, 'number'),
  firstDay: text(row, 'first_day'),
  lastDay: text(row, 'last_day'),
  endsAt: int(row, 'ends_at'),
})
