import assert from 'node:assert/strict'
import { loadLaw } from '../../rules/law.ts'
import { bodyIn, figuresIn, judgeMeeting } from '../../rules/people/meeting.ts'
import { TestVillage } from '../village.ts'

describe('会议记录和参加认可', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())

  const cadre = (text: string) => village.says('罗秀珍', text, { to: '干部群' })

  describe('法定人数', () => {
    const law = loadLaw('cn-2018')
    const none = { against: null, abstained: null }
    const table = [
      { expected: 21, present: 13, inFavour: 13, quorum: 14, quorate: false, votes: 7, passed: false },
      { expected: 21, present: 14, inFavour: 8, quorum: 14, quorate: true, votes: 8, passed: true },
      { expected: 21, present: 15, inFavour: 8, quorum: 14, quorate: true, votes: 8, passed: true },
      { expected: 21, present: 15, inFavour: 7, quorum: 14, quorate: true, votes: 8, passed: false },
      { expected: 26, present: 18, inFavour: 10, quorum: 18, quorate: true, votes: 10, passed: true },
      { expected: 26, present: 17, inFavour: 17, quorum: 18, quorate: false, votes: 9, passed: false },
    ]
    for (const { expected, present, inFavour, ...judged } of table) {
      it(`${String(present)} of ${String(expected)} with ${String(inFavour)} votes`, () => {
        assert.deepEqual(judgeMeeting(law, 'representatives-meeting', { expected, present, inFavour, ...none }), judged)
      })
    }

    it('counts committee and representatives together', () => {
      const said = { expected: undefined, present: 18, inFavour: 10 }
      assert.equal(figuresIn('村民代表会议 代表21人、村委5人，实到18人，10人同意', said).expected, 26)
    })

    it('knows the bodies by their words, and no other', () => {
      assert.equal(bodyIn('群众代表大会'), 'representatives-meeting')
      assert.equal(bodyIn('村民会议应到'), 'villagers-assembly')
      assert.equal(bodyIn('成员代表大会'), 'collective-representatives')
      assert.equal(bodyIn('支部会'), null)
      assert.equal(judgeMeeting(law, null, { expected: 3, present: 1, inFavour: 1, ...none }).quorate, null)
    })

    it('asks two thirds of households where households are counted, and two thirds of all members of a collective', () => {
      const households = judgeMeeting(law, 'villagers-assembly', { expected: 120, present: 80, inFavour: 41, ...none }, true)
      assert.deepEqual(households, { quorum: 80, quorate: true, votes: 41, passed: true })
      const collective = judgeMeeting(law, 'collective-assembly', { expected: 90, present: 60, inFavour: 59, ...none })
      assert.deepEqual(collective, { quorum: 60, quorate: true, votes: 60, passed: false })
    })
  })

  it('tells a meeting without quorum that it decided nothing, with the version of the law and its caution', async () => {
    await village.port.reset({ scheme: 'guyuan' })
    const { text } = await cadre('代表会应到21人实到13人，都同意了').expectReply(/法定要到14人，人数不够，这次会议决定不了任何事/u)
    assert.match(text, /村民委员会组织法》2018年修正/u)
    assert.match(text, /请乡镇司法所核对/u)
    await cadre('代表会应到21人实到15人，8人同意').expectReply(/法定要到14人，要8票，通过/u)
    await cadre('村民代表会议 代表21人、村委5人，实到18人，10人同意').expectReply(/应到26人、实到18人.*\n法定要到18人，要10票，通过/u)
    await cadre('代表会应到21人实到25人，都同意').expectReply(/人数对不上/u, '罗秀珍')
    await village.says('王秀英', '看会议记录', { to: 'bot' }).replies()
    await cadre('看会议记录').expectReply(/不算数/u)
    await cadre('三讲一评会议记录 到会12人 讲了红榜的事').expectReply(/三讲一评，实到12人/u)
    await cadre('代表会应到21人实到15人，13人同意，打开一票否决').expectReply(/（开关做法的决议）.*\n.*通过/u)
    await cadre('代表会应到21人实到15人，打开一票否决').expectReply(/会议要记清人数和票数/u, '罗秀珍')
    await village.says('王秀英', '代表会应到21人实到15人，都同意', { to: 'bot' }).replies()
    const { id } = await village.current()
    const records = await village.database.reader.read(id, ({ records: own }) => own.list(20))
    assert.deepEqual(records.map(({ kind, valid }) => [kind, valid]), [['practice', true], ['appraisal', true], ['meeting', true], ['meeting', true], ['meeting', false]]) // prettier-ignore
  })

  it('GY-1 takes a resident’s report only after the assembly’s recognition is on record; members’ points go to the household’s card', async () => {
    await village.port.reset({ scheme: 'guyuan' })
    await cadre('登记常住户 2组 杨帆').expectReply(/已登记20号户：杨帆，2组，常住户/u)
    await village.says('杨帆', '绑定 2组 杨帆', { to: 'bot' }).replies()
    await village.says('杨帆', '1', { to: 'bot' }).replies()
    await village.says('周大山', '1001同意', { to: '评议群' }).replies()
    await village.says('杨帆', '报 志愿者活动').expectOnlyPrivate(/外来户，要村民会议或村民代表会议认可以后才能记分/u, '杨帆')
    await village.says('王秀英', '代报 杨帆 志愿者活动').expectOnlyPrivate(/这一户现在不能记分/u, '王秀英')
    await cadre('代表会应到21人实到13人，都同意，认可杨帆家参加积分').expectReply(/人数不够/u)
    await village.says('杨帆', '报 志愿者活动').expectOnlyPrivate(/认可以后才能记分/u, '杨帆')
    await cadre('代表会应到21人实到15人，13人同意，认可杨帆家参加积分').expectReply(/村民代表会议已认可您家/u, '杨帆')
    await village.says('杨帆', '报 志愿者活动').expectReply(/已收到#1002/u)
    // two members of one household, one card
    await village.says('冯铁柱', '报 志愿者活动').replies()
    await village.says('冯小兵', '报 志愿者活动').replies()
    for (const number of [1003, 1004]) await village.says('周大山', `${String(number)}同意`, { to: '评议群' }).replies()
    await village.until('2026-12-15')
    await village.expectBalance('冯铁柱', { booked: 6, inNotice: 0, pending: 0 })
  })

  it('RA-1 lets people of another village take part once 村民会议 or 代表大会 has recognised them', async () => {
    await village.port.reset({ scheme: 'rongan' })
    await cadre('登记外村户 3组 杨帆').expectReply(/外村户/u)
    await village.says('王秀英', '代报 杨帆 扫路 1小时').expectOnlyPrivate(/这一户现在不能记分/u, '王秀英')
    await cadre('支部会应到21人实到21人，都同意，认可杨帆家参加积分').expectReply(/是哪个会/u, '罗秀珍')
    await cadre('村民会议应到60人实到31人，16人同意，认可杨帆家参加积分').expectReply(/法定要到31人，要16票，通过/u)
    await village.says('王秀英', '代报 杨帆 扫路 1小时').expectReply(/已收到#1001/u)
  })

  it('YX-12 keeps the sharing meetings of a 院 as records', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    await cadre('积分分享会记录 3院 到会18人').expectReply(/已记：11月22日3院积分分享会，实到18人/u)
    await cadre('看3院会议记录').expectReply(/积分分享会：积分分享会记录 3院 到会18人/u)
    await cadre('看2院会议记录').expectReply(/还没有会议记录/u)
  })
})
