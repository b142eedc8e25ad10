import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { run } from '../../cli/scheme.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import { householdProfiles } from '../../rules/profiles.ts'
import { ordinaryPoints, reachOf, yearOf } from '../../rules/outlook/reach.ts'
import { csvOf, soundRoster, Terminal } from '../cli/terminal.ts'
import { itemWith, schemeWith } from './sample-scheme.ts'

describe('what kinds of households can reach', () => {
  it('counts a year by rates, limits and caps', () => {
    const scheme = schemeWith([
      'cat: env_clean, rate: { kind: fixed, points: 4 }, limits: [{ times: 1, per: month }]',
      'cat: env_clean, rate: { kind: fixed, points: 1 }',
      'cat: own_yard, rate: { kind: fixed, points: 10 }, caps: [{ points: 25, per: year }]',
      'cat: volunteer, rate: { kind: fixed, points: 3 }, whoMayReport: official',
    ])
    // the better item once a month, the other for the second time
    assert.equal(yearOf(scheme, { can: { env_clean: 2 } }, 2026), 12 * 5)
    assert.equal(yearOf(scheme, { can: { own_yard: 1 } }, 2026), 25)
    assert.equal(yearOf(scheme, { can: { env_clean: 0.25 } }, 2026), 12)
    assert.equal(yearOf(scheme, { can: { volunteer: 4 } }, 2026), 0)
  })

  it('takes an ordinary deed for what it is worth', () => {
    const points = (rate: string) => ordinaryPoints(itemWith(rate).rate)
    assert.equal(points('{ kind: ranged, min: 2, max: 9, default: 3 }'), 3)
    assert.equal(points('{ kind: per-unit, units: [{ name: 小时, points: 2, max: 8 }] }'), 2)
    assert.equal(points('{ kind: per-unit, units: [{ name: 天, points: 6, step: 0.5, max: 1 }], assumed: { quantity: 0.5, unit: 天 } }'), 3)
    assert.equal(points('{ kind: tiered, by: level, tiers: [{ level: 村, points: 3 }, { level: 县, points: 9 }] }'), 3)
  })

  it('warns of a kind that reaches less than 40 % of the median, with the items that would help', () => {
    const scheme = schemeWith(['cat: duty_labor, rate: { kind: fixed, points: 5 }', 'cat: own_yard, rate: { kind: fixed, points: 1 }'])
    const reached = reachOf(scheme, householdProfiles.profiles, householdProfiles.warnBelowPercent, 2026)
    assert.deepEqual(
      reached.map(({ profile, points, low }) => [profile.title, points, low]),
      [
        ['劳力强', 264, false],
        ['独居老人', 24, false],
        ['外出户', 0, true],
        ['残疾', 12, false],
        ['单亲', 24, false],
      ],
    )
    assert.deepEqual(reached[2]?.wanting, ['电话报平安', '托管'])
  })

  it('finds, under every shipped scheme, just those low that reach less than 40 % of the middle one', async () => {
    for (const code of shippedSchemes()) {
      const { scheme } = await loadScheme(code)
      const reached = reachOf(scheme, householdProfiles.profiles, 40, 2026)
      const middle = reached.map(({ points }) => points).toSorted((one, other) => one - other)[2] ?? Number.NaN
      for (const { profile, points, low } of reached) assert.equal(low, points * 10 < middle * 4, `${code} ${profile.title}`)
    }
  })

  it('is printed by scheme check --roster, with what the roster shows', async () => {
    const terminal = await Terminal.open()
    const roster = terminal.path('花名册.csv')
    await writeFile(roster, csvOf(soundRoster))
    const file = new URL('../../rules/schemes/shifan.yaml', import.meta.url).pathname
    assert.equal(await run(['check', file, '--roster', roster], terminal.io()), 0)
    const told = terminal.out.join('\n')
    assert.match(told, /独居老人\t\d+分\t花名册里像这样的3户\t/u)
    assert.match(told, /单亲\t\d+分\t花名册里像这样的1户\t/u)
    assert.match(told, /外出户\t\d+分\t按模型算\t提醒：太少，可加：电话报平安、托管/u)
    assert.equal(await run(['check', file, '--roster', terminal.path('没有.csv')], terminal.io()), 2)
    await terminal.close()
  })
})
