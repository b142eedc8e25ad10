import { refuse } from '../../models/outcome.ts'
import { here } from '../../models/reply.ts'
import { rollUp, villageFigures } from '../../rules/outlook/roll-up.ts'
import { cadresOnly } from '../../texts/office/office.ts'
import { filesElsewhere, rollUpText } from '../../texts/periods/roll-up.ts'
import { command } from '../command.ts'

/** 积分汇总 (GY-11): the village's part of the city's figures, out of the ledger. */
export const showFigures = command({
  intent: 'export',
  words: ['积分汇总'],
  examples: ['积分汇总', '导出积分汇总表'],
  role: ['secretary', 'bookkeeper', 'township'],
  refusal: cadresOnly,
  help: '积分汇总',
  async handle(_slots, { stores, scheme, line }) {
    if (!/汇总|总数/u.test(line)) return refuse(filesElsewhere)
    return [here(rollUpText(rollUp([await villageFigures(stores, scheme)])))]
  },
})
