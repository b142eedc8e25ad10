import assert from 'node:assert/strict'
import { inForce } from '../../rules/catalogue.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { TestVillage } from '../village.ts'

const resolution = '11月20日代表会议通过,党支部陈国栋11月18日把关,会议记录第12号'

describe('村里自己改办法', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({}))

  const editions = async () => {
    const { id } = await village.current()
    return village.database.reader.read(id, async ({ schemes }) => {
      const found = []
      for (let number = 1, one = await schemes.edition(number); one; number += 1, one = await schemes.edition(number)) found.push(one)
      return found
    })
  }

  const cadres = (from: string, text: string) => village.says(from, text, { to: '干部群' })

  /** a bookkeeper's change, resolved and agreed to by the secretary */
  async function changes(line: string, number: number): Promise<void> {
    await cadres('罗秀珍', line).expectReply(/凭什么改/u)
    await cadres('罗秀珍', resolution).expectReply(new RegExp(`提议#${String(number)} 罗秀珍：改积分办法`, 'u'), '干部群')
    await cadres('陈国栋', `${String(number)}同意`).expectReply(/已办/u, '干部群')
  }

  it('MIN-2 writes a new edition from the first of next month, with its resolution, and only the one number differs', async () => {
    await changes('看望老人改为每次3分', 1001)
    const [first, second, third] = await editions()
    assert.ok(first && second)
    assert.equal(third, undefined)
    assert.deepEqual([second.edition, second.effectiveFrom, second.resolution], [2, '2026-12-01', resolution])
    const before = first.source.split('\n')
    const after = second.source.split('\n')
    assert.equal(before.length, after.length)
    const different = after.flatMap((text, index) => (text === before[index] ? [] : [[before[index] ?? '', text]]))
    assert.deepEqual(
      different.map((pair) => pair.map((text) => text.trim())),
      [
        [
          '- { name: 次, words: [回, 趟], points: 2, step: 1, max: 2 } # 一次2分；本村自定',
          '- { name: 次, words: [回, 趟], points: 3, step: 1, max: 2 } # 一次2分；本村自定',
        ],
      ],
    )
    await village.line(/积分办法第2版：从2026年12月1日起，看望老人由每次2分改为每次3分。[\s\S]*为的是：独居和留守老人没人照看/u, '村民群')
  })

  it('MIN-2 keeps the past: a case reported under edition 1 is booked at its points after edition 2 is in force', async () => {
    await changes('看望老人改为每次3分', 1001)
    await village.says('王秀英', '报 看望老人').expectReply(/#1002 .*2分/u)
    await village.says('赵福贵', '报 扫路 2小时').expectReply(/#1003 .*4分/u)
    await village.says('周大山', '1003通过', { to: '评议群' }).expectReply(/已通过/u)
    await village.until('2026-12-02', '09:00')
    await village.says('马玉芬', '报 看望老人').expectReply(/#1004 .*3分/u)
    for (const number of ['1002', '1004']) await village.says('周大山', `${number}通过`, { to: '评议群' }).expectReply(/已通过/u)
    await village.until('2026-12-20', '09:00')
    await village.expectBalance('王秀英', { booked: 2 })
    await village.expectBalance('马玉芬', { booked: 3 })
    const { id } = await village.current()
    const booked = await village.database.reader.read(id, async ({ ledger }) => {
      const found = []
      for (const number of [1002, 1003, 1004]) found.push((await ledger.byCause(`report:${String(number)}`))?.edition)
      return found
    })
    assert.deepEqual(booked, [1, 1, 2])
  })

  it('MIN-2 recomputes statements and ledger byte for byte after another edition is in force', async () => {
    await village.says('王秀英', '报 看望老人').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.until('2026-12-05', '09:00')
    const told = async () => ({
      statement: await village.says('王秀英', '明细 12月', { to: 'bot' }).expectReply(/看望老人/u),
      ranking: await village.says('王秀英', '排名 12月', { to: 'bot' }).expectReply(/2分/u),
      ledger: await village.port.ledger(),
    })
    const before = await told()
    await changes('看望老人改为每次5分，从2026年12月6日起', 1002)
    await village.until('2026-12-07', '09:00')
    const after = await told()
    assert.equal(after.statement.text, before.statement.text)
    assert.equal(after.ranking.text, before.ranking.text)
    assert.deepEqual([before.ledger.edition, after.ledger.edition], [1, 2])
    assert.deepEqual(JSON.stringify(after.ledger.entries), JSON.stringify(before.ledger.entries))
  })

  it('MIN-2 takes a day that is said, and refuses one that has come', async () => {
    await cadres('罗秀珍', '扫路改成每小时3分，从2026年11月22日起').expectReply(/11月22日已经到了/u, '罗秀珍')
    await changes('扫路改成每小时3分，从2027年3月1日起', 1001)
    assert.equal((await editions())[1]?.effectiveFrom, '2027-03-01')
    await cadres('罗秀珍', '看望老人改为每次3分').expectReply(/3月1日起已有一版新办法在等/u, '罗秀珍')
  })

  it('MIN-2 tells in words what a change would spoil, and changes nothing', async () => {
    await cadres('罗秀珍', '看望老人改为每次2000000分').expectReply(/这样改了办法就不对了，没有改[\s\S]*太大，最多1000000/u, '罗秀珍')
    await cadres('罗秀珍', '看望老人改为每次2分').expectReply(/现在就是2分/u, '罗秀珍')
    await cadres('罗秀珍', '邻里互助改为每次3分').expectReply(/是一个区间/u, '罗秀珍')
    await cadres('罗秀珍', '扫路改成3分').expectReply(/有几种算法：小时、分钟、袋、次/u, '罗秀珍')
    assert.equal((await editions()).length, 1)
  })

  it('MIN-2 needs two persons of two households, and is proposed anew when the scheme has changed meanwhile', async () => {
    await village.says('王秀英', '看望老人改为每次3分').replies()
    assert.equal(await village.stateOf(1001), undefined)
    for (const line of ['看望老人改为每次3分', '扫路改成每小时3分']) {
      await cadres('罗秀珍', line).expectReply(/凭什么改/u)
      await cadres('罗秀珍', resolution).expectReply(/提议#/u, '干部群')
    }
    await cadres('罗秀珍', '1001同意').expectReply(/要另一户的人同意/u, '罗秀珍')
    await cadres('陈国栋', '1001同意').expectReply(/已办/u, '干部群')
    await cadres('陈国栋', '1002同意').expectReply(/提议以后办法已经改过了/u, '陈国栋')
    assert.equal((await editions()).length, 2)
  })

  it('has a proposal that was waiting while the bot was renewed proposed anew', async () => {
    const { id } = await village.current()
    const at = village.port.now()
    const payload = {
      item: 'visit-elder',
      path: ['rate', 'units', 0, 'points'],
      points: 3,
      from: '2026-12-01',
      base: 1,
      change: '',
      resolution,
    }
    await village.database.lane.unit(id, ({ cases }) =>
      cases.openProposal(
        { edition: 1, subject: null, openedBy: '罗秀珍', at, dueAt: at + 86_400_000 },
        { act: 'change-scheme', by: '罗秀珍', payload: JSON.stringify(payload), text: '改积分办法' },
      ),
    )
    await cadres('陈国栋', '1001同意').expectReply(/请按现在的办法重新提/u, '陈国栋')
    assert.equal((await editions()).length, 1)
  })

  it('MIN-1 takes no meeting that has not been held', async () => {
    await cadres('罗秀珍', '看望老人改为每次3分').expectReply(/凭什么改/u)
    await cadres('罗秀珍', '12月3日代表会议通过，党支部陈国栋11月18日把关，会议记录第6号').expectReply(/2026年12月3日还没到/u)
    await cadres('罗秀珍', '2025年12月3日代表会议通过，党支部陈国栋11月18日把关，会议记录第6号').expectReply(/提议#1001/u)
  })

  it('MIN-1 asks until party organisation, day and document of the resolution are on record, and lets other lines pass', async () => {
    await cadres('罗秀珍', '看望老人改为每次3分').expectReply(/凭什么改/u)
    await cadres('罗秀珍', '今天天气真好').expectSilence()
    await cadres('罗秀珍', '代表会议通过了').expectReply(/还差：党组织谁把关的、哪月哪日、记在哪份文件里/u)
    await cadres('罗秀珍', '党支部11月18日把的关').expectReply(/还差：记在哪份文件里/u)
    await cadres('罗秀珍', resolution).expectReply(/提议#1001/u)
  })

  it('MIN-2 has every item say which problem it addresses, and lets it end on a day', async () => {
    const { source } = await loadScheme('shifan')
    const without = readScheme(source.replace('    problem: 独居和留守老人没人照看\n', ''), 'x.yaml')
    assert.ok('problems' in without && without.problems.some(({ message }) => message.includes('problem')))
    const ending = readScheme(source.replace('    name: 看望老人\n', "    name: 看望老人\n    endsOn: '2026-12-31'\n"), 'x.yaml')
    assert.ok('scheme' in ending)
    const item = ending.scheme.items.find(({ code }) => code === 'visit-elder') ?? assert.fail()
    assert.deepEqual(
      ['2026-12-31', '2027-01-01'].map((day) => inForce(item, day)),
      [true, false],
    )
  })
})
