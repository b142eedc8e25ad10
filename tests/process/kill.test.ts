import { KillDrill } from '../faults/killing.ts'
import { seedOf } from '../faults/random.ts'

describe('kill -9 while seven people speak', function () {
  this.timeout(60_000)
  let drill: KillDrill
  before(() => {
    drill = new KillDrill(seedOf('KILL_SEED'))
  })
  after(() => drill.end())

  for (const cut of ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']) {
    it(`keeps every acknowledged case once after the ${cut} cut`, async () => {
      await drill.kill()
    })
  }

  it('answers every message in the end, and those delivered again as before', async () => {
    console.log(`    ${await drill.settle()}`)
  })
})
