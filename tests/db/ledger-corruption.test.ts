import assert from 'node:assert/strict'

import { buildDataSource, initialize } from '../../models/db/data-source.ts'
import { rebuildPages } from '../../models/db/ledger/ledger-fold.ts'
import type { LedgerProblem } from '../../models/db/ledger/ledger-problem.ts'
import type { Sql } from '../../models/db/sql.ts'
import { watchUnit } from '../../models/db/unit-of-work.ts'
import { verifyLedger } from '../../models/db/checks/verify-ledger.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { award, now, settle } from './village-data.ts'

const a64 = 'a'.repeat(64)

/** What a hand in the database could do, and what the check must say of it. */
const plants: readonly (readonly [does: string, sees: LedgerProblem['kind'], ...statements: readonly string[]])[] = [
  ['raises one posting', 'sum', 'UPDATE posting SET amount = amount + 1 WHERE seq = 2 AND line = 1'],
  ['doubles both postings', 'hash', 'UPDATE posting SET amount = amount * 2 WHERE seq = 2'],
  [
    'doubles both postings, balance and rollup',
    'hash',
    'UPDATE posting SET amount = amount * 2 WHERE seq = 1',
    'UPDATE balance SET spendable = 0',
  ],
  [
    'moves a posting to another household',
    'hash',
    "UPDATE posting SET account = (SELECT id FROM account WHERE holder = 'h2') WHERE seq = 1 AND line = 1",
  ],
  ['takes a posting away', 'sum', 'DELETE FROM posting WHERE seq = 2 AND line = 0'],
  ['takes all postings of an entry away', 'postings', 'DELETE FROM posting WHERE seq = 2'],
  [
    'adds a pair of postings',
    'hash',
    'INSERT INTO posting SELECT village, seq, line + 2, account, book, unit, amount FROM posting WHERE seq = 1',
  ],
  ['takes an entry away and leaves its postings', 'postings', 'DELETE FROM ledger_entry WHERE seq = 2'],
  [
    'takes an entry away with everything',
    'gap',
    'DELETE FROM ledger_note WHERE seq = 2',
    'DELETE FROM posting WHERE seq = 2',
    'DELETE FROM ledger_entry WHERE seq = 2',
  ],
  [
    'takes the last entry away',
    'head',
    'DELETE FROM ledger_note WHERE seq = 4',
    'DELETE FROM posting WHERE seq = 4',
    'DELETE FROM ledger_entry WHERE seq = 4',
  ],
  ['writes another hash', 'hash', `UPDATE ledger_entry SET hash = '${a64}' WHERE seq = 2`],
  ['breaks the chain', 'chain', `UPDATE ledger_entry SET prev = '${a64}' WHERE seq = 3`],
  ['renames a cause', 'hash', "UPDATE ledger_entry SET cause = 'report:4711' WHERE seq = 1"],
  ['sets an entry back by a minute', 'hash', 'UPDATE ledger_entry SET at = at - 60000 WHERE seq = 1'],
  ['books an entry on another day', 'day', "UPDATE ledger_entry SET on_day = '2026-10-01' WHERE seq = 1"],
  ['calls an award a redemption', 'balance', "UPDATE ledger_entry SET kind = 'redemption' WHERE seq = 1"],
  ['hides that an entry is a reversal', 'hash', 'UPDATE ledger_entry SET reverses = NULL WHERE seq = 4'],
  ['lets a reversal take back another entry', 'reversal', 'UPDATE ledger_entry SET reverses = 1 WHERE seq = 4'],
  ['changes the words of a case', 'note', "UPDATE ledger_note SET text = '没有扫' WHERE seq = 1"],
  ['changes a digest', 'hash', `UPDATE ledger_entry SET note_digest = '${a64}' WHERE seq = 1`],
  [
    'gives a household a point',
    'balance',
    "UPDATE balance SET spendable = spendable + 1 WHERE account = (SELECT id FROM account WHERE holder = 'h1')",
  ],
  [
    'gives a household honour',
    'balance',
    "UPDATE balance SET honour = honour + 1 WHERE account = (SELECT id FROM account WHERE holder = 'h1')",
  ],
  ['loses a balance', 'balance', "DELETE FROM balance WHERE account = (SELECT id FROM account WHERE holder = 'h2')"],
  ['raises a month', 'rollup', "UPDATE month_rollup SET honour = honour + 1 WHERE account = (SELECT id FROM account WHERE holder = 'h1')"],
  [
    'moves points to another month',
    'rollup',
    "UPDATE month_rollup SET month = '2026-10' WHERE account = (SELECT id FROM account WHERE holder = 'h1')",
  ],
  ['loses a month', 'rollup', 'DELETE FROM month_rollup'],
  ['forbids the source its debt', 'overdrawn', "UPDATE account SET may_owe = 0 WHERE holder = 'village'"],
  ['sets the head back', 'head', 'UPDATE village SET ledger_seq = ledger_seq - 1'],
]

const switchOff = {
  sqlite: ['ledger_entry_refuses_update', 'ledger_entry_refuses_delete', 'posting_refuses_update', 'posting_refuses_delete'].map(
    (name) => `DROP TRIGGER ${name}`,
  ),
  postgres: ['SET LOCAL session_replication_role = replica'],
}

for (const dialect of dialects) {
  describe(`planted corruption on ${dialect}`, () => {
    let own: Own
    before(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
      await own.database.lane.unit('v1', async (stores) => {
        await award(stores, 'report:1001', 'h1', 4)
        await award(stores, 'report:1002', 'h2', 3)
        await award(stores, 'report:1003', 'h1', 2)
        await stores.ledger.reverse(2, 'reversal:2', '周大山', 1, now, '记错了')
      })
    })
    after(() => own.close())

    /** Works past all guards in a transaction that is taken back in the end. */
    async function pastGuards<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      const source = buildDataSource(own)
      await initialize(source)
      if (dialect === 'sqlite') await source.query('PRAGMA foreign_keys = OFF')
      const runner = source.createQueryRunner()
      await runner.query('BEGIN')
      for (const statement of switchOff[dialect]) await runner.query(statement)
      try {
        return await work(watchUnit(runner, dialect, 'v1').sql)
      } finally {
        await runner.query('ROLLBACK')
        await runner.release()
        await source.destroy()
      }
    }

    it('is absent at first, and a check from a later entry finds nothing either', async () => {
      assert.deepEqual((await own.database.verifyLedger('v1', 0)).problems, [])
      const later = await own.database.verifyLedger('v1', 3)
      assert.deepEqual([later.problems, later.checkedTo], [[], 4])
    })

    for (const [does, sees, ...statements] of plants) {
      it(`is found when a hand ${does}`, async () => {
        const { problems } = await pastGuards(async (sql) => {
          for (const statement of statements) assert.ok((await sql.write(statement)) > 0, statement)
          return verifyLedger(sql, 'v1', 0)
        })
        assert.ok(
          problems.some(({ kind }) => kind === sees),
          JSON.stringify(problems),
        )
      })
    }

    it('of balances and months is mended from the postings', async () => {
      const check = await pastGuards(async (sql) => {
        await sql.write('UPDATE balance SET honour = honour + 1')
        await sql.write('DELETE FROM month_rollup')
        assert.notDeepEqual((await verifyLedger(sql, 'v1', 0)).problems, [])
        await rebuildPages(sql, 'v1')
        return verifyLedger(sql, 'v1', 0)
      })
      assert.deepEqual(check.problems, [])
      await own.database.rebuildPages('v1')
      assert.deepEqual((await own.database.verifyLedger('v1', 0)).problems, [])
    })

    it('is not seen in erased words: the chain still verifies', async () => {
      const check = await pastGuards(async (sql) => {
        await sql.write('DELETE FROM ledger_note WHERE village = $1', ['v1'])
        return verifyLedger(sql, 'v1', 0)
      })
      assert.deepEqual(check.problems, [])
    })
  })
}
