import assert from 'node:assert/strict'
import { commands } from '../../handlers/index.ts'
import type { Command, NewcomerCommand } from '../../handlers/command.ts'
import { createSnapshots } from '../../bot/snapshot.ts'
import { dateOf } from '../../models/dates.ts'
import { parserRole } from '../../models/role.ts'
import { TestVillage, type Where } from '../village.ts'

/** Who speaks for an office in the training village, and where. */
const speakers: Readonly<Record<string, readonly [string, Where]>> = {
  newcomer: ['杨帆', 'bot'],
  villager: ['王秀英', '村民群'],
  reviewer: ['周大山', '评议群'],
  bookkeeper: ['罗秀珍', '评议群'],
  secretary: ['陈国栋', '干部群'],
  township: ['覃丽', '干部群'],
  supervisor: ['孙建国', '评议群'],
  operator: ['罗秀珍', '评议群'],
  shopkeeper: ['刘春梅', '村民群'],
}

const officeOf = ({ role }: Command | NewcomerCommand): string => (typeof role === 'string' ? role : (role[0] ?? 'villager'))

const snapshots = createSnapshots(commands, '积分管家')

/** How the grammar in force reads a line of somebody. */
async function intentOf(village: TestVillage, person: string, text: string): Promise<string> {
  const { id } = await village.current()
  return village.database.reader.read(id, async (stores) => {
    const now = village.port.now()
    const { grammar } = await snapshots.snapshotOf(stores, now)
    return grammar.parse({ text, role: parserRole(await stores.register.rolesOf(person, dateOf(now))), now }).intent
  })
}

describe('每条命令的例句', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({}))

  for (const command of commands) {
    const [speaker, where] = speakers[officeOf(command)] ?? ['王秀英', '村民群']
    for (const example of command.examples) {
      it(`「${example}」 is read as ${command.intent} and answered`, async () => {
        assert.equal(await intentOf(village, speaker, example), command.intent)
        // what the examples speak of: a waiting report of another household, and an objection
        await village.says('何金水', '报 扫路 1小时').replies()
        await village.says('何金水', '异议 漏记我家扫路一次').replies()
        const replies = await village.says(speaker, example, { to: where }).replies()
        assert.ok(replies.length > 0, 'the line was for the bot and got no answer')
        for (const { text } of replies) assert.doesNotMatch(text, /系统出了点问题|没听明白|还没有开通|您还没有绑定/u)
      })
    }
    it(`${command.intent} stands in the help of its office`, async () => {
      const { boundHelp, officeHelp } = command
      if (boundHelp !== undefined) {
        const reply = await village.says('王秀英', '帮助', { to: 'bot' }).expectReply(/您可以这样说/u)
        assert.ok(reply.text.includes(boundHelp), reply.text)
      }
      if (officeHelp) {
        const [holder] = speakers[officeHelp.role] ?? ['王秀英']
        await village.says(holder, '帮助', { to: 'bot' }).expectReply(new RegExp(officeHelp.help, 'u'))
        const reply = await village.says('王秀英', '帮助', { to: 'bot' }).expectReply(/您可以这样说/u)
        assert.ok(!reply.text.includes(officeHelp.help))
      }
      if (command.role === 'newcomer') return
      const reply = await village.says(speaker, '帮助', { to: 'bot' }).expectReply(/您可以这样说/u)
      assert.ok(reply.text.includes(command.help), reply.text)
    })
  }
})
