import { planKinds, type Custody, type CustodyStore, type HouseholdPlan, type PlanItem, type PlanStore } from '../../household-plan.ts'
import { int, json, oneOf, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const isItem = (value: unknown): value is PlanItem =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'points' in value &&
  typeof value.points === 'number' &&
  'timesAMonth' in value &&
  (value.timesAMonth === null || typeof value.timesAMonth === 'number')

const isItems = (value: unknown): value is readonly PlanItem[] => Array.isArray(value) && value.every(isItem)

const planColumns = 'household, version, kind, from_day, items, reason, proposed_by, confirmed_by, at'

const planOf = (row: Row): HouseholdPlan => ({
  household: text(row, 'household'),
  version: int(row, 'version'),
  kind: oneOf(row, 'kind', planKinds),
  from: text(row, 'from_day'),
  items: json(row, 'items', isItems),
  reason: textOrNull(row, 'reason'),
  proposedBy: text(row, 'proposed_by'),
  confirmedBy: textOrNull(row, 'confirmed_by'),
  at: int(row, 'at'),
})

/** The plans of one village's households. */
export function planStore(sql: Sql, village: string): PlanStore {
  const one = async (where: string, values: readonly (string | number)[]) => {
    const row = await sql.one(`SELECT ${planColumns} FROM household_plan WHERE village = $1 AND household = $2 ${where}`, [
      village,
      ...values,
    ])
    return row && planOf(row)
  }
  return {
    async draft(plan) {
      const row = await sql.one('SELECT COALESCE(MAX(version), 0) AS last FROM household_plan WHERE village = $1 AND household = $2', [
        village,
        plan.household,
      ])
      const version = row ? int(row, 'last') + 1 : 1
      await sql.write(
        `INSERT INTO household_plan (village, household, version, kind, from_day, items, reason, proposed_by, at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [village, plan.household, version, plan.kind, plan.from, JSON.stringify(plan.items), plan.reason, plan.proposedBy, plan.at],
      )
      return { ...plan, version, confirmedBy: null }
    },
    async confirm(household, version, by) {
      await sql.write('UPDATE household_plan SET confirmed_by = $1 WHERE village = $2 AND household = $3 AND version = $4', [
        by,
        village,
        household,
        version,
      ])
    },
    find: (household, version) => one('AND version = $3', [household, version]),
    inForce: (household, on) =>
      one('AND confirmed_by IS NOT NULL AND from_day <= $3 ORDER BY from_day DESC, version DESC LIMIT 1', [household, on]),
  }
}

const custodyColumns = 'c.id, c.person, c.custodian, c.from_day, c.until_day, c.reason, c.proposed_by, c.confirmed_by'
const custodyOn = 'c.confirmed_by IS NOT NULL AND c.from_day <= $3 AND (c.until_day IS NULL OR c.until_day >= $3)'

const custodyOf = (row: Row): Custody => ({
  id: text(row, 'id'),
  person: text(row, 'person'),
  custodian: text(row, 'custodian'),
  from: text(row, 'from_day'),
  until: textOrNull(row, 'until_day'),
  reason: textOrNull(row, 'reason'),
  proposedBy: text(row, 'proposed_by'),
  confirmedBy: textOrNull(row, 'confirmed_by'),
})

/** Who acts for whom in one village. */
export function custodyStore(sql: Sql, village: string, newId: (prefix: string) => string): CustodyStore {
  return {
    async draft(custody) {
      const id = newId('custody')
      const { person, custodian, from, until, reason, proposedBy } = custody
      await sql.write(
        `INSERT INTO custody (village, id, seq, person, custodian, from_day, until_day, reason, proposed_by)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [village, id, await sql.stamp(), person, custodian, from, until, reason, proposedBy],
      )
      return { ...custody, id, confirmedBy: null }
    },
    async confirm(id, by) {
      await sql.write('UPDATE custody SET confirmed_by = $1 WHERE village = $2 AND id = $3', [by, village, id])
    },
    async find(id) {
      const row = await sql.one(`SELECT ${custodyColumns} FROM custody c WHERE c.village = $1 AND c.id = $2`, [village, id])
      return row && custodyOf(row)
    },
    async end(id, lastDay) {
      // what was to begin later never begins
      await sql.write(
        `UPDATE custody SET until_day = $1, from_day = CASE WHEN from_day > $1 THEN $1 ELSE from_day END WHERE village = $2 AND id = $3`,
        [lastDay, village, id],
      )
    },
    async of(person, on) {
      const row = await sql.one(
        `SELECT ${custodyColumns} FROM custody c WHERE c.village = $1 AND c.person = $2 AND ${custodyOn} ORDER BY c.seq DESC LIMIT 1`,
        [village, person, on],
      )
      return row && custodyOf(row)
    },
    async actsFor(custodian, household, on) {
      const row = await sql.one(
        `SELECT ${custodyColumns} FROM custody c JOIN person p ON p.village = c.village AND p.id = c.person
          WHERE c.village = $1 AND c.custodian = $2 AND ${custodyOn} AND p.household = $4 ORDER BY c.seq DESC LIMIT 1`,
        [village, custodian, on, household],
      )
      return row && custodyOf(row)
    },
  }
}
