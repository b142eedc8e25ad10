import assert from 'node:assert/strict'
import { shippedSchemes } from '../../rules/load-scheme.ts'
import { TestVillage } from '../village.ts'
import { liveYear, yearBegins, type YearFigures } from './year.ts'
import type { Townsfolk } from './townsfolk.ts'

const seed = Number(process.env.YEAR_SEED ?? 20_260_101)

const told = (scheme: string, { lines, reports, refused, entries, cases }: YearFigures): void => {
  console.log(
    `      YEAR_SEED=${String(seed)} ${scheme}: ${String(lines)} lines, ${String(reports)} reports (${String(refused)} refused), ` +
      `${String(cases)} cases, ${String(entries)} entries`,
  )
}

async function yearUnder(
  scheme: string,
  reports: number,
  more: { readonly reviewEvery: number; readonly onDay?: Readonly<Record<number, (folk: Townsfolk) => Promise<void>>> },
) {
  const village = await TestVillage.open({ at: yearBegins })
  try {
    const figures = await liveYear(village, { scheme, households: 40, reports, seed, ...more })
    told(scheme, figures)
    return figures
  } finally {
    await village.close()
  }
}

/** in June the village changes what a visit is worth, from July on */
const changes = async (folk: Townsfolk): Promise<void> => {
  await folk.says('罗秀珍', '看望老人改为每次3分', '干部群')
  const card = await folk.says('罗秀珍', '6月10日代表会议通过，党支部陈国栋6月8日把关，会议记录第6号', '干部群')
  const [, number = ''] = /提议#(\d+)/u.exec(card) ?? []
  assert.match(await folk.says('陈国栋', `${number}同意`, '干部群'), /积分办法第2版：从2026年7月1日起/u)
}

describe('一年', () => {
  it('of shifan with 2,000 reports and a new edition in July (over 10 s: every line goes through the whole bot)', async function () {
    this.timeout(300_000)
    const figures = await yearUnder('shifan', 2000, { reviewEvery: 3, onDay: { 165: changes } })
    assert.ok(figures.reports >= 1990, `only ${String(figures.reports)} reports`)
    assert.ok(figures.entries >= 1800, `only ${String(figures.entries)} entries`)
  })

  for (const scheme of shippedSchemes().filter((code) => code !== 'shifan')) {
    it(`of ${scheme} with 200 reports (over 10 s: every job of 365 days is run)`, async function () {
      this.timeout(300_000)
      const { reports, entries } = await yearUnder(scheme, 200, { reviewEvery: 14 })
      assert.ok(reports >= 190, `only ${String(reports)} reports`)
      assert.ok(entries >= 100, `only ${String(entries)} entries`)
    })
  }
})
