import assert from 'node:assert/strict'
import { codeSaying, createTying } from '../../bot/tie-room.ts'
import { codeLifetime, issueCodes, type CodeTarget } from '../../bot/tie-codes.ts'
import type { Database } from '../../models/db/open-database.ts'
import type { Utterance } from '../../models/utterance.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { missingCodes } from '../../cli/init/missing-codes.ts'
import { newId, openFolder } from './data.ts'
import { sunday, Terminal } from './terminal.ts'

const HOUR = 3_600_000
const account = { channel: 'wechaty-puppet-mock', account: 'bot' } as const
const targets: readonly CodeTarget[] = [{ room: 'villagers' }, { room: 'panel' }, { person: 'luo' }]

describe('one-time codes', () => {
  let terminal: Terminal
  let database: Database
  let codes: ReadonlyMap<CodeTarget, string>
  let attend: (utterance: Utterance, now: number) => Promise<boolean>
  let taken: string[]
  let last = 0

  const code = (target: CodeTarget | undefined): string => (target && codes.get(target)) ?? assert.fail('no such code')
  const [villagers, panel, luo] = targets

  async function found(id: string, name: string): Promise<void> {
    const { source } = await loadScheme('shifan')
    await database.lane.found(
      { id, name, training: false, clockOffset: 0, revision: 1, createdAt: sunday },
      async ({ register, schemes }) => {
        const nobody = { called: [], household: null, namePublic: false, minor: false }
        await register.addPerson({ ...nobody, id: 'luo', name: '罗秀珍', called: ['罗会计'] })
        await register.addPerson({ ...nobody, id: 'other', name: '周大山' })
        await schemes.adopt({ code: 'shifan', source, effectiveFrom: '2026-11-22', resolution: null }, 'luo', sunday)
      },
    )
  }

  beforeEach(async () => {
    terminal = await Terminal.open()
    database = await openFolder(terminal.dataDir)
    await found('other-village', '山那边村')
    await found('happy', '幸福村')
    const issued = await database.lane.unit('happy', (stores) => issueCodes(stores, targets, sunday, newId))
    codes = new Map(issued.map((one) => [one.target, one.code]))
    taken = []
    attend = createTying({
      ...database,
      causeOf: (channel, id) => `message:${channel}:${id}`,
      take: (village) => {
        taken.push(village)
        return Promise.resolve(() => undefined)
      },
    })
  })

  afterEach(async () => {
    await database.close()
    await terminal.close()
  })

  interface Manner {
    readonly room?: string | null
    readonly speaker?: string
    readonly now?: number
    readonly id?: string
  }

  /** what the bot answers, or null when the line is left to others */
  async function says(text: string, { room = 'r1', speaker = 'op', now = sunday, id }: Manner = {}): Promise<readonly string[] | null> {
    last += 1
    const utterance = {
      ...account,
      id: id ?? `m${String(last)}`,
      room,
      speaker,
      speakerName: '',
      text,
      atBot: false,
      quote: null,
      media: [],
      at: now,
    }
    if (!(await attend(utterance, now))) return null
    const lines = await database.reader.read('happy', ({ outbox }) => outbox.of(`message:${account.channel}:${utterance.id}`))
    for (const line of lines) assert.deepEqual([line.room, line.contact], [room, room === null ? speaker : null])
    return lines.map((line) => line.text)
  }

  const kindOf = (room: string) =>
    database.reader.read('happy', async ({ contacts }) => (await contacts.roomOf(account.channel, account.account, room))?.kind ?? null)
  const personOf = (contact: string) =>
    database.reader.read('happy', async ({ contacts }) => (await contacts.personOf(account.channel, account.account, contact))?.id ?? null)

  const wrongCode = (right: string): string => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

  it('ties the room in which it is said, once, whoever says it', async () => {
    assert.match((await says(`开通 村民群 ${code(villagers)}`))?.join('') ?? '', /已开通：幸福村村民群/u)
    assert.equal(await kindOf('r1'), 'villagers')
    assert.equal(await database.reader.villageOfRoom(account.channel, account.account, 'r1'), 'happy')
    assert.deepEqual(taken, ['happy'])
    assert.match((await says(`开通 村民群 ${code(villagers)}`, { room: 'r2' }))?.join('') ?? '', /口令不对，或者用过、过期了/u)
    assert.equal(await kindOf('r2'), null)
  })

  it('does it once when the message is delivered twice', async () => {
    const line = `开通 评议群 ${code(panel)}`
    const first = await says(line, { id: 'same' })
    assert.deepEqual(await says(line, { id: 'same' }), first)
    assert.equal(taken.length, 1)
  })

  it('reads full-width digits, no spaces and a full stop', async () => {
    const wide = [...code(villagers)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    assert.match((await says(`开通村民群${wide}。`))?.join('') ?? '', /已开通/u)
  })

  it('leaves every other line to the village', async () => {
    for (const line of [
      '开通 村民群',
      '开通 村民群 12345',
      '我来开通 村民群 123456',
      '开通 聊天群 123456',
      '认领 123456',
      '报 扫路 2小时',
      '',
      'x'.repeat(5000),
    ]) {
      assert.equal(codeSaying(line), null, line)
      assert.equal(await says(line), null)
    }
  })

  it('does not take one room’s code for another, nor an old one', async () => {
    assert.match((await says(`开通 干部群 ${code(villagers)}`))?.join('') ?? '', /口令不对/u)
    assert.match((await says(`开通 村民群 ${code(villagers)}`, { now: sunday + codeLifetime - 1, room: 'r9' }))?.join('') ?? '', /已开通/u)
    assert.equal(await says(`开通 评议群 ${code(panel)}`, { now: sunday + codeLifetime }), null)
    assert.equal(await kindOf('r1'), null)
  })

  it('wants a room’s code in the room', async () => {
    assert.match((await says(`开通 村民群 ${code(villagers)}`, { room: null }))?.join('') ?? '', /在群里说/u)
    assert.match((await says(`开通 村民群 ${code(villagers)}`))?.join('') ?? '', /已开通/u)
  })

  it('is silent after five wrong codes of a speaker in an hour, also to the right one', async () => {
    for (let time = 0; time < 5; time += 1) {
      assert.match((await says(`开通 村民群 ${wrongCode(code(villagers))}`))?.join('') ?? '', /口令不对/u)
    }
    assert.deepEqual(await says(`开通 村民群 ${code(villagers)}`), [])
    assert.equal(await kindOf('r1'), null)
    assert.match((await says(`开通 村民群 ${code(villagers)}`, { speaker: 'another' }))?.join('') ?? '', /已开通/u)
    assert.match((await says(`开通 评议群 ${code(panel)}`, { now: sunday + HOUR }))?.join('') ?? '', /已开通/u)
  })

  it('is silent when many speakers guess', async () => {
    for (let time = 0; time < 30; time += 1) await says(`开通 村民群 ${wrongCode(code(villagers))}`, { speaker: `s${String(time)}` })
    assert.deepEqual(await says(`开通 村民群 ${code(villagers)}`, { speaker: 'fresh' }), [])
  })

  it('binds the first bookkeeper by a private claim, once', async () => {
    assert.match(
      (await says(`认领 罗秀珍 ${code(luo)}`, { room: null }))?.join('') ?? '',
      /罗秀珍，认领好了，您是幸福村的管理人员[^]*随时发“我要退出积分”/u,
    )
    assert.equal(await personOf('op'), 'luo')
    assert.match((await says(`认领 罗秀珍 ${code(luo)}`, { room: null, speaker: 'thief' }))?.join('') ?? '', /口令不对/u)
    assert.equal(await personOf('thief'), null)
  })

  it('binds nobody else by that code', async () => {
    assert.match((await says(`认领 周大山 ${code(luo)}`, { room: null }))?.join('') ?? '', /口令不对/u)
    assert.match((await says(`认领 没有人 ${code(luo)}`, { room: null }))?.join('') ?? '', /口令不对/u)
    assert.equal(await personOf('op'), null)
  })

  it('burns a claim that was said in a room', async () => {
    assert.match((await says(`认领 罗秀珍 ${code(luo)}`))?.join('') ?? '', /已作废/u)
    assert.equal(await personOf('op'), null)
    assert.match((await says(`认领 罗秀珍 ${code(luo)}`, { room: null }))?.join('') ?? '', /口令不对/u)
    assert.deepEqual(await says(`认领 罗秀珍 ${wrongCode(code(luo))}`), [], 'a wrong claim in a room is not answered there')
  })

  it('keeps earlier codes good when new ones are printed at a start', async () => {
    const [again] = await database.lane.unit('happy', (stores) => issueCodes(stores, [{ room: 'villagers' }], sunday + HOUR, newId))
    assert.ok(again)
    assert.match((await says(`开通 村民群 ${code(villagers)}`))?.join('') ?? '', /已开通/u)
    assert.match((await says(`开通 村民群 ${again.code}`, { room: 'r2' }))?.join('') ?? '', /口令不对/u, 'all are used up together')
  })

  it('prints at a start what is still to be said, and nothing when nothing is', async () => {
    const onChannel = { ...database, channel: account.channel, newId }
    const grant = { role: 'bookkeeper', scope: 'village', scopeId: null, from: '2026-11-22', until: null } as const
    await database.lane.unit('happy', ({ register }) => register.grant({ ...grant, person: 'luo' }, 'luo', sunday))
    const lines = (await missingCodes(onChannel, sunday)).filter((line) => line.startsWith('幸福村：'))
    assert.equal(lines.length, 4)
    for (const line of lines) {
      const [, saying = ''] = /“(.*)”$/u.exec(line) ?? []
      const room = saying.startsWith('认领') ? null : `room of ${saying}`
      assert.match((await says(saying, { room, speaker: 'luo-phone' }))?.join('') ?? '', /已开通|认领好了/u, line)
    }
    assert.deepEqual(
      (await missingCodes(onChannel, sunday)).filter((line) => line.startsWith('幸福村：')),
      [],
    )
    assert.equal((await missingCodes({ ...onChannel, channel: 'another' }, sunday)).filter((line) => line.startsWith('幸福村：')).length, 4)
  })

  it('makes codes that cannot be foretold', async () => {
    const issued = await database.lane.unit('happy', (stores) =>
      issueCodes(
        stores,
        Array.from({ length: 200 }, (_, n) => ({ person: String(n) })),
        sunday,
        newId,
      ),
    )
    assert.ok(issued.every((one) => /^\d{6}$/u.test(one.code)))
    assert.ok(new Set(issued.map((one) => one.code)).size > 195)
  })
})
