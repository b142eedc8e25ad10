import type { Dialect } from '../sql.ts'

/** What differs between the two databases in a table's definition. */
interface Words {
  readonly int: string
  readonly tail: string
}

const words = { sqlite: { int: 'integer', tail: ' STRICT' }, postgres: { int: 'bigint', tail: '' } } as const satisfies Record<
  Dialect,
  Words
>

const yesOrNo = (column: string) => `CHECK (${column} IN (0, 1))`
const within = (column: string, limit: number) => `CHECK (${column} BETWEEN -${String(limit)} AND ${String(limit)})`
const pointLimit = 1_000_000
const fenLimit = 2_000_000_000

const register = ({ int, tail }: Words) => [
  `CREATE TABLE village (
    id text PRIMARY KEY, name text NOT NULL, training ${int} NOT NULL ${yesOrNo('training')},
    clock_offset ${int} NOT NULL CHECK (clock_offset >= 0 AND (training = 1 OR clock_offset = 0)),
    revision ${int} NOT NULL, created_at ${int} NOT NULL, tick ${int} NOT NULL, next_number ${int} NOT NULL CHECK (next_number > 1000),
    ledger_seq ${int} NOT NULL CHECK (ledger_seq >= 0), ledger_head text NOT NULL CHECK (length(ledger_head) = 64))${tail}`,
  `CREATE TABLE village_setting (
    village text NOT NULL REFERENCES village (id), name text NOT NULL, value text NOT NULL, PRIMARY KEY (village, name))${tail}`,
  `CREATE TABLE unit (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, kind text NOT NULL CHECK (kind IN ('组', '屯', '院', '嘎查')),
    number ${int} NOT NULL, name text NOT NULL, PRIMARY KEY (village, id))${tail}`,
  `CREATE TABLE household (
    village text NOT NULL, id text NOT NULL, number ${int} NOT NULL, unit text NOT NULL, head text, joined_on text NOT NULL, left_on text,
    PRIMARY KEY (village, id), UNIQUE (village, number), FOREIGN KEY (village, unit) REFERENCES unit (village, id),
    CHECK (left_on IS NULL OR left_on >= joined_on))${tail}`,
  `CREATE TABLE person (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, name text NOT NULL, called text NOT NULL, household text,
    name_public ${int} NOT NULL ${yesOrNo('name_public')}, minor ${int} NOT NULL ${yesOrNo('minor')},
    PRIMARY KEY (village, id), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
  'CREATE INDEX person_of_household ON person (village, household)',
  'CREATE INDEX person_by_name ON person (village, name)',
  `CREATE TABLE alias (
    village text NOT NULL, channel text NOT NULL, account text NOT NULL, contact text NOT NULL, person text NOT NULL,
    seq ${int} NOT NULL, bound_by text NOT NULL, bound_at ${int} NOT NULL,
    PRIMARY KEY (village, channel, account, contact), FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
  'CREATE INDEX alias_by_contact ON alias (channel, account, contact)',
  'CREATE INDEX alias_of_person ON alias (village, person)',
  `CREATE TABLE role_grant (
    village text NOT NULL, seq ${int} NOT NULL, person text NOT NULL, role text NOT NULL,
    scope text NOT NULL CHECK (scope IN ('village', 'group', 'store', 'township')), scope_id text, from_day text NOT NULL, until_day text,
    granted_by text NOT NULL, granted_at ${int} NOT NULL,
    PRIMARY KEY (village, seq), FOREIGN KEY (village, person) REFERENCES person (village, id),
    CHECK (until_day IS NULL OR until_day >= from_day))${tail}`,
  'CREATE INDEX role_grant_of_person ON role_grant (village, person)',
  `CREATE TABLE room (
    village text NOT NULL REFERENCES village (id), channel text NOT NULL, account text NOT NULL, room text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('villagers', 'panel', 'cadres')), bound_at ${int} NOT NULL,
    PRIMARY KEY (village, channel, account, room))${tail}`,
  'CREATE INDEX room_by_room ON room (channel, account, room)',
  `CREATE TABLE scheme_edition (
    village text NOT NULL REFERENCES village (id), edition ${int} NOT NULL CHECK (edition > 0), code text NOT NULL,
    effective_from text NOT NULL, source text NOT NULL, resolution text, adopted_by text NOT NULL, adopted_at ${int} NOT NULL,
    PRIMARY KEY (village, edition))${tail}`,
]

const cases = ({ int, tail }: Words) => [
  // Legal states are rows, so that a later kind of case is an INSERT and not a rebuilt table.
  `CREATE TABLE case_state (kind text NOT NULL, state text NOT NULL, PRIMARY KEY (kind, state))${tail}`,
  `CREATE TABLE case_file (
    village text NOT NULL REFERENCES village (id), number ${int} NOT NULL CHECK (number > 1000), kind text NOT NULL, state text NOT NULL,
    version ${int} NOT NULL CHECK (version > 0), edition ${int} NOT NULL, subject text, opened_by text, opened_at ${int} NOT NULL, due_at ${int},
    PRIMARY KEY (village, number), FOREIGN KEY (kind, state) REFERENCES case_state (kind, state))${tail}`,
  'CREATE INDEX case_file_by_state ON case_file (village, kind, state, number)',
  'CREATE INDEX case_file_of_subject ON case_file (village, subject, number)',
  'CREATE INDEX case_file_by_opener ON case_file (village, opened_by, number)',
  `CREATE TABLE report (
    village text NOT NULL, number ${int} NOT NULL, item text NOT NULL, cat text NOT NULL, doer text NOT NULL, reporter text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('chat', 'oral', 'phone', 'paper', 'box')), deed_on text NOT NULL,
    quantity ${int}, unit text, text text NOT NULL, place text, beneficiary text,
    proposed ${int} NOT NULL ${within('proposed', pointLimit)}, points ${int} ${within('points', pointLimit)}, duplicate_of ${int},
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    CHECK (quantity IS NULL OR quantity >= 0))${tail}`,
  'CREATE INDEX report_by_deed ON report (village, item, deed_on)',
  `CREATE TABLE objection (
    village text NOT NULL, number ${int} NOT NULL, target ${int}, objector text NOT NULL, text text NOT NULL,
    result text CHECK (result IN ('maintain', 'correct', 'reverse')), points ${int} ${within('points', pointLimit)}, answer text,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    FOREIGN KEY (village, target) REFERENCES case_file (village, number))${tail}`,
  'CREATE INDEX objection_to ON objection (village, target)',
  `CREATE TABLE deduction (
    village text NOT NULL, number ${int} NOT NULL, item text NOT NULL, cat text NOT NULL, doer text NOT NULL, deed_on text NOT NULL,
    text text NOT NULL, points ${int} NOT NULL CHECK (points < 0 AND points >= -${String(pointLimit)}), recheck_on text,
    proposed_by text NOT NULL, confirmed_by text, reason text,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by))${tail}`,
  `CREATE TABLE binding (
    village text NOT NULL, number ${int} NOT NULL, channel text NOT NULL, account text NOT NULL, contact text NOT NULL, person text NOT NULL,
    name_public ${int} NOT NULL ${yesOrNo('name_public')},
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
  `CREATE TABLE suggestion (
    village text NOT NULL, number ${int} NOT NULL, cat text NOT NULL, text text NOT NULL,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number))${tail}`,
  // What a proposal would do is checked when it is read: a later act is no rebuilt table.
  `CREATE TABLE proposal (
    village text NOT NULL, number ${int} NOT NULL, act text NOT NULL, proposer text NOT NULL, payload text NOT NULL, text text NOT NULL,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number))${tail}`,
  `CREATE TABLE photo (
    village text NOT NULL, id text NOT NULL, seq ${int} NOT NULL, media text NOT NULL CHECK (length(media) = 64),
    look text NOT NULL CHECK (length(look) = 16), person text NOT NULL, at ${int} NOT NULL, number ${int},
    PRIMARY KEY (village, id), FOREIGN KEY (village, person) REFERENCES person (village, id),
    FOREIGN KEY (village, number) REFERENCES case_file (village, number))${tail}`,
  'CREATE INDEX photo_of_person ON photo (village, person, at)',
  'CREATE INDEX photo_by_time ON photo (village, at)',
  `CREATE TABLE evidence (
    village text NOT NULL, id text NOT NULL, number ${int} NOT NULL, seq ${int} NOT NULL, kind text NOT NULL, media text, text text,
    actor text NOT NULL, at ${int} NOT NULL,
    PRIMARY KEY (village, id), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    CHECK ((kind = 'photo' AND media IS NOT NULL AND length(media) = 64) OR (kind = 'text' AND text IS NOT NULL AND media IS NULL)))${tail}`,
  'CREATE INDEX evidence_of_case ON evidence (village, number, seq)',
  `CREATE TABLE decision (
    village text NOT NULL, id text NOT NULL, number ${int} NOT NULL, seq ${int} NOT NULL, actor text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('approve', 'reject', 'return', 'defer', 'recuse', 'maintain', 'correct', 'reverse', 'confirm', 'decline')),
    points ${int} ${within('points', pointLimit)}, reason text, at ${int} NOT NULL, revoked_at ${int},
    PRIMARY KEY (village, id), FOREIGN KEY (village, number) REFERENCES case_file (village, number))${tail}`,
  'CREATE INDEX decision_of_case ON decision (village, number, seq)',
  'CREATE INDEX decision_by_actor ON decision (village, actor, seq)',
  `CREATE TABLE notice (
    village text NOT NULL, number ${int} NOT NULL, first_day text NOT NULL, last_day text NOT NULL, ends_at ${int} NOT NULL,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    CHECK (last_day >= first_day))${tail}`,
  'CREATE INDEX notice_by_end ON notice (village, ends_at)',
]

const ledger = ({ int, tail }: Words) => [
  `CREATE TABLE account (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, book text NOT NULL, unit text NOT NULL CHECK (unit IN ('point', 'fen')),
    holder_kind text NOT NULL CHECK (holder_kind IN ('household', 'person', 'group', 'post', 'store', 'fund', 'donor', 'source')),
    holder text NOT NULL, may_owe ${int} NOT NULL ${yesOrNo('may_owe')},
    PRIMARY KEY (village, id), UNIQUE (village, book, holder_kind, holder), UNIQUE (village, id, book, unit))${tail}`,
  `CREATE TABLE ledger_entry (
    village text NOT NULL REFERENCES village (id), seq ${int} NOT NULL CHECK (seq > 0), at ${int} NOT NULL, on_day text NOT NULL,
    cause text NOT NULL, note_digest text NOT NULL CHECK (length(note_digest) = 64),
    kind text NOT NULL CHECK (kind IN ('award', 'deduction', 'redemption', 'donation', 'transfer', 'reset')),
    actor text NOT NULL, edition ${int} NOT NULL, reverses ${int} CHECK (reverses < seq),
    prev text NOT NULL CHECK (length(prev) = 64), hash text NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (village, seq), UNIQUE (village, cause), UNIQUE (village, reverses),
    FOREIGN KEY (village, reverses) REFERENCES ledger_entry (village, seq))${tail}`,
  'CREATE INDEX ledger_entry_by_day ON ledger_entry (village, on_day, seq)',
  // Words of a case live here so that they can be erased; the chain holds only their salted digest.
  `CREATE TABLE ledger_note (
    village text NOT NULL, seq ${int} NOT NULL, salt text NOT NULL, text text NOT NULL,
    PRIMARY KEY (village, seq), FOREIGN KEY (village, seq) REFERENCES ledger_entry (village, seq))${tail}`,
  `CREATE TABLE posting (
    village text NOT NULL, seq ${int} NOT NULL, line ${int} NOT NULL, account text NOT NULL, book text NOT NULL, unit text NOT NULL,
    amount ${int} NOT NULL,
    PRIMARY KEY (village, seq, line), FOREIGN KEY (village, seq) REFERENCES ledger_entry (village, seq),
    FOREIGN KEY (village, account, book, unit) REFERENCES account (village, id, book, unit),
    CHECK ((unit = 'point' AND amount BETWEEN -${String(pointLimit)} AND ${String(pointLimit)})
      OR (unit = 'fen' AND amount BETWEEN -${String(fenLimit)} AND ${String(fenLimit)})))${tail}`,
  'CREATE INDEX posting_of_account ON posting (village, account, seq)',
  `CREATE TABLE balance (
    village text NOT NULL, account text NOT NULL, spendable ${int} NOT NULL, honour ${int} NOT NULL, may_owe ${int} NOT NULL ${yesOrNo('may_owe')},
    PRIMARY KEY (village, account), FOREIGN KEY (village, account) REFERENCES account (village, id),
    CHECK (may_owe = 1 OR spendable >= 0))${tail}`,
  `CREATE TABLE month_rollup (
    village text NOT NULL, account text NOT NULL, month text NOT NULL CHECK (length(month) = 7), amount ${int} NOT NULL, honour ${int} NOT NULL,
    PRIMARY KEY (village, account, month), FOREIGN KEY (village, account) REFERENCES account (village, id))${tail}`,
  'CREATE INDEX month_rollup_by_month ON month_rollup (village, month)',
]

const traffic = ({ int, tail }: Words) => [
  `CREATE TABLE inbox (
    village text NOT NULL REFERENCES village (id), channel text NOT NULL, account text NOT NULL, id text NOT NULL, digest text NOT NULL,
    person text, at ${int} NOT NULL, PRIMARY KEY (village, channel, account, id, digest))${tail}`,
  `CREATE TABLE outbox (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, seq ${int} NOT NULL, cause text NOT NULL, line ${int} NOT NULL,
    channel text NOT NULL, account text NOT NULL, room text, contact text, text text NOT NULL, file text, about ${int},
    not_before ${int} NOT NULL, claimed_by text, claimed_until ${int}, attempt ${int} NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')), sent_id text, reason text, changed_at ${int},
    PRIMARY KEY (village, id), UNIQUE (village, cause, line), CHECK (room IS NOT NULL OR contact IS NOT NULL))${tail}`,
  "CREATE INDEX outbox_waiting ON outbox (village, seq) WHERE state = 'waiting'",
  'CREATE INDEX outbox_of_room ON outbox (village, room, seq) WHERE room IS NOT NULL AND about IS NOT NULL',
  'CREATE INDEX outbox_of_contact ON outbox (village, contact, seq) WHERE contact IS NOT NULL AND about IS NOT NULL',
  `CREATE TABLE open_question (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, seq ${int} NOT NULL, person text NOT NULL, room text,
    question text NOT NULL, reading text NOT NULL, line text NOT NULL, asked_at ${int} NOT NULL, expires_at ${int} NOT NULL, closed_at ${int},
    PRIMARY KEY (village, id), CHECK (expires_at >= asked_at))${tail}`,
  'CREATE INDEX open_question_of_person ON open_question (village, person, seq)',
  `CREATE TABLE job_run (
    village text NOT NULL REFERENCES village (id), job text NOT NULL, period text NOT NULL, due ${int} NOT NULL, started_at ${int} NOT NULL,
    outcome text, finished_at ${int}, PRIMARY KEY (village, job, period))${tail}`,
  'CREATE INDEX job_run_due ON job_run (village, job, due)',
  `CREATE TABLE audit (
    village text NOT NULL REFERENCES village (id), seq ${int} NOT NULL, at ${int} NOT NULL, actor text, action text NOT NULL, number ${int},
    from_state text, to_state text, detail text, PRIMARY KEY (village, seq))${tail}`,
  'CREATE INDEX audit_of_case ON audit (village, number, seq)',
  `CREATE TABLE chat_message (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, seq ${int} NOT NULL, sender text NOT NULL, addressee text NOT NULL,
    text text NOT NULL, file text, quote text, at ${int} NOT NULL, PRIMARY KEY (village, id))${tail}`,
  'CREATE INDEX chat_message_to ON chat_message (village, addressee, seq)',
  'CREATE INDEX chat_message_from ON chat_message (village, sender, seq)',
]

/** The statements that make the first tables; every key begins with the village, every column is a whole number or text. */
export const tables = (dialect: Dialect): readonly string[] => [register, cases, ledger, traffic].flatMap((part) => part(words[dialect]))
