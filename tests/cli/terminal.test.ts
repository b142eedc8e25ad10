import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { openTerminal } from '../../cli/init/terminal.ts'

describe('the terminal', () => {
  it('takes lines typed ahead, in order, and null when it is left', async () => {
    const input = new PassThrough()
    const output = new PassThrough()
    const prompt = openTerminal(input, output)
    input.write('一\n 二 \n')
    assert.equal(await prompt.ask('甲：'), '一')
    assert.equal(await prompt.ask('乙：'), '二')
    const third = prompt.ask('丙：')
    input.write('三\n')
    assert.equal(await third, '三')
    const left = prompt.ask('丁：')
    input.end()
    assert.equal(await left, null)
    assert.equal(await prompt.ask('戊：'), null)
    prompt.close()
    assert.match(String(output.read()), /甲：.*乙：.*丙：.*丁：/su)
  })
})
