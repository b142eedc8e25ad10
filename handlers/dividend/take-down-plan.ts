import type { Dividend } from '../../models/share.ts'
import * as texts from '../../texts/periods/dividend.ts'
import type { Context } from '../command.ts'

/** Takes 分配方案 out of its notice before anything is paid, on record for the supervisors; answers what the village is told. */
export async function takeDownPlan({ number, title, year }: Dividend, why: string | null, context: Context): Promise<string> {
  const { stores, speaker, now } = context
  await stores.shares.setDividendState(number, 'stopped')
  await stores.audit.write({ at: now, actor: speaker.person.id, action: 'stop', number, from: null, to: null, detail: why })
  return texts.dividendStopped(title, year, number)
}
