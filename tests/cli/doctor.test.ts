import assert from 'node:assert/strict'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { holidayFindings, lawFindings } from '../../cli/doctor/agreement.ts'
import { clockFindings, nodeFindings, spaceFinding } from '../../cli/doctor/machine.ts'
import { installed, puppetFindings } from '../../cli/doctor/puppet.ts'
import { run as doctor } from '../../cli/doctor.ts'
import { run as init } from '../../cli/init.ts'
import type { Io } from '../../cli/io.ts'
import { instantOf } from '../../models/dates.ts'
import { lawCodes, loadLaw } from '../../rules/law.ts'
import { openFolder, within } from './data.ts'
import { csvOf, partyCheck, soundRoster, sunday, Terminal } from './terminal.ts'

const DAY = 86_400_000

/** Runs statements on the file itself, as somebody with a database tool would. */
function tamper(file: string, ...statements: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file)
    opened.exec(statements.join(';\n'), (failed) => {
      opened.close((error) => {
        const problem = failed ?? error
        if (problem) reject(problem)
        else resolve()
      })
    })
  })
}

describe('doctor', () => {
  let terminal: Terminal

  beforeEach(async () => {
    terminal = await Terminal.open()
  })

  afterEach(() => terminal.close())

  /** what it says, and its exit code as the first line */
  async function examine(outside: { env?: Io['env']; now?: number } = {}): Promise<string> {
    terminal.out.length = 0
    const code = await doctor([], terminal.io(outside))
    return [`exit ${String(code)}`, ...terminal.out].join('\n')
  }

  async function found(): Promise<string> {
    const roster = terminal.path('花名册.csv')
    await writeFile(roster, csvOf(soundRoster))
    const officers = ['--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元', '--supervisors', '孙建国', ...partyCheck]
    const args = ['--roster', roster, '--scheme', 'shifan', '--name', '幸福村', ...officers, '--yes']
    assert.equal(await init(args, terminal.io()), 0, terminal.err.join('\n'))
    return join(terminal.dataDir, 'xiangyue.sqlite')
  }

  it('on a fresh machine says what to run, makes nothing and ends with 0', async () => {
    const said = await examine()
    assert.match(said, /^exit 0$/mu)
    assert.match(said, /^注意\t还没有数据库：试用请运行 npm start（示范村），正式建村请运行 npm run xiangyue -- init$/mu)
    assert.match(said, /^注意\t法定人数按2018年文本，2026年1月1日新法已施行，请乡镇司法所核对$/mu)
    await assert.rejects(access(terminal.dataDir), { code: 'ENOENT' })
  })

  it('says every line in one of three ways, and counts them', async () => {
    await found()
    const said = (await examine()).split('\n')
    const lines = said.filter((line) => !line.startsWith('——')).slice(1, -1)
    assert.deepEqual(
      lines.filter((line) => !/^(?:好|注意|坏)\t.*[^。]$/u.test(line)),
      [],
    )
    assert.equal(said.at(-1), `没有坏的，注意${String(lines.filter((line) => line.startsWith('注意')).length)}处。`)
  })

  it('on a founded village names what is still to be done', async () => {
    await found()
    const said = await examine({ env: { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'token' } })
    assert.match(said, /^exit 0$/mu)
    assert.match(said, /^好\t通道 wechaty-puppet-service 装好了/mu)
    assert.match(said, /^注意\t还没有开通：村民群、评议群、干部群/mu)
    assert.match(said, /^注意\t会计和评议员里有3人还没有绑定微信/mu)
    assert.match(said, /^注意\t还没有备份/mu)
    assert.match(said, /^好\t台账0笔/mu)
    assert.match(said, /^好\t办法 .*第1版，依据：党支部陈国栋11月18日把关/mu)
  })

  it('is content when rooms are tied and officers bound', async () => {
    await found()
    await within(terminal.dataDir, async ({ lane, reader }) => {
      const [village] = await reader.villages()
      await lane.unit(village?.id ?? '', async ({ contacts, register }) => {
        const place = { channel: 'wechaty-puppet-service', account: 'bot' }
        for (const kind of ['villagers', 'panel', 'cadres'] as const) await contacts.bindRoom({ ...place, room: kind, kind }, sunday)
        for (const person of await register.people())
          await contacts.bind({ ...place, contact: person.id, person: person.id }, person.id, sunday)
      })
    })
    const said = await examine({ env: { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'token' } })
    assert.match(said, /^好\t村民群、评议群、干部群都已开通$/mu)
    assert.match(said, /^好\t会计、评议员（2户）、监督员、管机器的人都有，都绑定了$/mu)
    const elsewhere = await examine({ env: { WECHATY_PUPPET: 'wechaty-puppet-mock' } })
    assert.match(elsewhere, /^注意\t还没有开通：村民群/mu, 'rooms of another channel do not count')
  })

  it('reads beside a bot that holds the folder', async () => {
    await found()
    const bot = await openFolder(terminal.dataDir)
    try {
      const said = await examine()
      assert.match(said, /^exit 0$/mu)
      assert.match(said, /^好\t机器人正在运行/mu)
      assert.match(said, /^好\t台账0笔/mu)
      const [village] = await bot.reader.villages()
      await bot.lane.unit(village?.id ?? '', ({ village: own }) => own.touch())
    } finally {
      await bot.close()
    }
    assert.match(await examine(), /^注意\t机器人没有在运行/mu)
  })

  it('names jobs that are overdue, and worse when the bot runs', async () => {
    await found()
    const now = sunday + 40 * DAY
    assert.match(
      await examine({ now }),
      /^注意\t有\d+个任务到期没有做（.*close-notices.*最早2026-1\d-\d\d \d\d:\d\d）；启动机器人后会补做$/mu,
    )
    const bot = await openFolder(terminal.dataDir)
    try {
      // the real village's jobs are run only on a real channel
      const onChannel = await examine({ now, env: { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'token' } })
      assert.match(onChannel, /^exit 1$/mu)
      assert.match(onChannel, /^坏\t有\d+个任务到期没有做/mu)
      assert.match(await examine({ now }), /^注意\t有\d+个任务到期没有做/mu)
    } finally {
      await bot.close()
    }
  })

  it('names lines that could not be said or wait', async () => {
    const file = await found()
    await within(terminal.dataDir, async ({ lane, reader }) => {
      const [village] = await reader.villages()
      const line = {
        cause: 'job:x:1',
        channel: 'c',
        account: 'a',
        room: 'r',
        contact: null,
        text: '话',
        file: null,
        about: null,
        notBefore: 0,
      }
      await lane.unit(village?.id ?? '', ({ outbox }) =>
        outbox.put([
          { ...line, order: 0 },
          { ...line, order: 1 },
        ]),
      )
    })
    await tamper(file, `UPDATE outbox SET state = 'failed', changed_at = ${String(sunday - DAY)} WHERE line = 0`)
    const said = await examine()
    assert.match(said, /^注意\t近7天有1条话没有发出去/mu)
    assert.match(said, /^注意\t有1条话等着发；启动机器人后会发出去$/mu)
  })

  it('names a backup that is old', async () => {
    await found()
    await within(terminal.dataDir, async ({ lane, reader }) => {
      const [village] = await reader.villages()
      await lane.unit(village?.id ?? '', async ({ jobRuns }) => {
        await jobRuns.start('backup', '2026-11-22', sunday, sunday)
        await jobRuns.finish('backup', '2026-11-22', '好', sunday)
      })
    })
    assert.match(await examine({ now: sunday + DAY }), /^好\t上次备份是2026-11-22$/mu)
    assert.match(await examine({ now: sunday + 9 * DAY }), /^注意\t上次备份是2026-11-22，已过9天，请再备份$/mu)
  })

  it('names a ledger that somebody changed, and a guard that is missing', async () => {
    const file = await found()
    await within(terminal.dataDir, async ({ lane, reader }) => {
      const [village] = await reader.villages()
      await lane.unit(village?.id ?? '', async ({ ledger }) => {
        const from = await ledger.account('main', 'point', 'source', 'scheme')
        const to = await ledger.account('main', 'point', 'household', 'h')
        const postings = [
          { account: from.id, book: 'main', amount: -4 },
          { account: to.id, book: 'main', amount: 4 },
        ]
        await ledger.post({ cause: 'report:1001', kind: 'award', at: sunday, actor: 'x', edition: 1, postings, text: '' })
      })
    })
    const guard = "CREATE TRIGGER posting_refuses_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'kept'); END"
    await tamper(file, 'DROP TRIGGER posting_refuses_update', 'UPDATE posting SET amount = 400 WHERE amount = 4')
    const bare = await examine()
    assert.match(bare, /^exit 1$/mu)
    assert.match(bare, /^坏\t台账的防改触发器缺失（posting_refuses_update）/mu)
    await tamper(file, guard)
    const changed = await examine()
    assert.match(changed, /^exit 1$/mu)
    assert.match(changed, /^坏\t台账有[1-9]\d*处、案卷有\d+处对不上（.*）；请停下机器人，从备份恢复/mu)
  })

  it('names data of a newer program, data to be brought up to date, and what is no database', async () => {
    const file = await found()
    await tamper(file, "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')")
    assert.match(await examine(), /^坏\t数据是用更新的版本建的，这个版本读不了；请升级程序$/mu)
    await tamper(file, 'DELETE FROM migrations')
    assert.match(await examine(), /^注意\t数据表还差\d+步升级，下次启动会自己做/mu)
    await writeFile(file, 'not a database at all, but long enough to have a header of its own'.repeat(20))
    await Promise.all(['-wal', '-shm'].map((end) => writeFile(file + end, '')))
    const said = await examine()
    assert.match(said, /^exit 1$/mu)
    assert.match(said, /^坏\t「.*」里的 xiangyue\.sqlite 不是数据库，或者已经损坏/mu)
  })

  it('names a folder that is none, and settings that are wrong', async () => {
    await mkdir(terminal.folder, { recursive: true })
    await writeFile(terminal.dataDir, 'a file where the folder should be')
    assert.match(await examine(), /^坏\t数据文件夹「.*」不能写（ENOTDIR）；请改文件夹权限，或用 DATA_DIR/mu)
    const said = await examine({ env: { PORT: 'abc' } })
    assert.match(said, /^坏\t设置不对：PORT 要是/mu)
    assert.match(said, /^exit 1$/mu)
  })

  it('names a database server that is not there', async () => {
    const said = await examine({ env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' } })
    assert.match(said, /^坏\t连不上 PostgreSQL（ECONNREFUSED）/mu)
  })

  it('names a village that is younger than the clock', async () => {
    await found()
    assert.match(await examine({ now: sunday - DAY }), /^坏\t村是2026-11-22建的，比电脑时钟还晚；请校准时钟$/mu)
  })

  it('names offices that nobody holds', async () => {
    const file = await found()
    await tamper(
      file,
      "DELETE FROM role_grant WHERE role IN ('bookkeeper', 'supervisor', 'operator')",
      "DELETE FROM role_grant WHERE role = 'reviewer' AND seq = (SELECT MAX(seq) FROM role_grant WHERE role = 'reviewer')",
    )
    const said = await examine()
    assert.match(said, /^exit 1$/mu)
    assert.match(said, /^坏\t没有会计/mu)
    assert.match(said, /^注意\t评议员只来自一户/mu)
    assert.match(said, /^注意\t没有监督员/mu)
    await tamper(file, "DELETE FROM role_grant WHERE role = 'reviewer'")
    assert.match(await examine(), /^坏\t没有评议员/mu)
  })

  it('wants no arguments', async () => {
    await assert.rejects(doctor(['--fix'], terminal.io()), /doctor 不需要参数/u)
  })

  const level = (findings: readonly { readonly level: string }[]) => findings.map((finding) => finding.level).join('')

  it('knows which Node.js is old enough', () => {
    for (const [version, expected] of [
      ['v20.19.0', '好'],
      ['v20.18.9', '坏'],
      ['v18.20.0', '坏'],
      ['v22.1.0', '好'],
      ['v24.0.0', '好'],
    ] as const) {
      assert.equal(level(nodeFindings(version)), expected, version)
    }
  })

  it('knows which clock cannot be true', () => {
    assert.equal(level(clockFindings(instantOf('2025-12-31', '23:59'), 'Asia/Shanghai')), '坏')
    assert.equal(level(clockFindings(instantOf('2026-01-01'), 'Asia/Shanghai')), '好')
    assert.match(clockFindings(sunday, 'UTC')[0]?.text ?? '', /时区是UTC，不要紧/u)
  })

  it('knows when the disk is full', () => {
    const mib = 1024 * 1024
    assert.deepEqual(
      [99, 100, 1023, 1024].map((free) => spaceFinding(free * mib).level),
      ['坏', '注意', '注意', '好'],
    )
  })

  it('prints the caution until a person has confirmed the new law', () => {
    const laws = lawCodes().map(loadLaw)
    assert.equal(lawFindings('2026-11-22')[0]?.text, '法定人数按2018年文本，2026年1月1日新法已施行，请乡镇司法所核对')
    assert.equal(level(lawFindings('2025-06-01', laws)), '好', 'the old law was confirmed in its time')
    const confirmed = laws.filter(({ code }) => code !== 'cn-2025')
    assert.equal(level(lawFindings('2026-11-22', confirmed)), '好')
  })

  it('asks for the next year’s holidays from November on', () => {
    const published = new Set(['2026'])
    assert.equal(level(holidayFindings('2026-10-31', { published })), '好')
    assert.equal(level(holidayFindings('2026-11-01', { published })), '注意')
    assert.equal(level(holidayFindings('2027-01-01', { published })), '注意')
    assert.equal(level(holidayFindings('2026-12-01', { published: new Set(['2026', '2027']) })), '好')
  })

  it('knows what each channel needs', () => {
    const all = () => true
    const none = () => false
    assert.equal(level(puppetFindings('local', {}, 0)), '好')
    assert.equal(level(puppetFindings('local', {}, 1)), '注意')
    assert.equal(level(puppetFindings('wecom', {}, 1, none)), '坏坏坏')
    assert.equal(level(puppetFindings('wecom', { WECOM_BOT_ID: 'a', WECOM_BOT_SECRET: 'b' }, 1, all)), '好')
    assert.match(
      puppetFindings('wechaty-puppet-padlocal', {}, 1, none)[0]?.text ?? '',
      /没有安装通道 wechaty-puppet-padlocal；请运行 npm install/u,
    )
    assert.equal(level(puppetFindings('wechaty-puppet-padlocal', {}, 1, all)), '注意')
    assert.equal(level(puppetFindings('wechaty-puppet-padlocal', { WECHATY_PUPPET_PADLOCAL_TOKEN: 'x' }, 1, all)), '好')
    assert.equal(level(puppetFindings('wechaty-puppet-service', { WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:1' }, 1, all)), '好')
    assert.equal(level(puppetFindings('wechaty-puppet-service', { WECHATY_PUPPET_SERVICE_TOKEN: '' }, 1, all)), '坏')
    assert.deepEqual([installed('wechaty-puppet-service'), installed('wechaty-puppet-nobody')], [true, false])
  })
})
