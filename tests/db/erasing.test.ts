import assert from 'node:assert/strict'

import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { aboutH1, award, now, settle } from './village-data.ts'

const gone = '（已删除）'
const person = { household: 'h1', called: [], namePublic: true, minor: false } as const
const line = (order: number, contact: string, text: string, about: number | null = null) => ({
  cause: 'message:local:m1',
  order,
  channel: 'local',
  account: 'a',
  room: contact === '' ? '村民群' : null,
  contact: contact === '' ? null : contact,
  text,
  file: null,
  about,
  notBefore: now,
})

/** 吴小满 (p7) has spoken everywhere, and others have spoken of her. */
async function tellAll(stores: Stores): Promise<void> {
  const { register, contacts, cases, questions, photos, inbox, outbox, ledger } = stores
  await register.addPerson({ ...person, id: 'p7', name: '吴小满', called: ['满妹子', '满'] })
  await register.addPerson({ ...person, id: 'p8', name: '张桂兰', household: 'h2' })
  for (const role of ['reviewer', 'shopkeeper'] as const) {
    const from = role === 'reviewer' ? '2026-01-01' : '2027-01-01'
    await register.grant({ person: 'p7', role, scope: 'village', scopeId: null, from, until: null }, '罗秀珍', now)
  }
  await contacts.bind({ channel: 'local', account: 'a', contact: 'wx7', person: 'p7' }, '罗秀珍', now)
  await inbox.receive({ channel: 'local', account: 'a', id: 'm1', digest: 'd', person: 'p7', at: now })
  const about = { ...aboutH1, openedBy: 'p7' }
  const report = {
    item: 'sweep',
    cat: 'env_clean',
    doer: 'p7',
    reporter: 'p7',
    channel: 'chat',
    deedOn: '2026-11-22',
    quantity: null,
    unit: null,
    text: '满妹子扫了路',
    place: '吴小满家门口',
    beneficiary: '吴小满',
    proposed: 4,
    duplicateOf: null,
  } as const
  await cases.openReport(about, report)
  await cases.openReport(aboutH1, { ...report, doer: '王秀英', reporter: '王秀英', text: '和吴小满一起扫路' })
  await cases.openObjection({ ...about, subject: 'h2' }, { target: 1002, by: 'p7', text: '我没去' })
  await cases.resolveObjection(1003, 'maintain', null, '吴小满去了')
  await cases.openSuggestion(about, 'suggestion', 'other', '修路灯')
  await cases.openDeduction(aboutH1, {
    item: 'litter',
    cat: 'litter',
    doer: 'p7',
    deedOn: '2026-11-21',
    text: '倒垃圾',
    points: -1,
    recheckOn: null,
    proposedBy: '周大山',
  })
  await cases.openProposal(about, { act: 'erase', by: '周大山', payload: '{"person":"p7"}', text: '吴小满退出' })
  await cases.addEvidence({ number: 1001, kind: 'photo', media: 'a'.repeat(64), text: null, by: 'p7', at: now })
  await cases.addEvidence({ number: 1002, kind: 'text', media: null, text: '吴小满也在', by: '王秀英', at: now })
  await cases.decide({ number: 1002, by: '周大山', verdict: 'approve', points: 4, reason: '问过满妹子', at: now })
  await photos.add({ media: 'a'.repeat(64), look: '0'.repeat(16), person: 'p7', at: now, number: 1001 })
  await questions.open({
    about: 'people',
    text: '哪位？',
    options: [],
    free: null,
    minutes: 10,
    person: 'p7',
    room: null,
    reading: { intent: 'report', slots: {} },
    line: '报 扫路',
    askedAt: now,
    expiresAt: now + 1,
  })
  await outbox.put([line(0, '', '待审#1001 吴小满 扫路', 1001), line(1, 'wx7', '您的申报#1001', 1001), line(2, 'wx8', '吴小满家', null)])
  for (const [cause, text] of [
    ['report:1001', '满妹子扫了路'],
    ['report:1002', '和吴小满一起扫路'],
    ['report:1009', '别的'],
  ] as const)
    await award(stores, cause, 'h1', 4, now, text)
  await ledger.reverse(1, 'reversal:1001', '周大山', 1, now, '记错')
}

for (const dialect of dialects) {
  describe(`erasing on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)
    /** every word that the database holds, by table */
    const everything = async () => JSON.stringify(await own.rows())

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
      await unit(tellAll)
      await own.database.transcriptOf('v1').append({ id: '1', from: 'p7', to: '村民群', text: '报 扫路', at: now })
      await own.database.transcriptOf('v1').append({ id: '2', from: 'bot', to: 'p7', text: '您的申报', at: now })
      await own.database.transcriptOf('v1').append({ id: '3', from: '王秀英', to: '村民群', text: '谢谢满妹子', at: now })
    })
    afterEach(() => own.close())

    it('takes name, by-names, contacts and words out of every table, and leaves ledger and figures whole', async () => {
      for (const word of ['吴小满', '满妹子', 'wx7', '修路灯', '我没去']) assert.ok((await everything()).includes(word), word)
      const before = await own.database.reader.read('v1', ({ ledger }) => ledger.entries(0, 100))
      await unit(({ register }) => register.erase('p7', '周大山', now))
      for (const word of ['吴小满', '满妹子', 'wx7', '修路灯', '我没去', '倒垃圾', '您的申报']) {
        assert.ok(!(await everything()).includes(word), word)
      }
      assert.deepEqual(await own.database.reader.read('v1', ({ ledger }) => ledger.entries(0, 100)), before)
      const { problems, checkedTo } = await own.database.verifyLedger('v1', 0)
      assert.deepEqual([problems, checkedTo], [[], 4])
    })

    it('keeps what others said but for the name, what is due to the cases, and the salt of other words', async () => {
      await unit(({ register }) => register.erase('p7', '周大山', now))
      await unit(async ({ register, contacts, cases, photos, questions, outbox }) => {
        assert.deepEqual(await register.person('p7'), { ...person, id: 'p7', name: '已退出', namePublic: false })
        assert.deepEqual([await register.named('满妹子'), await register.named('满'), await contacts.aliasesOf('p7')], [[], [], []])
        assert.deepEqual(await register.rolesOf('p7', '2026-11-22'), ['reviewer'])
        assert.deepEqual([await register.rolesOf('p7', '2026-11-23'), await register.rolesOf('p7', '2027-01-01')], [[], []])
        const report = (await cases.report(1001))?.report
        assert.deepEqual([report?.text, report?.place, report?.beneficiary, report?.proposed], [gone, null, null, 4])
        assert.deepEqual((await cases.report(1002))?.report.text, '和已退出一起扫路')
        assert.deepEqual((await cases.objection(1003))?.objection, {
          number: 1003,
          target: 1002,
          by: 'p7',
          text: gone,
          result: 'maintain',
          points: null,
          answer: gone,
        })
        assert.deepEqual((await cases.deduction(1005))?.deduction.text, gone)
        assert.deepEqual((await cases.proposal(1006))?.proposal.text, '已退出退出')
        assert.deepEqual(
          [...(await cases.evidence(1001)), ...(await cases.evidence(1002))].map(({ kind, media, text }) => [kind, media, text]),
          [
            ['text', null, gone],
            ['text', null, '已退出也在'],
          ],
        )
        assert.equal((await cases.decisions(1002))[0]?.reason, '问过已退出')
        assert.deepEqual([await photos.loose('p7', 0), await photos.alike('0'.repeat(16), 64, 0)], [[], []])
        assert.equal(await questions.waiting('p7', null, now), null)
        assert.deepEqual(
          (await outbox.of('message:local:m1')).map(({ text, state, contact }) => [text, state, contact]),
          [
            ['待审#1001 已退出 扫路', 'waiting', null],
            [gone, 'failed', gone],
            ['已退出家', 'waiting', 'wx8'],
          ],
        )
      })
      const said = await own.database.transcriptOf('v1').list({ room: '村民群' }, null)
      assert.deepEqual(
        said.map(({ text }) => text),
        [gone, '谢谢已退出'],
      )
      const notes = (await own.rows())['ledger_note']
      assert.deepEqual(
        notes?.map(({ text }) => text),
        ['别的'],
      )
      assert.deepEqual(
        (await own.rows())['audit']?.filter(({ action }) => action === 'erase').map(({ actor, detail }) => [actor, detail]),
        [['周大山', 'p7']],
      )
    })

    it('leaves the person’s pictures to nobody, and others theirs', async () => {
      const [shared, hers] = ['b'.repeat(64), 'a'.repeat(64)]
      await unit(async ({ photos, outbox, register }) => {
        for (const by of ['p7', '王秀英']) await photos.add({ media: shared, look: '0'.repeat(16), person: by, at: now, number: 1002 })
        const files = [hers, shared].map((file, order) => ({ ...line(order, '', '凭证', 1001), cause: 'message:local:m3', file }))
        await outbox.put(files)
        await register.erase('p7', '周大山', now)
        assert.deepEqual(
          (await outbox.of('message:local:m3')).map(({ file }) => file),
          [null, shared],
        )
        assert.deepEqual(await photos.dropLoose(0), [hers])
        assert.deepEqual(
          (await photos.alike('0'.repeat(16), 0, 0)).map(({ person: by, media }) => [by, media]),
          [['王秀英', shared]],
        )
      })
    })

    it('lets a namesake keep the name, and takes it out of the erased person’s own cases', async () => {
      await unit(async ({ cases, register, outbox }) => {
        await cases.openSuggestion({ ...aboutH1, openedBy: 'p8' }, 'suggestion', 'other', '张桂兰说')
        await cases.openSuggestion(aboutH1, 'suggestion', 'other', '张桂兰夸张桂兰')
        await outbox.put([
          { ...line(0, '', '#1007 张桂兰', 1007), cause: 'message:local:m2' },
          { ...line(1, '', '#1008 张桂兰', 1008), cause: 'message:local:m2' },
        ])
        await register.erase('p8', '周大山', now)
        assert.deepEqual(
          (await register.named('张桂兰')).map(({ id }) => id),
          ['张桂兰2', '张桂兰4'],
        )
        assert.deepEqual(
          (await outbox.of('message:local:m2')).map(({ text }) => text),
          ['#1007 已退出', '#1008 张桂兰'],
        )
      })
      assert.deepEqual((await own.rows())['suggestion']?.map(({ number, text }) => `${String(number)} ${String(text)}`).toSorted(), [
        '1004 修路灯',
        `1007 ${gone}`,
        '1008 张桂兰夸张桂兰',
      ])
    })

    it('refuses somebody who is not in the register, and changes nothing twice', async () => {
      await assert.rejects(unit(({ register }) => register.erase('p9', '周大山', now)))
      await unit(({ register }) => register.erase('p7', '周大山', now))
      const { audit: first, ...before } = await own.rows()
      await unit(({ register }) => register.erase('p7', '周大山', now))
      const { audit: second, ...after } = await own.rows()
      assert.equal((second?.length ?? 0) - (first?.length ?? 0), 1)
      assert.deepEqual({ ...after, village: null }, { ...before, village: null })
    })
  })
}
