import assert from 'node:assert/strict'
import { readCorpus } from '../corpus/score.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('像平时那样说', (open) => {
  let village: TestVillage
  before(async () => {
    village = await open()
  })
  after(() => village.close())

  it('makes three reports of a line with three deeds, each on its day', async () => {
    await village
      .says('马玉芬', '昨天扫了路两个钟头，还看望了黄阿婆，前天又去巡山')
      .expectReply(
        /已收到3件，待审：\n#1001 马玉芬 扫路 4分（昨天）；#1002 马玉芬 看望老人 2分.*\n#1003 马玉芬 巡逻护林 2分（11月20日）/u,
        '村民群',
      )
  })

  it('merges a 接龙 that grows as it is posted again: only who is new is added', async () => {
    const list = ['王秀英', '赵福贵', '李长顺']
    for (const [index, name] of list.entries()) {
      const text = ['#接龙 今早清河道', ...list.slice(0, index + 1).map((one, place) => `${String(place + 1)}. ${one}`)].join('\n')
      await village.says(name, text).expectReply(new RegExp(`已收到#${String(1004 + index)} ${name} 今天清河道`, 'u'), '村民群')
    }
    const again = village.says('何金水', '#接龙 今早清河道\n1. 王秀英\n2. 赵福贵\n3. 李长顺')
    await again.expectOnlyPrivate(/接龙里的人都记过了：#1004、#1005、#1006，不重复记/u, '何金水')
    assert.equal(await village.stateOf(1007), undefined)
  })

  it('reports for a mother without phone, and takes the asking for no deed', async () => {
    await village
      .says('罗满仔', '我在广东打工，帮屋里黄阿婆报一下，她昨天扫路1小时')
      .expectReply(/已收到#1007 黄阿婆 昨天扫路 1小时，按办法2分/u, '村民群')
  })

  it('asks for the day that is in doubt', async () => {
    await village.says('何金水', '报 上个月 扫路 1小时').expectReply(/哪一天/u)
    await village.says('何金水', '11月20日').expectReply(/已收到#1008 何金水 11月20日扫路 1小时/u)
  })

  it('mends what was told wrongly', async () => {
    await village.says('何金水', '打错了，是两小时不是一小时').expectReply(/#1008 何金水 扫路 4分 已更正：2小时/u)
  })

  it('puts down as one’s own what a neighbour has told and one says one did too; a yes under a person’s line reviews nothing', async () => {
    await village.says('郑小军', '今早我去扫路了，一个小时', { id: 'told-1' }).expectReply(/已收到#1009 郑小军 今天扫路 1小时/u)
    await village.says('冯铁柱', '我也去了', { quote: 'told-1' }).expectReply(/已收到#1010 冯铁柱 今天扫路 1小时|扫路.*做了多少/u)
    await village.says('周大山', '同意', { quote: 'told-1' }).expectSilence()
    assert.equal(await village.stateOf(1009), 'pending')
  })

  it('says nothing through half an hour of chatter', async () => {
    const chatter = (await readCorpus('more.tsv')).filter(
      ({ role, intent, text }) => role === 'villager' && intent === 'ignore' && !/[@「\[]/u.test(text),
    )
    const speakers = ['王秀英', '赵福贵', '李长顺', '何金水', '冯铁柱', '罗满仔']
    assert.ok(chatter.length >= 30)
    for (const [index, { text }] of chatter.slice(0, 30).entries()) {
      await village.says(speakers[index % speakers.length] ?? '王秀英', text).expectSilence()
      await village.passes('1m')
    }
    assert.equal(await village.stateOf(1011), undefined)
  })
})
