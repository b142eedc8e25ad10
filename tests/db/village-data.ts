import type { NewCase, Stores } from '../../models/stores/stores.ts'
import type { Database } from '../../models/db/open-database.ts'
import type { Village } from '../../models/village.ts'

/** Sunday 2026-11-22 10:00 in the village. */
export const now = 1_795_312_800_000

/** The village that the data layer is tried on. */
export const village: Village = { id: 'v1', name: '示范村', training: true, clockOffset: 0, revision: 1, createdAt: now }

/** Log that nobody reads. */
export const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Settings with counted ids and salts. */
export function withCounters<T extends object>(settings: T) {
  let given = 0
  const next = (prefix: string) => `${prefix}-${String((given += 1))}`
  return { ...settings, newId: next, newSalt: () => next('salt') }
}

/** Founds the village with two groups, three households and four people. */
export async function settle(database: Database, about: Village = village): Promise<void> {
  await database.lane.found(about, async ({ register, schemes }) => {
    for (const number of [1, 2]) await register.addUnit({ id: `g${String(number)}`, kind: '组', number, name: `${String(number)}组` })
    for (const [id, number, unit] of [
      ['h1', 1, 'g1'],
      ['h2', 2, 'g2'],
      ['h3', 3, 'g2'],
    ] as const) {
      await register.addHousehold({ id, number, unit, head: null, joinedOn: '2026-01-01', leftOn: null })
    }
    for (const [id, name, household, called] of people) {
      await register.addPerson({ id, name, called, household, namePublic: true, minor: false })
    }
    await schemes.adopt({ code: 'shifan', effectiveFrom: '2026-01-01', source: 'code: shifan', resolution: null }, '罗秀珍', now)
  })
}

const people = [
  ['王秀英', '王秀英', 'h1', []],
  ['张桂兰2', '张桂兰', 'h2', []],
  ['张桂兰4', '张桂兰', 'h3', ['老_张%']],
  ['周大山', '周大山', 'h3', ['老周', '周组长']],
] as const

/** What a case of household 1 is opened with. */
export const aboutH1: NewCase = { edition: 1, subject: 'h1', openedBy: '王秀英', at: now }

/** Opens a report of household 1. */
export const openReport = (stores: Stores, item = 'sweep', deedOn = '2026-11-22') =>
  stores.cases.openReport(aboutH1, {
    item,
    cat: 'env_clean',
    doer: '王秀英',
    reporter: '王秀英',
    channel: 'chat',
    deedOn,
    quantity: 2000,
    unit: '小时',
    text: '扫路 2小时',
    place: null,
    beneficiary: null,
    proposed: 4,
    duplicateOf: null,
  })

/** Books points from the source to a household. */
export async function award(stores: Stores, cause: string, household: string, amount: number, at = now, words = '扫路') {
  const from = await stores.ledger.account('main', 'point', 'source', 'village')
  const to = await stores.ledger.account('main', 'point', 'household', household)
  return stores.ledger.post({
    cause,
    kind: 'award',
    at,
    actor: '周大山',
    edition: 1,
    text: words,
    postings: [
      { account: from.id, book: 'main', amount: -amount },
      { account: to.id, book: 'main', amount },
    ],
  })
}
