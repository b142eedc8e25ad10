import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { firstState, movesOf, nextState, type CaseFile, type CaseKind, type Moves } from '../../models/case.ts'
import { openDatabase, type Database } from '../../models/db/open-database.ts'
import type { NewCase, Stores } from '../../models/stores/stores.ts'
import { IllegalMove, Overtaken } from '../../models/stores/store-errors.ts'
import { sunday, TestVillage } from '../village.ts'
import { scratch } from '../scratch.ts'

const village = 'moves'
const at = sunday
const about: NewCase = { edition: 1, subject: 'household-1', openedBy: 'someone', at }

const kinds = [
  'report',
  'objection',
  'deduction',
  'binding',
  'suggestion',
  'clue',
  'proposal',
  'bar',
] as const satisfies readonly CaseKind[]

/** Opens a case of a kind, as the handlers do. */
const opened = {
  report: ({ cases }) =>
    cases.openReport(about, {
      item: 'sweep-road',
      cat: 'env_clean',
      doer: 'someone',
      reporter: 'someone',
      channel: 'chat',
      deedOn: '2026-11-22',
      quantity: null,
      unit: null,
      text: '报 扫路',
      place: null,
      beneficiary: null,
      proposed: 2,
      duplicateOf: null,
    }),
  objection: ({ cases }) => cases.openObjection(about, { target: null, by: 'someone', text: '异议' }),
  deduction: ({ cases }) =>
    cases.openDeduction(about, {
      item: 'litter',
      cat: 'litter',
      doer: 'someone',
      deedOn: '2026-11-22',
      text: '扣分',
      points: -2,
      recheckOn: null,
      proposedBy: 'reviewer',
    }),
  binding: ({ cases }) => cases.openBinding(about, { channel: 'local', account: 'bot', contact: 'c', person: 'someone', namePublic: true }),
  suggestion: ({ cases }) => cases.openSuggestion(about, 'suggestion', 'other', '建议'),
  clue: ({ cases }) => cases.openSuggestion(about, 'clue', 'other', '举报'),
  bar: ({ bars }) => bars.open(about, { ground: 'reminder', code: '', doer: 'someone', text: '提醒', proposedBy: 'reviewer' }),
  proposal: ({ cases }) => cases.openProposal(about, { act: 'reverse', by: 'someone', payload: '{}', text: '冲正' }),
} as const satisfies Record<CaseKind, (stores: Stores) => Promise<CaseFile>>

const everyAction = [
  ...new Set(Object.values<Moves>(movesOf).flatMap((moves) => Object.values(moves).flatMap((from) => Object.keys(from)))),
  'no-such-action',
]

/** The shortest way of legal actions from a kind's first state to each state. */
function waysTo(kind: CaseKind): ReadonlyMap<string, readonly string[]> {
  const moves: Moves = movesOf[kind]
  const ways = new Map<string, readonly string[]>([[firstState[kind], []]])
  for (const [state, way] of ways) {
    for (const [action, next] of Object.entries(moves[state] ?? {})) if (!ways.has(next)) ways.set(next, [...way, action])
  }
  return ways
}

describe('案件的路', () => {
  let folder: string
  let database: Database
  const unit = <T>(work: (stores: Stores) => Promise<T>) => database.lane.unit(village, work)

  before(async () => {
    folder = await mkdtemp(join(scratch, 'xiangyue-moves-'))
    const newId = (prefix: string) => `${prefix}${randomBytes(8).toString('hex')}`
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    database = await openDatabase({ dataDir: folder, newId, newSalt: () => newId(''), log })
    await database.lane.found(
      { id: village, name: '路', training: true, clockOffset: 0, revision: 1, createdAt: at },
      async ({ register, schemes }) => {
        await register.addUnit({ id: 'unit-1', kind: '组', number: 1, name: '1组' })
        await register.addHousehold({ id: 'household-1', number: 1, unit: 'unit-1', head: null, joinedOn: '2026-01-01', leftOn: null })
        for (const id of ['someone', 'reviewer']) {
          await register.addPerson({ id, name: id, called: [], household: 'household-1', namePublic: true, minor: false })
        }
        await schemes.adopt({ code: 'shifan', effectiveFrom: '2026-01-01', source: '', resolution: null }, 'someone', at)
      },
    )
  })
  after(async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  for (const kind of kinds) {
    const moves: Moves = movesOf[kind]
    const states = Object.keys(moves)
    const illegal = states.flatMap((state) => everyAction.filter((action) => nextState(kind, state, action) === undefined)).length

    it(`${kind}: every state is reached from ${firstState[kind]}, and every move leads to a state of the table`, async () => {
      const ways = waysTo(kind)
      assert.deepEqual([...ways.keys()].sort(), [...states].sort())
      for (const [state, way] of ways) {
        const reached = await unit(async (stores) => {
          let file: CaseFile = await opened[kind](stores)
          for (const action of way) file = await stores.cases.move(file, action, 'someone', at)
          return stores.cases.find(file.number)
        })
        assert.equal(reached?.state, state)
        assert.equal(reached.version, way.length + 1)
      }
    })

    it(`${kind}: refuses each of the ${String(illegal)} pairs of state and action that the table does not have`, async () => {
      for (const [state, way] of waysTo(kind)) {
        await unit(async (stores) => {
          let file: CaseFile = await opened[kind](stores)
          for (const action of way) file = await stores.cases.move(file, action, 'someone', at)
          for (const action of everyAction.filter((one) => nextState(kind, state, one) === undefined)) {
            await assert.rejects(stores.cases.move(file, action, 'someone', at), IllegalMove, `${state} → ${action}`)
          }
          const { number, version } = file
          const kept = await stores.cases.find(number)
          assert.equal(kept?.state, state)
          assert.equal(kept.version, version, 'a refused move leaves no trace')
          assert.equal((await stores.audit.of(number)).filter(({ from }) => from !== null).length, way.length)
        })
      }
    })

    it(`${kind}: whoever comes second with the same sight of the case is told so`, async () => {
      for (const [state, way] of waysTo(kind)) {
        const [action] = Object.keys(moves[state] ?? {})
        if (action === undefined) continue
        await unit(async (stores) => {
          let file: CaseFile = await opened[kind](stores)
          for (const one of way) file = await stores.cases.move(file, one, 'someone', at)
          const moved = await stores.cases.move(file, action, 'someone', at)
          for (const late of Object.keys(moves[state] ?? {})) {
            await assert.rejects(stores.cases.move(file, late, 'reviewer', at), Overtaken, `${state} → ${late}`)
          }
          const kept = await stores.cases.find(file.number)
          assert.equal(kept?.state, moved.state)
          assert.equal(kept.version, moved.version)
        })
      }
    })
  }
})

/** Where handlers and jobs of today bring a case under the default scheme. `approved` takes a scheme with periodic notice. */
const reachedToday = {
  report: ['pending', 'in-notice', 'objected', 'booked', 'rejected', 'withdrawn', 'reversed'],
  objection: ['open', 'maintained', 'corrected', 'reversed'],
  binding: ['pending', 'confirmed', 'declined'],
  suggestion: ['kept'],
  clue: ['kept'],
} as const

describe('今天走得到的路', () => {
  let told: TestVillage
  before(async () => {
    told = await TestVillage.open()
  })
  after(() => told.close())

  it('brings a case in chat to each state that today’s commands and jobs can reach', async () => {
    const seen = new Map<string, Set<string>>()
    async function look(): Promise<void> {
      const { id } = await told.current()
      await told.database.reader.read(id, async ({ cases }) => {
        for (const kind of kinds) {
          for (const { state } of await cases.inStates(kind, Object.keys(movesOf[kind])))
            seen.set(kind, (seen.get(kind) ?? new Set()).add(state))
        }
      })
    }
    const panel = { to: '评议群' } as const
    async function say(from: string, text: string, manner: Parameters<TestVillage['says']>[2] = {}): Promise<void> {
      await told.says(from, text, manner).replies()
      await look()
    }
    for (const person of ['王秀英', '赵福贵', '李长顺', '何金水', '马玉芬', '郑小军']) await say(person, '报 扫路 2小时')
    await say('郑小军', '撤回 #1006')
    for (const number of [1001, 1002, 1003, 1004]) await say('周大山', `${String(number)}通过`, panel)
    await say('周大山', '1005驳回 没扫完', panel)
    for (const number of [1001, 1002, 1003]) await say('罗满仔', `异议 #${String(number)} 那天没扫`)
    await say('陈玉莲', '1007维持 照片核过了', panel)
    await say('谢开元', '1008属实，改2分', panel)
    await say('陈玉莲', '1009撤销 记错了户', panel)
    await told.passes('11d')
    await look()
    await say('罗满仔', '异议 #1004 那天没扫')
    await say('陈玉莲', '1010撤销 查实没扫', panel)
    await say('罗满仔', '建议 捡烟头一斤给两分')
    await say('罗满仔', '举报 有人往河里倒垃圾')
    for (const [number, answer] of [
      [1013, '驳回 认错人'],
      [1014, '通过'],
    ] as const) {
      await say('杨帆', '绑定 5组 黄阿婆')
      await say('杨帆', '1')
      await say('陈玉莲', `${String(number)}${answer}`, panel)
    }
    for (const [kind, states] of Object.entries(reachedToday)) {
      for (const state of states)
        assert.ok(seen.get(kind)?.has(state), `no ${kind} came to ${state}: ${[...(seen.get(kind) ?? [])].join(' ')}`)
    }
    assert.deepEqual(await told.database.verifyCases((await told.current()).id), [])
  })
})
