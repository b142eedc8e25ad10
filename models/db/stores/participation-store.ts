import { householdCategories, type ParticipationStore } from '../../participation.ts'
import type { RegisterStore } from '../../stores/stores.ts'
import { writeAudit } from './audit-store.ts'
import { int, oneOf, text, textOrNull } from '../row.ts'
import type { Sql } from '../sql.ts'
import { touchVillage } from './village-store.ts'

/** Who takes part in one village. Nothing of a household's category is written anywhere but in its own table. */
export function participationStore(
  sql: Sql,
  village: string,
  newId: (prefix: string) => string,
  register: () => RegisterStore,
): ParticipationStore {
  async function leftSince(household: string): Promise<string | null> {
    const row = await sql.one(
      'SELECT left_on FROM household_leave WHERE village = $1 AND household = $2 AND back_on IS NULL ORDER BY seq DESC LIMIT 1',
      [village, household],
    )
    return row && text(row, 'left_on')
  }
  const noted = (action: string, household: string, by: string, at: number) =>
    writeAudit(sql, village, { at, actor: by, action, number: null, from: null, to: null, detail: household })
  return {
    async standing(household) {
      const row = await sql.one('SELECT kind, record FROM household_standing WHERE village = $1 AND household = $2', [village, household])
      return row && { household, kind: oneOf(row, 'kind', ['resident', 'visitor']), record: textOrNull(row, 'record') }
    },
    async setStanding({ household, kind, record }) {
      await sql.write(
        `INSERT INTO household_standing (village, household, kind, record) VALUES ($1, $2, $3, $4)
          ON CONFLICT (village, household) DO UPDATE SET kind = excluded.kind, record = excluded.record`,
        [village, household, kind, record],
      )
    },
    async enrol({ name, unit, kind, on }) {
      const row = await sql.one('SELECT COALESCE(MAX(number), 0) AS last FROM household WHERE village = $1', [village])
      const [id, head] = [newId('h'), newId('p')]
      const household = { id, number: row ? int(row, 'last') + 1 : 1, unit, head, joinedOn: on, leftOn: null }
      const person = { id: head, name, called: [], household: id, namePublic: false, minor: false }
      await register().addHousehold(household)
      await register().addPerson(person)
      await this.setStanding({ household: id, kind, record: null })
      return { household, person }
    },
    leftSince,
    async leave(household, on, by, at) {
      if ((await leftSince(household)) !== null) return
      await sql.write('INSERT INTO household_leave (village, household, seq, left_on, left_by, left_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        village,
        household,
        await sql.stamp(),
        on,
        by,
        at,
      ])
      await noted('household-left', household, by, at)
      await touchVillage(sql, village)
    },
    async comeBack(household, on, by, at) {
      const back = await sql.write(
        'UPDATE household_leave SET back_on = $1, back_by = $2, back_at = $3 WHERE village = $4 AND household = $5 AND back_on IS NULL',
        [on, by, at, village, household],
      )
      if (back === 0) return
      await noted('household-back', household, by, at)
      await touchVillage(sql, village)
    },
    async category(household) {
      const row = await sql.one('SELECT category FROM household_category WHERE village = $1 AND household = $2', [village, household])
      return row ? oneOf(row, 'category', householdCategories) : 'ordinary'
    },
    async setCategory(household, category, by, at) {
      await sql.write(
        `INSERT INTO household_category (village, household, category, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (village, household) DO UPDATE SET category = excluded.category, set_by = excluded.set_by, set_at = excluded.set_at`,
        [village, household, category, by, at],
      )
      await noted('household-phase', household, by, at)
    },
  }
}
