import { KillDrill } from './killing.ts'
import { randomFrom, seedOf } from './random.ts'

const villages = 15
const kills = 10

describe(`kill -9, ${String(villages * kills)} times`, () => {
  const random = randomFrom(seedOf('KILL_SEED'))

  for (let village = 1; village <= villages; village += 1) {
    it(`village ${String(village)} keeps every acknowledged case once through ${String(kills)} cuts, and answers every message`, async () => {
      const drill = new KillDrill(Math.floor(random() * 1_000_000))
      try {
        for (let kill = 0; kill < kills; kill += 1) await drill.kill()
        console.log(`      ${await drill.settle()}`)
      } finally {
        await drill.end()
      }
    })
  }
})
