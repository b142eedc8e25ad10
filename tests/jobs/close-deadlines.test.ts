import assert from 'node:assert/strict'
import { createScheduler } from '../../jobs/scheduler.ts'
import { at, jobDatabase, type JobVillage } from './village.ts'

/** A deduction of two points that was decided, with its appeal window closing at an instant; the number of the case. */
const decides = (village: JobVillage, dueAt: number, alone = false) =>
  village.unit(async ({ cases }) => {
    const opened = await cases.openDeduction(
      { edition: 1, subject: 'h-王秀英', openedBy: '周大山', at: village.now },
      {
        item: 'litter',
        cat: 'litter',
        doer: '王秀英',
        deedOn: '2026-11-22',
        text: '桥头两桶',
        points: -2,
        recheckOn: '2026-12-06',
        proposedBy: '周大山',
      },
    )
    const { number } = opened
    await cases.addEvidence({ number, kind: 'text', media: null, text: '桥头两桶', by: '周大山', at: village.now })
    if (!alone) await cases.amendDeduction(number, { confirmedBy: '陈玉莲', reason: '没改' })
    await cases.move(await cases.move(opened, 'notify', '周大山', village.now), 'confirm', '陈玉莲', village.now)
    await cases.setDue(number, dueAt)
    return number
  })

const outcome = (village: JobVillage, number: number) =>
  village.unit(async ({ cases, ledger }) => ({
    state: (await cases.find(number))?.state,
    spendable: (await ledger.standing('main', 'household', 'h-王秀英')).spendable,
    entry: await ledger.byCause(`deduction:${number}`),
  }))

describe('close-deadlines', () => {
  const database = jobDatabase()

  it('books a deduction when its appeal window has closed, not before, in the name of the second reviewer', async () => {
    const village = await database.found('2026-11-22 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    const number = await decides(village, at('2026-12-10 00:00'))
    await village.wakesAt('2026-12-09 08:00')
    assert.equal((await outcome(village, number)).state, 'decided')
    await village.wakesAt('2026-12-10 08:00')
    const { state, spendable, entry } = await outcome(village, number)
    assert.deepEqual([state, spendable, entry?.kind, entry?.actor], ['booked', 2, 'deduction', '陈玉莲'])
  })

  it('takes at most what is there, and books nothing when there is nothing', async () => {
    const village = await database.found('2026-11-22 10:00')
    const number = await decides(village, at('2026-11-23 00:00'))
    await village.wakesAt('2026-11-23 08:00')
    const { state, spendable, entry } = await outcome(village, number)
    assert.deepEqual([state, spendable, entry], ['booked', 0, null])
    const [line] = await village.said('close-deadlines', '2026-11-23')
    assert.match(line?.text ?? '', /余额不够，只扣0分，不欠分/u)
  })

  it('takes a household below zero only where the scheme says so (YX-1)', async () => {
    const village = await database.found('2026-11-22 10:00', { adopt: (source) => source.replace('mayOwe: false', 'mayOwe: true') })
    const number = await decides(village, at('2026-11-23 00:00'))
    await village.wakesAt('2026-11-23 08:00')
    assert.equal((await outcome(village, number)).spendable, -2)
  })

  it('leaves what one person alone decided, and tells the operator', async () => {
    const village = await database.found('2026-11-22 10:00')
    const number = await decides(village, at('2026-11-23 00:00'), true)
    await village.wakesAt('2026-11-23 08:00')
    assert.equal((await outcome(village, number)).state, 'decided')
    const [line] = await village.said('close-deadlines', '2026-11-23')
    assert.match(line?.text ?? '', new RegExp(`没能入账：#${number}`, 'u'))
  })

  it('deletes pictures that no case took, their files after the commit, also while the village is paused', async () => {
    const village = await database.found('2026-11-22 10:00')
    const { media } = database.open()
    const [early, late] = [await media.keep(Buffer.from('early')), await media.keep(Buffer.from('late'))]
    const adds = (sha: string, text: string) =>
      village.unit(({ photos }) => photos.add({ media: sha, look: '0'.repeat(16), person: '王秀英', at: at(text), number: null }))
    await adds(early, '2026-11-23 07:19')
    await adds(late, '2026-11-23 07:21')
    await village.unit((stores) => stores.village.setSetting('pause', JSON.stringify({ by: '周大山', at: village.now, reason: '发大水' })))
    const ran = await village.wakesAt('2026-11-23 08:00')
    assert.deepEqual(
      ran.filter(({ job }) => job === 'close-deadlines'),
      [{ job: 'close-deadlines', period: '2026-11-23' }],
    )
    assert.deepEqual([await media.read(early), (await media.read(late))?.toString()], [null, 'late'])
    assert.equal((await village.unit(({ photos }) => photos.loose('王秀英', 0))).length, 1)
  })

  it('keeps the files of a run that comes to nothing', async () => {
    const village = await database.found('2026-11-22 10:00')
    const { media } = database.open()
    const sha = await media.keep(Buffer.from('kept'))
    await village.unit(({ photos }) => photos.add({ media: sha, look: '0'.repeat(16), person: '王秀英', at: village.now, number: null }))
    await decides(village, at('2026-11-23 00:00'))
    village.now = at('2026-11-23 08:00')
    const failing = { ...village.options(), deliver: () => Promise.reject(new Error('disk full')) }
    await createScheduler(failing).catchUp()
    assert.ok(await media.read(sha))
    await village.wakesAt('2026-11-23 08:01')
    assert.equal(await media.read(sha), null)
  })

  it('lets nothing run out while the village is paused', async () => {
    const village = await database.found('2026-11-22 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    const number = await decides(village, at('2026-11-25 00:00'))
    await village.unit((stores) => stores.village.setSetting('pause', JSON.stringify({ by: '周大山', at: village.now, reason: '发大水' })))
    const ran = await village.wakesAt('2026-12-20 12:00')
    assert.deepEqual(
      ran.filter(({ job }) => job === 'close-deadlines' || job === 'close-notices'),
      [],
    )
    assert.deepEqual(await outcome(village, number), { state: 'decided', spendable: 0, entry: null })
  })
})
