import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { run as doctor } from '../../cli/doctor.ts'
import { run as init } from '../../cli/init.ts'
import { newPostgresUrl } from '../db/postgres.ts'
import { csvOf, partyCheck, soundRoster, Terminal } from './terminal.ts'

describe('init and doctor on PostgreSQL', () => {
  let terminal: Terminal

  beforeEach(async () => {
    terminal = await Terminal.open()
  })

  afterEach(() => terminal.close())

  it('found a village and find it well', async () => {
    const env = { DATABASE_URL: await newPostgresUrl() }
    assert.equal(await doctor([], terminal.io({ env })), 0, terminal.out.join('\n'))
    assert.match(terminal.out.join('\n'), /^注意\t数据库里还没有村/mu)
    const roster = terminal.path('花名册.csv')
    await writeFile(roster, csvOf(soundRoster))
    const officers = ['--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元', '--supervisors', '孙建国', ...partyCheck]
    const args = ['--roster', roster, '--scheme', 'shifan', '--name', '幸福村', ...officers, '--yes']
    assert.equal(await init(args, terminal.io({ env })), 0, terminal.err.join('\n'))
    terminal.out.length = 0
    assert.equal(await doctor([], terminal.io({ env })), 0, terminal.out.join('\n'))
    const said = terminal.out.join('\n')
    assert.match(said, /^好\t数据库打得开（PostgreSQL）$/mu)
    assert.match(said, /^好\t台账的防改触发器都在$/mu)
    assert.match(said, /^—— 幸福村$/mu)
    assert.match(said, /^好\t台账0笔/mu)
    assert.match(said, /^好\t该说的话都发出去了$/mu)
  })
})
