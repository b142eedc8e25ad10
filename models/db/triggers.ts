import type { Dialect } from './sql.ts'

/** The rows that nobody may change or take away, and by which statements. */
const guarded = {
  ledger_entry: ['UPDATE', 'DELETE'],
  posting: ['UPDATE', 'DELETE'],
  decision: ['DELETE'],
  audit: ['DELETE'],
} as const

const nameOf = (table: string, act: string) => `${table}_refuses_${act.toLowerCase()}`

const acts = Object.entries(guarded).flatMap(([table, refused]) => refused.map((act) => ({ table, act })))
const guardedTables = Object.keys(guarded)

/** The statements that make the guards; a later migration that has to rebuild a guarded table runs them again. */
export function guardStatements(dialect: Dialect): readonly string[] {
  if (dialect === 'sqlite') {
    return acts.map(
      ({ table, act }) =>
        `CREATE TRIGGER ${nameOf(table, act)} BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is kept for good: ${act} refused'); END`,
    )
  }
  return [
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '% is kept for good: % refused', TG_TABLE_NAME, TG_OP; END $$`,
    ...acts.map(
      ({ table, act }) => `CREATE TRIGGER ${nameOf(table, act)} BEFORE ${act} ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ),
    ...guardedTables.map(
      (table) =>
        `CREATE TRIGGER ${nameOf(table, 'truncate')} BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    ),
  ]
}

/** The names of the guards that a start must find. */
export const guardNames = (dialect: Dialect): readonly string[] => [
  ...acts.map(({ table, act }) => nameOf(table, act)),
  ...(dialect === 'postgres' ? guardedTables.map((table) => nameOf(table, 'truncate')) : []),
]

/** The query that lists the guards in force. */
export const guardsInForce = {
  sqlite: "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  postgres:
    "SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgrelid::regclass::text IN ('ledger_entry', 'posting', 'decision', 'audit')",
} as const satisfies Record<Dialect, string>
