import { openDatabase } from '../../models/db/open-database.ts'
import { log, openReport, settle, withCounters } from './village-data.ts'

/** Holds a data folder until it is killed, with one case in it: the other process of the tests of opening. */
const database = await openDatabase(withCounters({ dataDir: process.argv[2] ?? '', log }))
await settle(database)
await database.lane.unit('v1', openReport)
process.stdout.write('held\n')
setInterval(() => undefined, 1000)
