import assert from 'node:assert/strict'
import fc from 'fast-check'
import { basePoints, usualGround } from '../../rules/books/base-points.ts'
import { holderOf } from '../../rules/books/holders.ts'
import { resetOf, resetShares } from '../../rules/books/year-reset.ts'

/** A holder's books without debt: what stood there at the year's end, and what has happened since, in order. */
const life = fc.record({
  then: fc.nat(1000),
  since: fc.array(fc.record({ award: fc.nat(50), wish: fc.nat(80) }), { maxLength: 8 }),
})

/** Nobody can take more than there is. */
function lived({ then, since }: { then: number; since: readonly { award: number; wish: number }[] }) {
  let [balance, taken, awarded] = [then, 0, 0]
  for (const { award, wish } of since) {
    balance += award
    awarded += award
    const spent = Math.min(wish, balance)
    balance -= spent
    taken -= spent
  }
  return { balance, taken, awarded }
}

describe('year reset', () => {
  for (const [then, takenSince, reset] of [
    [10, 0, 10],
    [10, -4, 6],
    [10, -12, 0],
    [0, 0, 0],
    [-5, 0, -5],
    [-5, -3, -5],
  ] as const) {
    it(`of ${String(then)} with ${String(takenSince)} taken since takes ${String(reset)}`, () => {
      assert.equal(resetOf({ then, takenSince }), reset)
    })
  }

  it('leaves nothing of the old year, all of the new one that is not spent, and nobody below zero', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { balance, taken, awarded } = lived(one)
        const after = balance - resetOf({ then: one.then, takenSince: taken })
        assert.ok(after >= 0)
        assert.ok(after <= awarded, 'nothing of the old year is left')
        if (-taken <= one.then) assert.equal(after, awarded, 'old points are spent first')
      }),
    )
  })

  it('conserves: what is taken of the holders is given back to the village, and a second reset takes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 30 }), (thens) => {
        const standings = thens.map((then, index) => ({ holder: `h${String(index)}`, then, takenSince: 0 }))
        const shares = resetShares(standings)
        const left = standings.map(({ holder, then }, index) => ({ holder, then: then + (shares[index]?.amount ?? 0), takenSince: 0 }))
        assert.ok(left.every(({ then }) => then === 0))
        assert.ok(resetShares(left).every(({ amount }) => amount === 0))
      }),
    )
  })
})

describe('base points', () => {
  const contracted = { kind: 'contracted', perPerson: 10, movedAway: 5 } as const
  it('are the sum over a household’s contracted members', () => {
    const moved = { ...usualGround, moved: true }
    assert.equal(basePoints(contracted, usualGround, [usualGround, moved, { ...moved, contracted: false }]), 15)
  })

  it('are the same for all, or less in town', () => {
    const inTown = { ...usualGround, inTown: true }
    assert.equal(basePoints({ kind: 'equal', points: 100, inTown: 1 }, inTown, []), 1)
    assert.equal(basePoints({ kind: 'equal', points: 100 }, inTown, []), 100)
  })
})

describe('holders', () => {
  for (const [holder, household, expected] of [
    ['household', 'h1', { kind: 'household', holder: 'h1' }],
    ['person', 'h1', { kind: 'person', holder: 'p1' }],
    ['person', null, { kind: 'person', holder: 'p1' }],
    ['household', null, null],
    ['group', 'h1', null],
  ] as const) {
    it(`of a book of the ${holder}, ${household ?? 'without a household'}`, () => {
      assert.deepEqual(holderOf({ holder }, household, 'p1'), expected)
    })
  }
})
