import type {
  AuditRow,
  Binding,
  BindingCase,
  CaseFile,
  CaseKind,
  Decision,
  Deduction,
  DeductionCase,
  Evidence,
  Notice,
  Objection,
  ObjectionCase,
  Photo,
  Proposal,
  ProposalCase,
  Report,
  ReportCase,
} from '../case.ts'
import type { LocalDate } from '../dates.ts'
import type { HonourStores } from './honour-stores.ts'
import type { JobRunStore } from '../job-runs.ts'
import type { Account, BookUnit, Entry, HolderKind, NewEntry, Standing, StatementLine } from '../ledger.ts'
import type { LedgerPages } from '../ledger-pages.ts'
import type { PeopleStores } from './people-stores.ts'
import type { PeriodStores } from './period-stores.ts'
import type { OpenQuestion } from '../question.ts'
import type { Role, RoleGrant } from '../role.ts'
import type { Alias, Household, Person, Room, RoomKind, Unit, Village } from '../village.ts'

/** The register: who lives here, in which household and group, who holds which office. Names never grant rights. */
export interface RegisterStore {
  units(): Promise<readonly Unit[]>
  households(): Promise<readonly Household[]>
  household(id: string): Promise<Household | null>
  people(): Promise<readonly Person[]>
  /** everybody under 14 */
  children(): Promise<readonly Person[]>
  person(id: string): Promise<Person | null>
  members(household: string): Promise<readonly Person[]>
  /** people whose name or by-name is exactly `name` */
  named(name: string): Promise<readonly Person[]>
  /** offices in force on a day */
  rolesOf(person: string, on: LocalDate): Promise<readonly Role[]>
  /** who holds an office on a day; of one unit (院长, 理事) when it is named */
  holders(role: Role, on: LocalDate, unit?: string): Promise<readonly Person[]>
  addUnit(unit: Unit): Promise<void>
  addHousehold(household: Household): Promise<void>
  addPerson(person: Person): Promise<void>
  grant(grant: RoleGrant, by: string, at: number): Promise<void>
  /** ends an office: the day before `from` is its last */
  endRole(person: string, role: Role, from: LocalDate, by: string, at: number): Promise<void>
  /** forgets a person: name, by-names and words are gone from every table that holds them, the ledger stays whole */
  erase(person: string, by: string, at: number): Promise<void>
  setNamePublic(person: string, namePublic: boolean, at: number): Promise<void>
}

/** Contacts and rooms of the channels, tied to the village's own people and rooms. */
export interface ContactStore {
  personOf(channel: string, account: string, contact: string): Promise<Person | null>
  /** where a person can be reached, newest first */
  aliasesOf(person: string): Promise<readonly Alias[]>
  bind(alias: Alias, by: string, at: number): Promise<void>
  unbind(alias: Alias, by: string, at: number): Promise<void>
  roomOf(channel: string, account: string, room: string): Promise<Room | null>
  rooms(kind?: RoomKind): Promise<readonly Room[]>
  bindRoom(room: Room, at: number): Promise<void>
}

/** What to open a case with. */
export interface NewCase {
  readonly edition: number
  readonly subject: string | null
  readonly openedBy: string | null
  readonly at: number
  readonly dueAt?: number
}

/** 建议 as it was kept: what kind of conduct it is about, and the words. */
export interface KeptSuggestion {
  readonly number: number
  readonly cat: string
  readonly text: string
}

/** The cases of the village, whatever their kind; opening one takes the next number. */
export interface CaseStore {
  find(number: number): Promise<CaseFile | null>
  report(number: number): Promise<ReportCase | null>
  objection(number: number): Promise<ObjectionCase | null>
  binding(number: number): Promise<BindingCase | null>
  openReport(about: NewCase, report: Omit<Report, 'number' | 'points'>): Promise<ReportCase>
  openObjection(about: NewCase, objection: Omit<Objection, 'number' | 'result' | 'points' | 'answer'>): Promise<ObjectionCase>
  openBinding(about: NewCase, binding: Omit<Binding, 'number'>): Promise<BindingCase>
  /** 建议 or 线索: kept words for the representatives' meeting */
  openSuggestion(about: NewCase, kind: 'suggestion' | 'clue', cat: string, text: string): Promise<CaseFile>
  /** suggestions in given states with their words, by number */
  suggestionsIn(states: readonly string[]): Promise<readonly KeptSuggestion[]>
  deduction(number: number): Promise<DeductionCase | null>
  openDeduction(about: NewCase, deduction: Omit<Deduction, 'number' | 'confirmedBy' | 'reason'>): Promise<DeductionCase>
  amendDeduction(number: number, change: Partial<Pick<Deduction, 'recheckOn' | 'confirmedBy' | 'reason'>>): Promise<void>
  proposal(number: number): Promise<ProposalCase | null>
  openProposal(about: NewCase, proposal: Omit<Proposal, 'number'>): Promise<ProposalCase>
  /** sets or clears the instant at which a waiting case is due */
  setDue(number: number, dueAt: number | null): Promise<void>
  /** cases of a kind in given states that are due by an instant, by number */
  dueBy(kind: CaseKind, states: readonly string[], now: number): Promise<readonly CaseFile[]>
  /**
   * Moves a case by an action of its kind's table and writes the audit row.
   * Throws `IllegalMove` when the table has no such move, `Overtaken` when somebody moved the case since `file` was read.
   */
  move<C extends CaseFile>(file: C, action: string, by: string | null, at: number, detail?: string): Promise<C>
  /** sets the approved points (or changes them, by a correction); null when the approval was taken back */
  setPoints(number: number, points: number | null): Promise<void>
  /** mends a report before review */
  amendReport(
    number: number,
    change: Partial<Pick<Report, 'item' | 'cat' | 'doer' | 'deedOn' | 'quantity' | 'unit' | 'proposed' | 'place' | 'text'>>,
  ): Promise<void>
  resolveObjection(number: number, result: Objection['result'], points: number | null, answer: string | null): Promise<void>
  /** cases of a kind in given states, by number */
  inStates(kind: CaseKind, states: readonly string[]): Promise<readonly CaseFile[]>
  reportsInStates(states: readonly string[]): Promise<readonly ReportCase[]>
  reportsOf(household: string, limit: number): Promise<readonly ReportCase[]>
  /** newest case opened by a person of the given kinds */
  latestBy(person: string, kinds: readonly CaseKind[]): Promise<CaseFile | null>
  /** every objection against a case, whatever its state */
  objectionsTo(number: number): Promise<readonly ObjectionCase[]>
  /** reports of a household for an item on days within a range that were not rejected, withdrawn or reversed */
  sameDeeds(household: string, item: string, from: LocalDate, to: LocalDate): Promise<readonly ReportCase[]>
  decide(decision: Omit<Decision, 'id' | 'revokedAt'>): Promise<Decision>
  decisions(number: number): Promise<readonly Decision[]>
  /** newest decision of a person that is not revoked */
  latestDecisionBy(person: string): Promise<Decision | null>
  revokeDecision(id: string, at: number): Promise<void>
  addEvidence(evidence: Omit<Evidence, 'id'>): Promise<Evidence>
  evidence(number: number): Promise<readonly Evidence[]>
}

/** Pictures sent to the bot, with and without a case. */
export interface PhotoStore {
  add(photo: Omit<Photo, 'id'>): Promise<Photo>
  attach(id: string, number: number): Promise<void>
  /** pictures of a person that wait for their words, sent since an instant, oldest first */
  loose(person: string, since: number): Promise<readonly Photo[]>
  /** pictures of cases sent since an instant whose look differs in at most `bits` bits, newest first */
  alike(look: string, bits: number, since: number): Promise<readonly Photo[]>
  /**
   * drops pictures sent before an instant that never got a case; returns the media (SHA-256 hex, each once) that nothing in the
   * database names any more: their files may go once the unit is committed
   */
  dropLoose(before: number): Promise<readonly string[]>
}

/** 公示 windows. */
export interface NoticeStore {
  /** opens, or opens anew, the window of a case */
  open(notice: Notice): Promise<void>
  of(number: number): Promise<Notice | null>
  /** reports in notice whose window has ended by `now` */
  endedBy(now: number): Promise<readonly (ReportCase & { readonly notice: Notice })[]>
  /** moves the end of every open window by whole days (a recorded emergency); how many were moved */
  extend(days: number, now: number): Promise<number>
  /** reports whose window touched the days of a period, by number */
  during(first: LocalDate, last: LocalDate): Promise<readonly (ReportCase & { readonly notice: Notice })[]>
}

/** 台账: insert-only double entry with a hash chain per village. */
export interface LedgerStore extends LedgerPages {
  /**
   * The account of a holder in a book, opened when it is new. `mayOwe` says whether it may stand below zero (a book without floor);
   * left out, only those who give rather than own may. A debt there is may be worked off after the leave to owe has ended.
   */
  account(book: string, unit: BookUnit, holderKind: HolderKind, holder: string, mayOwe?: boolean): Promise<Account>
  /** books an entry; throws `CauseTaken` when the cause was booked with other content */
  post(entry: NewEntry): Promise<Entry>
  /** the exact negative of an entry, once */
  reverse(seq: number, cause: string, actor: string, edition: number, at: number, text: string): Promise<Entry>
  byCause(cause: string): Promise<Entry | null>
  standing(book: string, holderKind: HolderKind, holder: string): Promise<Standing>
  statement(book: string, holderKind: HolderKind, holder: string, first: LocalDate, last: LocalDate): Promise<readonly StatementLine[]>
  entries(afterSeq: number, limit: number): Promise<readonly Entry[]>
  /** entries booked on the days of a period */
  booked(first: LocalDate, last: LocalDate): Promise<readonly Entry[]>
  /** size and head of the chain */
  head(): Promise<{ readonly seq: number; readonly hash: string }>
}

/** Questions the bot waits for. */
export interface QuestionStore {
  open(question: Omit<OpenQuestion, 'id'>): Promise<OpenQuestion>
  /** the newest unanswered, unexpired question to a person in a place */
  waiting(person: string, room: string | null, now: number): Promise<OpenQuestion | null>
  close(id: string, at: number): Promise<void>
}

/** A scheme edition as adopted: `source` is the YAML it was adopted with. */
export interface SchemeEdition {
  readonly edition: number
  readonly code: string
  readonly effectiveFrom: LocalDate
  readonly source: string
  readonly resolution: string | null
}

/** The editions of the village's agreement; the past keeps the edition it was made under. */
export interface SchemeStore {
  /** the edition in force on a day */
  inForce(on: LocalDate): Promise<SchemeEdition>
  edition(edition: number): Promise<SchemeEdition | null>
  adopt(scheme: Omit<SchemeEdition, 'edition'>, by: string, at: number): Promise<SchemeEdition>
  /** the person in whose name an edition was adopted: what follows from the scheme alone is booked in that name */
  adoptedBy(edition: number): Promise<string>
}

/** A heard message, as the inbox knows it. */
export interface Heard {
  readonly channel: string
  readonly account: string
  readonly id: string
  /** digest of sender, place and content: the same id with other content is another matter */
  readonly digest: string
  readonly person: string | null
  readonly at: number
}

/** Messages heard; a message is answered once. */
export interface InboxStore {
  /** true when the message is new; false when it was heard before */
  receive(heard: Heard): Promise<boolean>
}

/** A line on its way out. */
export interface Outgoing {
  readonly id: string
  /** `message:<channel>:<id>` or `job:<name>:<period>`: what made the bot speak */
  readonly cause: string
  /** place among the lines of its cause, from 0 */
  readonly order: number
  readonly channel: string
  readonly account: string
  readonly room: string | null
  readonly contact: string | null
  readonly text: string
  readonly file: string | null
  readonly about: number | null
  readonly notBefore: number
  readonly attempt: number
  readonly state: 'waiting' | 'sent' | 'failed'
  /** the channel's id of the sent message */
  readonly sentId: string | null
}

/** Lines to be said; written in the unit that decides them, sent after its commit. */
export interface OutboxStore {
  put(lines: readonly Omit<Outgoing, 'id' | 'attempt' | 'state' | 'sentId'>[]): Promise<void>
  /** marks up to `limit` due lines as taken by `sender` until an instant, in order of writing; a destination's earlier line goes first */
  claim(sender: string, until: number, now: number, limit: number): Promise<readonly Outgoing[]>
  sent(id: string, sentId: string | null, at: number): Promise<void>
  /** tries again at an instant, or gives up when `retryAt` is null */
  failed(id: string, retryAt: number | null, reason: string, at: number): Promise<void>
  of(cause: string): Promise<readonly Outgoing[]>
  /** the case a bot line in a room or private chat was about, found by its words */
  aboutOf(where: { readonly room: string } | { readonly contact: string }, text: string): Promise<number | null>
  /** the earliest `notBefore` among waiting lines */
  nextDue(): Promise<number | null>
}

/** What supervisors can read back. */
export interface AuditStore {
  write(row: AuditRow): Promise<void>
  of(number: number): Promise<readonly AuditRow[]>
}

/** Settings and small facts of the village that need no table of their own (quiet, clock of the training village). */
export interface VillageStore {
  get(): Promise<Village>
  setClockOffset(ms: number): Promise<void>
  setting(key: string): Promise<string | null>
  setSetting(key: string, value: string): Promise<void>
  /** settings whose key begins with a prefix, by key */
  settings(prefix: string): Promise<ReadonlyMap<string, string>>
  /** makes caches of register, scheme and vocabulary stale */
  touch(): Promise<void>
}

/** Everything a unit of work may read and write, bound to one village and one transaction. */
export interface Stores extends PeopleStores, PeriodStores, HonourStores {
  readonly village: VillageStore
  readonly register: RegisterStore
  readonly contacts: ContactStore
  readonly cases: CaseStore
  readonly notices: NoticeStore
  readonly photos: PhotoStore
  readonly ledger: LedgerStore
  readonly questions: QuestionStore
  readonly schemes: SchemeStore
  readonly inbox: InboxStore
  readonly outbox: OutboxStore
  readonly jobRuns: JobRunStore
  readonly audit: AuditStore
  /** runs `work` in a savepoint: what it wrote is undone when it throws, and the error goes on */
  attempt<T>(work: () => Promise<T>): Promise<T>
}

/** One village at a time, one unit after another; a unit commits durably or leaves nothing. */
export interface Lane {
  /** runs one unit of work of a village; every statement inside is awaited, nothing is sent or slept on */
  unit<T>(village: string, work: (stores: Stores) => Promise<T>): Promise<T>
  /** makes a new village in a unit of its own */
  found<T>(village: Village, work: (stores: Stores) => Promise<T>): Promise<T>
}

/** Reads outside any unit, for pages and checks; sees only what is committed. */
export interface Reader {
  villages(): Promise<readonly Village[]>
  /** the village of a room, or of a contact's newest alias */
  villageOfRoom(channel: string, account: string, room: string): Promise<string | null>
  villageOfContact(channel: string, account: string, contact: string): Promise<string | null>
  read<T>(village: string, work: (stores: Stores) => Promise<T>): Promise<T>
}

/** Pictures and files by the SHA-256 of their bytes, in the data folder. */
export interface MediaStore {
  /** keeps the bytes and returns their SHA-256 hex; keeping twice is keeping once */
  keep(bytes: Uint8Array): Promise<string>
  read(sha256: string): Promise<Uint8Array | null>
  /** deletes the file for good; forgetting what is not there is no error */
  forget(sha256: string): Promise<void>
}
