import assert from 'node:assert/strict'

import type { ReportCase } from '../../models/case.ts'
import { UnknownCase } from '../../models/db/stores/case-amending.ts'
import { ClockRefused } from '../../models/db/stores/village-store.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { IllegalMove, Overtaken } from '../../models/stores/store-errors.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { aboutH1, now, openReport, settle, village } from './village-data.ts'

const day = 24 * 3600 * 1000
const line = (cause: string, order: number, room: string | null, notBefore = now) => ({
  cause,
  order,
  channel: 'local',
  account: 'a',
  room,
  contact: room === null ? 'c' : null,
  text: `${cause} 第${String(order)}行`,
  file: null,
  about: order === 0 ? 1001 : null,
  notBefore,
})

for (const dialect of dialects) {
  describe(`stores on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('village: settings, revision, and a training clock that only goes forward', async () => {
      await unit(async ({ village: own }) => {
        const before = await own.get()
        assert.equal(before.name, '示范村')
        await own.setClockOffset(5)
        await own.setClockOffset(5)
        await assert.rejects(own.setClockOffset(4), ClockRefused)
        await own.setSetting('quiet', 'a')
        await own.setSetting('quiet', 'b')
        assert.equal(await own.setting('quiet'), 'b')
        assert.equal(await own.setting('loud'), null)
        await own.touch()
        const after = await own.get()
        assert.deepEqual([after.clockOffset, after.revision], [5, before.revision + 1])
      })
      await own.database.lane.found({ ...village, id: 'real', training: false }, async ({ village: real }) => {
        await assert.rejects(real.setClockOffset(1), ClockRefused)
      })
      await assert.rejects(own.database.lane.found({ ...village, id: 'odd', training: false, clockOffset: 1 }, () => Promise.resolve()))
      const all = await own.database.reader.villages()
      assert.deepEqual(
        all.map(({ id, training }) => [id, training]),
        [
          ['real', false],
          ['v1', true],
        ],
      )
    })

    it('register: names, by-names, dated offices, and a revision that grows with every change', async () => {
      await unit(async ({ register, village: own }) => {
        assert.deepEqual(
          (await register.units()).map(({ name }) => name),
          ['1组', '2组'],
        )
        assert.deepEqual(
          (await register.households()).map(({ number }) => number),
          [1, 2, 3],
        )
        assert.equal((await register.household('h2'))?.unit, 'g2')
        assert.deepEqual(
          (await register.named('张桂兰')).map(({ id }) => id),
          ['张桂兰2', '张桂兰4'],
        )
        assert.deepEqual(
          (await register.named('老周')).map(({ id }) => id),
          ['周大山'],
        )
        assert.deepEqual(
          (await register.named('老_张%')).map(({ id }) => id),
          ['张桂兰4'],
        )
        assert.deepEqual(await register.named('老%'), [])
        assert.deepEqual(await register.named('周'), [])
        assert.deepEqual((await register.person('周大山'))?.called, ['老周', '周组长'])
        assert.deepEqual((await register.members('h3')).map(({ id }) => id).toSorted(), ['周大山', '张桂兰4'].toSorted())
        const { revision } = await own.get()
        await register.grant(
          { person: '周大山', role: 'reviewer', scope: 'village', scopeId: null, from: '2026-11-01', until: '2026-11-30' },
          '罗秀珍',
          now,
        )
        await register.grant(
          { person: '周大山', role: 'secretary', scope: 'village', scopeId: null, from: '2026-12-01', until: null },
          '罗秀珍',
          now,
        )
        assert.equal((await own.get()).revision, revision + 2)
        const held = async (on: string) => [
          await register.rolesOf('周大山', on),
          (await register.holders('reviewer', on)).map(({ id }) => id),
        ]
        assert.deepEqual(await held('2026-10-31'), [[], []])
        assert.deepEqual(await held('2026-11-01'), [['reviewer'], ['周大山']])
        assert.deepEqual(await held('2026-11-30'), [['reviewer'], ['周大山']])
        assert.deepEqual(await held('2026-12-01'), [['secretary'], []])
        await register.setNamePublic('周大山', false, now)
        assert.equal((await register.person('周大山'))?.namePublic, false)
      })
    })

    it('contacts: bound, re-bound to another person, and found by room and contact', async () => {
      const alias = { channel: 'local', account: 'a', contact: 'c1', person: '王秀英' }
      await unit(async ({ contacts }) => {
        await contacts.bind(alias, '罗秀珍', now)
        await contacts.bind({ ...alias, contact: 'c2' }, '罗秀珍', now)
        assert.deepEqual(
          (await contacts.aliasesOf('王秀英')).map(({ contact }) => contact),
          ['c2', 'c1'],
        )
        await contacts.bind({ ...alias, person: '周大山' }, '罗秀珍', now)
        assert.equal((await contacts.personOf('local', 'a', 'c1'))?.id, '周大山')
        await contacts.unbind({ ...alias, contact: 'c2' }, '罗秀珍', now)
        assert.equal(await contacts.personOf('local', 'a', 'c2'), null)
        await contacts.bindRoom({ channel: 'local', account: 'a', room: '村民群', kind: 'villagers' }, now)
        await contacts.bindRoom({ channel: 'local', account: 'a', room: '评议群', kind: 'panel' }, now)
        assert.equal((await contacts.roomOf('local', 'a', '评议群'))?.kind, 'panel')
        assert.deepEqual(
          (await contacts.rooms('villagers')).map(({ room }) => room),
          ['村民群'],
        )
        assert.equal((await contacts.rooms()).length, 2)
      })
      const { reader } = own.database
      assert.equal(await reader.villageOfRoom('local', 'a', '村民群'), 'v1')
      assert.equal(await reader.villageOfContact('local', 'a', 'c1'), 'v1')
      assert.equal(await reader.villageOfContact('local', 'b', 'c1'), null)
    })

    it('contacts: a room goes to the village made last, though the clock of the old one ran ahead', async () => {
      const room = { channel: 'local', account: 'a', room: '村民群', kind: 'villagers' } as const
      await unit(async (stores) => {
        await stores.village.setClockOffset(40 * day)
        await stores.contacts.bindRoom(room, now + 40 * day)
      })
      await own.database.lane.found({ ...village, id: 'v2', createdAt: now + 60_000 }, (stores) =>
        stores.contacts.bindRoom(room, now + 60_000),
      )
      assert.equal(await own.database.reader.villageOfRoom('local', 'a', '村民群'), 'v2')
    })

    it('cases: legal moves with an audit row, illegal moves and late movers refused', async () => {
      await unit(async (stores) => {
        const { cases, audit } = stores
        const opened = await openReport(stores)
        assert.deepEqual(await cases.report(1001), opened)
        const moved: ReportCase = await cases.move(opened, 'approve', '周大山', now, '好')
        assert.deepEqual([moved.state, moved.version], ['in-notice', 2])
        await assert.rejects(cases.move(moved, 'withdraw', '王秀英', now), IllegalMove)
        await assert.rejects(cases.move(opened, 'reject', '谢开元', now), Overtaken)
        await cases.setPoints(1001, 3)
        await cases.amendReport(1001, { deedOn: '2026-11-21', quantity: null, text: '扫了路' })
        await cases.amendReport(1001, {})
        const report = (await cases.report(1001))?.report
        assert.deepEqual(
          [report?.points, report?.deedOn, report?.quantity, report?.text, report?.item],
          [3, '2026-11-21', null, '扫了路', 'sweep'],
        )
        await assert.rejects(cases.setPoints(9999, 3), UnknownCase)
        assert.deepEqual(await audit.of(1001), [
          { at: now, actor: '周大山', action: 'approve', number: 1001, from: 'pending', to: 'in-notice', detail: '好' },
        ])
      })
    })

    it('cases: found by state, household, opener and deed', async () => {
      await unit(async (stores) => {
        const { cases } = stores
        const [first, second] = [await openReport(stores), await openReport(stores, 'sweep', '2026-11-20')]
        await openReport(stores, 'visit')
        await cases.move(first, 'reject', '周大山', now)
        const numbers = (found: readonly { readonly number: number }[]) => found.map(({ number }) => number)
        assert.deepEqual(numbers(await cases.inStates('report', ['pending', 'rejected'])), [1001, 1002, 1003])
        assert.deepEqual(numbers(await cases.reportsInStates(['pending'])), [1002, 1003])
        assert.deepEqual(await cases.reportsInStates([]), [])
        assert.deepEqual(numbers(await cases.reportsOf('h1', 2)), [1003, 1002])
        assert.equal((await cases.latestBy('王秀英', ['report', 'objection']))?.number, 1003)
        assert.equal(await cases.latestBy('王秀英', ['binding']), null)
        assert.deepEqual(numbers(await cases.sameDeeds('h1', 'sweep', '2026-11-20', '2026-11-22')), [second.number])
      })
    })

    it('cases: objections, bindings, suggestions, decisions and evidence', async () => {
      await unit(async (stores) => {
        const { cases } = stores
        await openReport(stores)
        const objection = await cases.openObjection(aboutH1, { target: 1001, by: '张桂兰2', text: '没看见他扫' })
        assert.deepEqual(await cases.objectionsTo(1001), [objection])
        await cases.resolveObjection(objection.number, 'correct', 2, '只扫了一半')
        await cases.move(objection, 'correct', '周大山', now)
        // answered or not, it stays an objection to the case
        assert.deepEqual(
          (await cases.objectionsTo(1001)).map(({ state }) => state),
          ['corrected'],
        )
        assert.deepEqual(await cases.objectionsTo(1002), [])
        assert.deepEqual((await cases.objection(1002))?.objection, {
          number: 1002,
          target: 1001,
          by: '张桂兰2',
          text: '没看见他扫',
          result: 'correct',
          points: 2,
          answer: '只扫了一半',
        })
        const binding = await cases.openBinding(
          { ...aboutH1, subject: null, openedBy: null },
          { channel: 'local', account: 'a', contact: 'c9', person: '周大山', namePublic: true },
        )
        assert.deepEqual(await cases.binding(binding.number), binding)
        assert.equal((await cases.openSuggestion(aboutH1, 'clue', 'burn', '有人烧秸秆')).state, 'kept')
        const decide = (verdict: 'approve' | 'reject') =>
          cases.decide({ number: 1001, by: '周大山', verdict, points: 4, reason: null, at: now })
        const [one, two] = [await decide('reject'), await decide('approve')]
        assert.deepEqual(await cases.decisions(1001), [one, two])
        assert.equal((await cases.latestDecisionBy('周大山'))?.id, two.id)
        await cases.revokeDecision(two.id, now + 1)
        await assert.rejects(cases.revokeDecision(two.id, now + 2), Overtaken)
        assert.equal((await cases.latestDecisionBy('周大山'))?.id, one.id)
        const evidence = await cases.addEvidence({ number: 1001, kind: 'photo', media: 'a'.repeat(64), text: null, by: '王秀英', at: now })
        assert.deepEqual(await cases.evidence(1001), [evidence])
      })
      await assert.rejects(
        unit(({ cases }) => cases.addEvidence({ number: 1001, kind: 'photo', media: null, text: null, by: 'x', at: now })),
      )
      await assert.rejects(unit(({ cases }) => cases.addEvidence({ number: 4711, kind: 'text', media: null, text: 'x', by: 'x', at: now })))
    })

    it('notices: opened anew, ended by an instant, and listed by the days they touched', async () => {
      await unit(async (stores) => {
        const { cases, notices } = stores
        const [first, second] = [await openReport(stores), await openReport(stores)]
        await cases.move(first, 'approve', '周大山', now)
        const window = { number: 1001, firstDay: '2026-11-23', lastDay: '2026-11-30', endsAt: now + 9 * day }
        await notices.open({ ...window, lastDay: '2026-11-25' })
        await notices.open(window)
        await notices.open({ ...window, number: second.number })
        assert.deepEqual(await notices.of(1001), window)
        assert.equal(await notices.of(1009), null)
        assert.deepEqual(await notices.endedBy(window.endsAt - 1), [])
        assert.deepEqual(
          (await notices.endedBy(window.endsAt)).map(({ number, notice }) => [number, notice.endsAt]),
          [[1001, window.endsAt]],
        )
        const touched = async (from: string, to: string) => (await notices.during(from, to)).map(({ number }) => number)
        assert.deepEqual(await touched('2026-11-01', '2026-11-22'), [])
        assert.deepEqual(await touched('2026-11-01', '2026-11-23'), [1001])
        assert.deepEqual(await touched('2026-11-30', '2026-12-31'), [1001])
        assert.deepEqual(await touched('2026-12-01', '2026-12-31'), [])
      })
    })

    it('questions: the newest open one of a person in a place, until it expires or is closed', async () => {
      const question = {
        about: 'people',
        text: '哪位张桂兰？',
        options: [{ label: '2组', settles: { people: { 张桂兰: '张桂兰2' } } }],
        free: null,
        minutes: 10,
        person: '王秀英',
        room: '村民群',
        reading: { intent: 'report', slots: { who: ['张桂兰'] } },
        line: '报 扫路',
        askedAt: now,
        expiresAt: now + 600_000,
      } as const
      await unit(async ({ questions }) => {
        await questions.open(question)
        const newer = await questions.open({ ...question, text: '几小时？' })
        assert.deepEqual(await questions.waiting('王秀英', '村民群', now), newer)
        assert.equal(await questions.waiting('王秀英', null, now), null)
        assert.equal(await questions.waiting('周大山', '村民群', now), null)
        await questions.close(newer.id, now)
        assert.equal((await questions.waiting('王秀英', '村民群', now))?.text, '哪位张桂兰？')
        assert.equal(await questions.waiting('王秀英', '村民群', now + 600_000), null)
      })
    })

    it('schemes: the edition in force on a day', async () => {
      await unit(async ({ schemes }) => {
        await schemes.adopt({ code: 'shifan', effectiveFrom: '2027-01-01', source: 'second', resolution: '代表会议' }, '罗秀珍', now)
        const inForce = async (on: string) => (await schemes.inForce(on)).edition
        assert.deepEqual([await inForce('2025-06-01'), await inForce('2026-12-31'), await inForce('2027-01-01')], [1, 1, 2])
        assert.equal((await schemes.edition(2))?.resolution, '代表会议')
        assert.equal(await schemes.edition(3), null)
      })
    })

    it('inbox: a message is heard once, the same id with other content is another one', async () => {
      const heard = { channel: 'local', account: 'a', id: 'm1', digest: 'd1', person: null, at: now }
      await unit(async ({ inbox }) => {
        assert.deepEqual(
          [await inbox.receive(heard), await inbox.receive(heard), await inbox.receive({ ...heard, digest: 'd2' })],
          [true, false, true],
        )
      })
    })

    it('outbox: in order of writing, one line of a destination at a time, taken over when the claim runs out', async () => {
      const claim = (sender: string, at: number) =>
        unit(async ({ outbox }) => (await outbox.claim(sender, at + 1000, at, 10)).map(({ text }) => text))
      await unit(({ outbox }) => outbox.put([line('m1', 0, '村民群'), line('m1', 1, '村民群'), line('m1', 2, null)]))
      await unit(({ outbox }) => outbox.put([line('m2', 0, '评议群', now + day), line('m2', 1, '评议群')]))
      assert.deepEqual(await claim('a', now), ['m1 第0行', 'm1 第2行', 'm2 第1行'])
      assert.deepEqual(await claim('b', now + 999), [])
      assert.deepEqual(await claim('b', now + 1000), ['m1 第0行', 'm1 第2行', 'm2 第1行'])
      await unit(async ({ outbox }) => {
        const [first, second, third] = await outbox.of('m1')
        assert.deepEqual([first?.attempt, second?.attempt], [2, 0])
        await outbox.sent(first?.id ?? '', 'w1', now)
        await outbox.failed(third?.id ?? '', now + 5000, '超时', now)
        assert.deepEqual(
          (await outbox.of('m1')).map(({ state, sentId }) => [state, sentId]),
          [
            ['sent', 'w1'],
            ['waiting', null],
            ['waiting', null],
          ],
        )
      })
      // the retried line holds its destination up until it is due again
      await unit(({ outbox }) => outbox.put([line('m3', 0, null)]))
      assert.deepEqual(await claim('a', now + 2000), ['m1 第1行', 'm2 第1行'])
      assert.deepEqual(await claim('a', now + 5000), ['m1 第1行', 'm1 第2行', 'm2 第1行'])
      await unit(async ({ outbox }) => {
        const [, , third] = await outbox.of('m1')
        await outbox.failed(third?.id ?? '', null, '放弃', now)
        assert.equal((await outbox.of('m1'))[2]?.state, 'failed')
      })
      assert.deepEqual(await claim('a', now + 5000), ['m3 第0行'])
      assert.equal(await unit(({ outbox }) => outbox.nextDue()), now)
    })

    it('outbox: finds the case a quoted line was about, cut or reflowed', async () => {
      await unit(async ({ outbox }) => {
        await outbox.put([{ ...line('m1', 0, '评议群'), text: '待审#1042 王秀英 扫路\n4分，回“同意”或“不行”', about: 1042 }])
        await outbox.put([{ ...line('m2', 0, '评议群'), text: '待审#1043 赵福贵 扫路', about: 1043 }])
        const about = (text: string, room = '评议群') => outbox.aboutOf({ room }, text)
        assert.equal(await about('待审#1042 王秀英 扫路 4分，回“同意”或“不行”'), 1042)
        assert.equal(await about('待审#1043 赵福贵…'), 1043)
        assert.equal(await about('待审'), null)
        assert.equal(await about('今天天气不好'), null)
        assert.equal(await about('待审#1043 赵福贵 扫路', '村民群'), null)
        assert.equal(await outbox.aboutOf({ contact: 'c' }, '待审#1043 赵福贵 扫路'), null)
      })
    })

    it('job runs: a period is run once', async () => {
      await unit(async ({ jobRuns }) => {
        assert.deepEqual(await jobRuns.latestDues(), new Map())
        assert.equal(await jobRuns.start('rank-month', '2026-11', now, now + 5), true)
        assert.equal(await jobRuns.start('rank-month', '2026-11', now, now + 6), false)
        assert.equal(await jobRuns.start('rank-month', '2026-10', now - day, now + 6), true)
        await jobRuns.finish('rank-month', '2026-11', '已发布', now + 7)
        assert.equal(await jobRuns.start('notice-month', '2026-10', now - day, now + 6), true)
        assert.deepEqual(
          await jobRuns.latestDues(),
          new Map([
            ['rank-month', now],
            ['notice-month', now - day],
          ]),
        )
        assert.deepEqual(await jobRuns.runs('rank-month'), [
          { period: '2026-10', due: now - day, at: now + 6, outcome: null },
          { period: '2026-11', due: now, at: now + 5, outcome: '已发布' },
        ])
      })
    })

    it('transcript: in order, both sides of a private chat, the same message once', async () => {
      const transcript = own.database.transcriptOf('v1')
      const say = (id: string, from: string, to: string) => ({ id, from, to, text: `话${id}`, at: now })
      await Promise.all([
        transcript.append(say('1', '王秀英', '村民群')),
        transcript.append({ ...say('2', '王秀英', 'bot'), file: 'f'.repeat(64), quote: '1' }),
        transcript.append(say('3', 'bot', '王秀英')),
        transcript.append(say('4', '周大山', 'bot')),
        transcript.append(say('1', '王秀英', '村民群')),
        assert.rejects(transcript.append(say('1', '周大山', '村民群')), /message 1/),
      ])
      const ids = async (where: { room: string } | { person: string }, after: string | null = null) =>
        (await transcript.list(where, after)).map(({ id }) => id)
      assert.deepEqual(await ids({ room: '村民群' }), ['1'])
      assert.deepEqual(await ids({ person: '王秀英' }), ['2', '3'])
      assert.deepEqual(await ids({ person: '王秀英' }, '2'), ['3'])
      assert.deepEqual(await transcript.find('2'), { ...say('2', '王秀英', 'bot'), file: 'f'.repeat(64), quote: '1' })
      assert.equal(await transcript.find('9'), null)
    })
  })
}
