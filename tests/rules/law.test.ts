import assert from 'node:assert/strict'
import { lawCodes, lawConfirmed, loadLaw, peopleNeeded } from '../../rules/law.ts'

describe('law', () => {
  it('ships the text of 2018 and the amended one', () => {
    assert.deepEqual(lawCodes(), ['cn-2018', 'cn-2025'])
    assert.throws(() => loadLaw('cn-1998'), /现有：cn-2018、cn-2025/u)
  })

  it('leaves no number of the amended law confirmed', () => {
    assert.ok(lawConfirmed(loadLaw('cn-2018')))
    const amended = loadLaw('cn-2025')
    assert.ok(!lawConfirmed(amended))
    assert.ok(!JSON.stringify(amended).includes('"confirmed"'))
    assert.equal(amended.inForceFrom, loadLaw('cn-2018').replacedFrom)
  })

  it('counts the representatives’ meeting by its members', () => {
    const meeting = loadLaw('cn-2018').bodies['representatives-meeting']
    const [quorum] = meeting?.quorum ?? []
    assert.ok(meeting && quorum)
    assert.equal(peopleNeeded(quorum, 21), 14)
    assert.equal(peopleNeeded(quorum, 26), 18)
    assert.equal(peopleNeeded(meeting.passes, 15), 8)
    assert.equal(peopleNeeded(meeting.passes, 14), 8)
  })

  it('gives every place its notice rules', () => {
    const { notices } = loadLaw('cn-2018')
    const days = Object.entries(notices).map(([place, { postDays, answerDays }]) => [place, postDays?.value, answerDays.value])
    assert.deepEqual(days, [
      ['默认', 10, 3],
      ['山东', 5, 5],
      ['重庆', 10, 3],
      ['上海', undefined, 15],
      ['浙江', undefined, 15],
    ])
  })
})
