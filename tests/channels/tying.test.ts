import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { unpaced } from '../../bot/outbox/pace.ts'
import { PuppetLocal } from '../../bot/puppets/local.ts'
import { run } from '../../cli/init.ts'
import { openBot, type Bot } from '../../cli/open-bot.ts'
import { realVillages } from '../../cli/open-village.ts'
import type { ChatMessage, Transcript } from '../../models/chat.ts'
import { instantOf } from '../../models/dates.ts'
import { openDatabase, type Database } from '../../models/db/open-database.ts'
import { partyCheck, Terminal } from '../cli/terminal.ts'
import { createTestLog, newTestId } from '../village.ts'

const roster = [
  '组,户号,户主,姓名,关系',
  '1组,1,罗秀珍,罗秀珍,户主',
  '1组,2,周大山,周大山,户主',
  '2组,3,谢开元,谢开元,户主',
  '2组,4,王秀英,王秀英,户主',
]

/** What a messenger knows of them is not what the roster knows: ids and nicknames. */
const contacts = { 罗: 'wx-1', 周: 'wx-2', 谢: 'wx-3', 王: 'wx-4' } as const
const rooms = { 村民群: '10001@room', 评议群: '10002@room', 干部群: '10003@room' } as const

const people = {
  people: Object.entries(contacts).map(([name, id]) => ({ id, name: `昵称${name}`, phone: true })),
  rooms: Object.values(rooms).map((id) => ({ id, members: Object.values(contacts) })),
}

function transcriptInMemory(): Transcript & { readonly lines: readonly ChatMessage[] } {
  const lines: ChatMessage[] = []
  return {
    lines,
    append: async (message) => void lines.push(message),
    find: async (id) => lines.find((one) => one.id === id) ?? null,
    list: async () => lines,
  }
}

describe('一个真的村，从口令到入账', () => {
  let terminal: Terminal
  let database: Database
  let bot: Bot
  let chat: PuppetLocal
  let now = instantOf('2026-11-22', '10:00')
  const transcript = transcriptInMemory()
  const log = createTestLog()
  let said = 0
  let heard = 0

  before(async () => {
    terminal = await Terminal.open()
    await writeFile(terminal.path('roster.csv'), roster.join('\n'))
    const flags = ['--roster', terminal.path('roster.csv'), '--scheme', 'shifan', '--name', '幸福村', '--yes']
    const officers = ['--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元', ...partyCheck]
    assert.equal(await run([...flags, ...officers], terminal.io()), 0, terminal.err.join('\n'))
    database = await openDatabase({ dataDir: terminal.dataDir, newId: newTestId, newSalt: () => newTestId(''), log })
    const clock = { now: () => (now += 1) }
    chat = new PuppetLocal({ account: 'bot', people, transcript, media: database.media, clock, newId: () => newTestId('m') })
    const connection = { puppet: chat, channel: 'local', account: 'bot', botName: '积分管家' }
    const reader = realVillages(database.reader)
    bot = await openBot({ database, reader, clock, real: clock, pace: unpaced, log, newId: newTestId, connection })
    await bot.connect()
    await bot.catchUp()
  })

  after(async () => {
    await bot.stop()
    await database.close()
    await terminal.close()
    assert.deepEqual(log.errors, [], 'nothing may have been logged as an error')
  })

  /** what `init` printed to be said, by what stands before the code */
  const code = (saying: string): string =>
    terminal.out.map((line) => new RegExp(`${saying} (\\d{6})`, 'u').exec(line)?.[1]).find((one) => one !== undefined) ??
    assert.fail(`init printed no code for ${saying}:\n${terminal.out.join('\n')}`)

  /** says a line and answers what the bot said to it, by place */
  async function says(from: keyof typeof contacts, text: string, room?: keyof typeof rooms): Promise<readonly ChatMessage[]> {
    said += 1
    const id = `tie-${String(said)}`
    const handled = bot.channel.handled(id)
    await chat.hear({ id, from: contacts[from], to: room === undefined ? 'bot' : rooms[room], text })
    await handled
    await bot.outbox.drain()
    const fresh = transcript.lines.slice(heard).filter((message) => message.from === 'bot')
    heard = transcript.lines.length
    return fresh
  }

  async function expects(replies: Promise<readonly ChatMessage[]>, to: string, pattern: RegExp): Promise<void> {
    const lines = await replies
    assert.ok(
      lines.some((line) => line.to === to && pattern.test(line.text)),
      `no line like ${String(pattern)} to ${to} in:\n${lines.map((line) => `${line.to}: ${line.text}`).join('\n')}`,
    )
  }

  it('hears no room before its code is said, and tells a stranger in private how to bind', async () => {
    assert.deepEqual(await says('王', '报 扫路 2小时', '村民群'), [])
    await expects(says('罗', '查分'), contacts.罗, /还没有绑定/u)
  })

  it('ties the rooms and knows the bookkeeper by the codes that init printed, each once', async () => {
    await expects(says('王', '开通 村民群 000000', '村民群'), rooms.村民群, /口令不对/u)
    await expects(says('罗', `认领 罗秀珍 ${code('认领 罗秀珍')}`), contacts.罗, /罗秀珍，认领好了，您是幸福村的管理人员/u)
    for (const kind of ['村民群', '评议群', '干部群'] as const) {
      await expects(says('罗', `开通 ${kind} ${code(`开通 ${kind}`)}`, kind), rooms[kind], new RegExp(`已开通：幸福村${kind}`, 'u'))
    }
    // a code that was used opens nothing
    await expects(says('王', `认领 罗秀珍 ${code('认领 罗秀珍')}`), contacts.王, /还没有绑定/u)
    await expects(says('王', '查分'), contacts.王, /还没有绑定/u)
  })

  it('binds a reviewer and a villager whom the bookkeeper knows', async () => {
    for (const [short, name, group] of [
      ['周', '周大山', 1],
      ['王', '王秀英', 2],
    ] as const) {
      // the villager binds in private, the reviewer in the room
      const room = short === '王' ? undefined : '村民群'
      const place = short === '王' ? contacts.王 : rooms.村民群
      await expects(says(short, `绑定 ${String(group)}组 ${name}`, room), place, /公示时能写您的姓名吗/u)
      await expects(says(short, '1', room), rooms.评议群, new RegExp(`微信“昵称${short}”说是${String(group)}组${name}`, 'u'))
      const number = String(short === '周' ? 1001 : 1002)
      await expects(says('罗', `${number}同意`, '评议群'), contacts[short], /绑定好了/u)
    }
  })

  it('takes a report, has it approved, and books it when the notice has ended', async () => {
    await expects(says('王', '报 扫路 2小时', '村民群'), rooms.村民群, /已收到#1003 王秀英/u)
    await expects(says('王', '1003通过', '村民群'), contacts.王, /审核由评议员/u)
    await expects(says('周', '1003通过', '评议群'), rooms.评议群, /#1003 王秀英 扫路 4分 已通过，公示到12月2日/u)
    now = instantOf('2026-12-03', '09:00')
    await bot.scheduler.catchUp()
    await expects(says('王', '查分', '村民群'), rooms.村民群, /王秀英家：已入账4分/u)
    const [village] = await database.reader.villages()
    assert.deepEqual((await database.verifyLedger(village?.id ?? '', 0)).problems, [])
    assert.deepEqual(await database.verifyCases(village?.id ?? ''), [])
  })
})
