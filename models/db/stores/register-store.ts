import { addDays } from '../../dates.ts'
import { roles } from '../../role.ts'
import type { RegisterStore } from '../../stores/stores.ts'
import type { Household, Person, Unit } from '../../village.ts'
import { writeAudit } from './audit-store.ts'
import { erasePerson } from '../erasing.ts'
import { flag, int, oneOf, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'
import { touchVillage } from './village-store.ts'

const unitOf = (row: Row): Unit => ({
  id: text(row, 'id'),
  kind: oneOf(row, 'kind', ['组', '屯', '院', '嘎查']),
  number: int(row, 'number'),
  name: text(row, 'name'),
})

const householdOf = (row: Row): Household => ({
  id: text(row, 'id'),
  number: int(row, 'number'),
  unit: text(row, 'unit'),
  head: textOrNull(row, 'head'),
  joinedOn: text(row, 'joined_on'),
  leftOn: textOrNull(row, 'left_on'),
})

/** The person of a row of the table `person`. */
export const personOf = (row: Row): Person => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  called: text(row, 'called')
    .split('\n')
    .filter((name) => name !== ''),
  household: textOrNull(row, 'household'),
  namePublic: flag(row, 'name_public'),
  minor: flag(row, 'minor'),
})

/** By-names stand one to a line, with a line break at both ends, so that a whole one can be searched for. */
const kept = (called: readonly string[]) => `\n${called.join('\n')}\n`
const searched = (name: string) => `%\n${name.replaceAll(/[!%_]/gu, '!$&')}\n%`

const personColumns = 'p.id, p.name, p.called, p.household, p.name_public, p.minor'
const inForce = 'g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)'

/** The register of one village; every change makes the village's caches stale. */
export function registerStore(sql: Sql, village: string): RegisterStore {
  const people = async (where: string, values: readonly string[] = []) => {
    const rows = await sql.all(`SELECT ${personColumns} FROM person p WHERE p.village = $1 ${where} ORDER BY p.id`, [village, ...values])
    return rows.map(personOf)
  }
  return {
    async units() {
      const rows = await sql.all('SELECT id, kind, number, name FROM unit WHERE village = $1 ORDER BY number, id', [village])
      return rows.map(unitOf)
    },
    async households() {
      const rows = await sql.all('SELECT id, number, unit, head, joined_on, left_on FROM household WHERE village = $1 ORDER BY number', [
        village,
      ])
      return rows.map(householdOf)
    },
    async household(id) {
      const row = await sql.one('SELECT id, number, unit, head, joined_on, left_on FROM household WHERE village = $1 AND id = $2', [
        village,
        id,
      ])
      return row && householdOf(row)
    },
    people: () => people(''),
    children: () => people('AND p.minor = 1'),
    async person(id) {
      const [found] = await people('AND p.id = $2', [id])
      return found ?? null
    },
    members: (household) => people('AND p.household = $2', [household]),
    named: (name) => people("AND (p.name = $2 OR p.called LIKE $3 ESCAPE '!')", [name, searched(name)]),
    async rolesOf(person, on) {
      const rows = await sql.all(`SELECT DISTINCT g.role FROM role_grant g WHERE g.village = $1 AND g.person = $2 AND ${inForce}`, [
        village,
        person,
        on,
      ])
      const held = new Set(rows.map((row) => oneOf(row, 'role', roles)))
      return roles.filter((role) => held.has(role))
    },
    holders(role, on, unit) {
      const held = 'SELECT 1 FROM role_grant g WHERE g.village = p.village AND g.person = p.id AND g.role = $2'
      if (unit === undefined) return people(`AND EXISTS (${held} AND ${inForce})`, [role, on])
      return people(`AND EXISTS (${held} AND ${inForce} AND g.scope = 'group' AND g.scope_id = $4)`, [role, on, unit])
    },
    async addUnit(unit) {
      await sql.write('INSERT INTO unit (village, id, kind, number, name) VALUES ($1, $2, $3, $4, $5)', [
        village,
        unit.id,
        unit.kind,
        unit.number,
        unit.name,
      ])
      await touchVillage(sql, village)
    },
    async addHousehold(household) {
      await sql.write('INSERT INTO household (village, id, number, unit, head, joined_on, left_on) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        village,
        household.id,
        household.number,
        household.unit,
        household.head,
        household.joinedOn,
        household.leftOn,
      ])
      await touchVillage(sql, village)
    },
    async addPerson(person) {
      await sql.write('INSERT INTO person (village, id, name, called, household, name_public, minor) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        village,
        person.id,
        person.name,
        kept(person.called),
        person.household,
        person.namePublic ? 1 : 0,
        person.minor ? 1 : 0,
      ])
      await touchVillage(sql, village)
    },
    async grant(grant, by, at) {
      await sql.write(
        `INSERT INTO role_grant (village, seq, person, role, scope, scope_id, from_day, until_day, granted_by, granted_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [village, await sql.stamp(), grant.person, grant.role, grant.scope, grant.scopeId, grant.from, grant.until, by, at],
      )
      await writeAudit(sql, village, { at, actor: by, action: 'grant', number: null, from: null, to: grant.role, detail: grant.person })
      await touchVillage(sql, village)
    },
    async endRole(person, role, from, by, at) {
      const ended = await sql.write(
        `UPDATE role_grant SET until_day = $1
          WHERE village = $2 AND person = $3 AND role = $4 AND from_day < $5 AND (until_day IS NULL OR until_day >= $5)`,
        [addDays(from, -1), village, person, role, from],
      )
      // an office that was to begin later never begins
      const dropped = await sql.write('DELETE FROM role_grant WHERE village = $1 AND person = $2 AND role = $3 AND from_day >= $4', [
        village,
        person,
        role,
        from,
      ])
      if (ended + dropped === 0) return
      await writeAudit(sql, village, { at, actor: by, action: 'end-role', number: null, from: role, to: null, detail: person })
      await touchVillage(sql, village)
    },
    erase: (person, by, at) => erasePerson(sql, village, person, by, at),
    async setNamePublic(person, namePublic, at) {
      const changed = await sql.write('UPDATE person SET name_public = $1 WHERE village = $2 AND id = $3', [
        namePublic ? 1 : 0,
        village,
        person,
      ])
      if (changed !== 1) throw new Error('no such person in the register')
      const to = namePublic ? 'public' : 'private'
      await writeAudit(sql, village, { at, actor: person, action: 'name-public', number: null, from: null, to, detail: null })
      await touchVillage(sql, village)
    },
  }
}
