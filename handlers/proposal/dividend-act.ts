import { z } from 'zod'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import * as texts from '../../texts/periods/dividend.ts'
import { calculate, resolutionOf, viewOf } from '../dividend/calculation.ts'
import { act } from './act.ts'

/** 分配方案 (PH-3, PH-4): two cadres agree; it is published as a notice, each household reads its own part in private. */
export const dividendAct = act({
  room: 'cadres',
  mayPropose: ['secretary', 'bookkeeper'],
  mayConfirm: ['secretary', 'bookkeeper', 'township'],
  payload: z.object({ pool: z.string(), fen: z.int(), year: z.string(), points: z.int(), households: z.int() }),
  async carryOut({ pool: code, fen, year, points, households }, { number }, { stores, scheme, now }): Promise<readonly Reply[]> {
    const pool = scheme.pools.find((one) => one.code === code) ?? refuse(texts.noPool)
    const before = await stores.shares.dividendOf(code, year)
    if (before) return refuse(texts.alreadyThere(pool.title, year, before.number))
    const resolution = resolutionOf(scheme)
    const calculation = await calculate(pool, fen, year, scheme, stores)
    if (calculation.points !== points || calculation.portions.length !== households) return refuse(texts.changedSince)
    const window = noticeWindow(dateOf(now), scheme.notice.days, holidays)
    await stores.shares.openDividend({ number, pool: code, title: pool.title, year, fen, points, ...window }, calculation.portions)
    const view = viewOf(calculation, pool, year, () => '')
    const heads = new Map((await stores.register.households()).map(({ id, head }) => [id, head]))
    return [
      inRoom('villagers', texts.dividendNotice(view, number, resolution, window), number),
      ...calculation.portions.flatMap((portion) => {
        const head = heads.get(portion.household) ?? null
        return head === null
          ? []
          : [privately(head, texts.partForYou(pool.title, year, portion.points, portion.fen, window.lastDay), number)]
      }),
    ]
  },
})
