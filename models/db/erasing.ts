import { dateOf } from '../dates.ts'
import { writeAudit } from './stores/audit-store.ts'
import { text, type Row } from './row.ts'
import type { Sql } from './sql.ts'
import { touchVillage } from './stores/village-store.ts'

/** What stands in the register where a person was forgotten. */
export const erasedName = '已退出'

/** What stands where the words of a forgotten person were. */
export const erasedWords = '（已删除）'

/** The numbers of the cases that a person opened, or that are about that person; `village` and `person` are placeholders. */
const ownCases = (village: string, person: string) => `SELECT number FROM case_file WHERE village = ${village} AND opened_by = ${person}
  UNION SELECT number FROM report WHERE village = ${village} AND (doer = ${person} OR reporter = ${person})
  UNION SELECT number FROM objection WHERE village = ${village} AND objector = ${person}
  UNION SELECT number FROM deduction WHERE village = ${village} AND doer = ${person}
  UNION SELECT number FROM bar WHERE village = ${village} AND doer = ${person}
  UNION SELECT number FROM binding WHERE village = ${village} AND person = ${person}`

/** Pictures that a person `$2` of the village `$1` sent, and nobody else there. */
const ownPictures = `(SELECT media FROM photo WHERE village = $1 AND person = $2 UNION SELECT media FROM evidence
  WHERE village = $1 AND actor = $2 AND media IS NOT NULL EXCEPT SELECT media FROM photo WHERE village = $1 AND person <> $2)`

/** Takes the person's pictures out of what shows them, and leaves them loose since ever: the next `dropLoose` drops rows and files. */
const pictures = [
  `UPDATE outbox SET file = NULL WHERE village = $1 AND file IN ${ownPictures}`,
  `UPDATE chat_message SET file = NULL WHERE village = $1 AND file IN ${ownPictures}`,
  'UPDATE photo SET number = NULL, at = -1 WHERE village = $1 AND person = $2',
] as const

/** Where words of a person `$3` of the village `$2`, or about nobody else, give way to `$1`. */
const words = [
  'UPDATE report SET text = $1, place = NULL, beneficiary = NULL WHERE village = $2 AND (doer = $3 OR reporter = $3)',
  'UPDATE objection SET text = $1, answer = CASE WHEN answer IS NULL THEN NULL ELSE $1 END WHERE village = $2 AND objector = $3',
  'UPDATE deduction SET text = $1, reason = CASE WHEN reason IS NULL THEN NULL ELSE $1 END WHERE village = $2 AND doer = $3',
  'UPDATE bar SET text = $1, reason = CASE WHEN reason IS NULL THEN NULL ELSE $1 END WHERE village = $2 AND doer = $3',
  'UPDATE suggestion SET text = $1 WHERE village = $2 AND number IN (SELECT number FROM case_file WHERE village = $2 AND opened_by = $3)',
  // a case keeps the number of its proofs; the picture itself is nobody's any more
  "UPDATE evidence SET kind = 'text', media = NULL, text = $1 WHERE village = $2 AND actor = $3",
  "UPDATE chat_message SET text = $1, file = NULL WHERE village = $2 AND (sender = $3 OR (sender = 'bot' AND addressee = $3))",
  'UPDATE binding SET contact = $1 WHERE village = $2 AND person = $3',
  'UPDATE custody SET reason = CASE WHEN reason IS NULL THEN NULL ELSE $1 END WHERE village = $2 AND (person = $3 OR custodian = $3)',
  `UPDATE household_plan SET reason = CASE WHEN reason IS NULL THEN NULL ELSE $1 END
    WHERE village = $2 AND household IN (SELECT household FROM person WHERE village = $2 AND id = $3)`,
  'UPDATE first_check SET reason = CASE WHEN reason IS NULL THEN NULL ELSE $1 END WHERE village = $2 AND checker = $3',
] as const

/** Rows of the village `$1` that are the person's `$2` alone. */
const rows = [
  'DELETE FROM open_question WHERE village = $1 AND person = $2',
  'DELETE FROM alias WHERE village = $1 AND person = $2',
  'DELETE FROM base_ground WHERE village = $1 AND person = $2',
  'DELETE FROM kinship WHERE village = $1 AND person = $2',
  'DELETE FROM guardian_consent WHERE village = $1 AND (child = $2 OR guardian = $2)',
  'UPDATE inbox SET person = NULL WHERE village = $1 AND person = $2',
] as const

/** Other words that may name somebody, and the case they speak of; null where they speak of none. */
const mentions: readonly { readonly table: string; readonly columns: readonly string[]; readonly about: string | null }[] = [
  { table: 'report', columns: ['text', 'place', 'beneficiary'], about: 'number' },
  { table: 'objection', columns: ['text', 'answer'], about: 'COALESCE(target, number)' },
  { table: 'deduction', columns: ['text', 'reason'], about: 'number' },
  { table: 'bar', columns: ['text', 'reason'], about: 'number' },
  { table: 'proposal', columns: ['text', 'payload'], about: 'number' },
  { table: 'suggestion', columns: ['text'], about: 'number' },
  { table: 'evidence', columns: ['text'], about: 'number' },
  { table: 'decision', columns: ['reason'], about: 'number' },
  { table: 'audit', columns: ['detail'], about: 'number' },
  { table: 'outbox', columns: ['text'], about: 'about' },
  { table: 'first_check', columns: ['reason'], about: 'number' },
  { table: 'record', columns: ['what', 'document'], about: null },
  { table: 'open_question', columns: ['question', 'reading', 'line'], about: null },
  { table: 'chat_message', columns: ['text'], about: null },
]

/** A name that stands for nobody else in the register, nor in another's name. */
interface Known {
  readonly name: string
  readonly unmistakable: boolean
}

async function namesOf(sql: Sql, village: string, person: string): Promise<readonly Known[]> {
  const people = await sql.all('SELECT id, name, called FROM person WHERE village = $1', [village])
  const own = people.find((row) => text(row, 'id') === person)
  if (!own) throw new Error('no such person in the register')
  const called = (row: Row) => [text(row, 'name'), ...text(row, 'called').split('\n')]
  const others = people.filter((row) => row !== own).flatMap(called)
  return called(own)
    .filter((name) => [...name].length > 1)
    .toSorted((one, other) => other.length - one.length)
    .map((name) => ({ name, unmistakable: !others.some((other) => other.includes(name)) }))
}

/** Takes a name out of what others wrote; a name that others bear too only out of what is about the person's own cases. */
async function eraseMentions(sql: Sql, village: string, person: string, { name, unmistakable }: Known): Promise<void> {
  for (const { table, columns, about } of mentions) {
    if (!unmistakable && about === null) continue
    const sets = columns.map((column) => `${column} = REPLACE(${column}, $1, $2)`).join(', ')
    const named = columns.map((column) => `REPLACE(${column}, $1, $2) <> ${column}`).join(' OR ')
    const statement = `UPDATE ${table} SET ${sets} WHERE village = $3 AND (${named})`
    if (unmistakable || about === null) await sql.write(statement, [name, erasedName, village])
    else await sql.write(`${statement} AND ${about} IN (${ownCases('$3', '$4')})`, [name, erasedName, village, person])
  }
}

/** Private lines to the person: those that wait are never sent. */
async function erasePrivateLines(sql: Sql, village: string, person: string, at: number): Promise<void> {
  const contacts = await sql.all(
    `SELECT channel, account, contact FROM alias WHERE village = $1 AND person = $2
      UNION SELECT b.channel, b.account, b.contact FROM binding b JOIN case_file c ON c.village = b.village AND c.number = b.number
      WHERE b.village = $1 AND b.person = $2 AND c.state = 'confirmed'`,
    [village, person],
  )
  for (const row of contacts) {
    await sql.write(
      `UPDATE outbox SET text = $1, contact = $1, file = NULL, changed_at = COALESCE(changed_at, $2),
          state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END
        WHERE village = $3 AND channel = $4 AND account = $5 AND contact = $6`,
      [erasedWords, at, village, text(row, 'channel'), text(row, 'account'), text(row, 'contact')],
    )
  }
}

/** The words behind the entries of the person's cases, and their salts: the chain keeps digests that nobody can try out any more. */
async function eraseNotes(sql: Sql, village: string, person: string, names: readonly Known[]): Promise<void> {
  const caused = `SELECT e.seq FROM ledger_entry e WHERE e.village = $1 AND e.cause IN (
    SELECT c.kind || ':' || c.number FROM case_file c WHERE c.village = $1 AND c.number IN (${ownCases('$1', '$2')}))`
  await sql.write(
    `DELETE FROM ledger_note WHERE village = $1 AND (seq IN (${caused})
      OR seq IN (SELECT r.seq FROM ledger_entry r WHERE r.village = $1 AND r.reverses IN (${caused})))`,
    [village, person],
  )
  for (const { name, unmistakable } of names) {
    if (unmistakable) await sql.write("DELETE FROM ledger_note WHERE village = $1 AND REPLACE(text, $2, '') <> text", [village, name])
  }
}

/**
 * Forgets a person: name, by-names, contacts and words are gone from every table that holds them, offices end, lines that wait are
 * not sent. The household, the cases' figures, the ledger and its chain stay, and the random id.
 */
export async function erasePerson(sql: Sql, village: string, person: string, by: string, at: number): Promise<void> {
  const names = await namesOf(sql, village, person)
  const today = dateOf(at)
  await erasePrivateLines(sql, village, person, at)
  await eraseNotes(sql, village, person, names)
  for (const known of names) await eraseMentions(sql, village, person, known)
  for (const statement of pictures) await sql.write(statement, [village, person])
  for (const statement of words) await sql.write(statement, [erasedWords, village, person])
  for (const statement of rows) await sql.write(statement, [village, person])
  await sql.write('UPDATE person SET name = $1, called = $2, name_public = 0 WHERE village = $3 AND id = $4', [
    erasedName,
    '',
    village,
    person,
  ])
  await sql.write('DELETE FROM role_grant WHERE village = $1 AND person = $2 AND from_day > $3', [village, person, today])
  await sql.write('UPDATE role_grant SET until_day = $1 WHERE village = $2 AND person = $3 AND (until_day IS NULL OR until_day > $1)', [
    today,
    village,
    person,
  ])
  await writeAudit(sql, village, { at, actor: by, action: 'erase', number: null, from: null, to: null, detail: person })
  await touchVillage(sql, village)
}
