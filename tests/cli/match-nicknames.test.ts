import assert from 'node:assert/strict'
import { proposeBindings, type RoomMember, type Known } from '../../handlers/binding/match-nicknames.ts'

const register: readonly Known[] = [
  { person: 'wang', name: '王秀英', called: ['秀英婶'], group: 2 },
  { person: 'zhou', name: '周大山', called: ['老周'], group: 1 },
  { person: 'zhang2', name: '张桂兰', called: [], group: 2 },
  { person: 'zhang4', name: '张桂兰', called: ['张老师'], group: 4 },
  { person: 'li', name: '李芳', called: [], group: 3 },
  { person: 'li2', name: '李芳芳', called: [], group: 3 },
  { person: 'ayi', name: '阿依古丽·买买提', called: [], group: 12 },
  { person: 'qin', name: '覃丽', called: [], group: null },
]

const member = (roomName: string, name = ''): RoomMember => ({ contact: 'c', name, roomName })

/** nickname in the room → the person proposed, the people it could be (unclear), or nobody */
const table: readonly (readonly [string, string | readonly string[] | null])[] = [
  ['王秀英', 'wang'],
  ['2组王秀英', 'wang'],
  ['二组 王秀英', 'wang'],
  ['第二村民小组-王秀英', 'wang'],
  ['王秀英2组', 'wang'],
  ['王秀英（2组）', 'wang'],
  ['２组王秀英', 'wang'],
  ['王秀英-村民', 'wang'],
  ['村民王秀英', 'wang'],
  ['秀英(王秀英)', 'wang'],
  ['🌸王秀英🌸', 'wang'],
  ['  王秀英  ', 'wang'],
  ['王秀英\u200b', 'wang'],
  ['幸福村王秀英', 'wang'],
  ['A王秀英13800138000', 'wang'],
  ['老周', 'zhou'],
  ['秀英婶', 'wang'],
  ['阿依古丽·买买提', 'ayi'],
  ['十二组阿依古丽·买买提', 'ayi'],
  ['李芳', 'li'],
  ['李芳芳', 'li2'],
  ['覃丽', 'qin'],
  ['2组张桂兰', 'zhang2'],
  ['张桂兰4组', 'zhang4'],
  ['张老师', 'zhang4'],
  ['张桂兰', ['zhang2', 'zhang4']],
  ['3组张桂兰', ['zhang2', 'zhang4']],
  ['3组王秀英', ['wang']],
  ['王秀英的女儿', ['wang']],
  ['王秀英 妈妈', ['wang']],
  ['周大山家', ['zhou']],
  ['王秀英开心每一天', ['wang']],
  ['王秀英/周大山', ['wang', 'zhou']],
  ['秀英', ['wang']],
  ['开心每一天', null],
  ['AAA建材批发', null],
  ['', null],
]

describe('nicknames of a room', () => {
  for (const [nickname, expected] of table) {
    it(`${JSON.stringify(nickname)} → ${expected === null ? 'nobody' : String(expected)}`, () => {
      const { proposed, unclear } = proposeBindings([member(nickname)], register)
      if (expected === null) assert.deepEqual([...proposed, ...unclear], [])
      else if (typeof expected === 'string')
        assert.deepEqual({ people: proposed.map(({ person }) => person), unclear }, { people: [expected], unclear: [] })
      else
        assert.deepEqual(
          { proposed, people: unclear.map(({ people }) => people.toSorted()) },
          { proposed: [], people: [expected.toSorted()] },
        )
    })
  }

  it('takes the contact’s own name when the room’s nickname says nothing', () => {
    assert.deepEqual(proposeBindings([member('快乐老家', '王秀英')], register).proposed, [
      { contact: 'c', shown: '王秀英', person: 'wang' },
    ])
  })

  it('asks when the two names are two people', () => {
    const { proposed, unclear } = proposeBindings([member('王秀英', '周大山')], register)
    assert.deepEqual([proposed, unclear[0]?.people], [[], ['wang', 'zhou']])
  })

  it('lets nobody be two members', () => {
    const { proposed, unclear } = proposeBindings(
      [
        { contact: 'a', name: '', roomName: '王秀英' },
        { contact: 'b', name: '', roomName: '2组王秀英' },
        { contact: 'c', name: '', roomName: '老周' },
      ],
      register,
    )
    assert.deepEqual(proposed, [{ contact: 'c', shown: '老周', person: 'zhou' }])
    assert.deepEqual(
      unclear.map(({ contact }) => contact),
      ['a', 'b'],
    )
  })
})
