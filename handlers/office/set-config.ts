import { refuse } from '../../models/outcome.ts'
import { cadresOnly, schemeNumber } from '../../texts/office/office.ts'
import { command } from '../command.ts'
import { enrolHousehold } from '../household/enrol-household.ts'
import { setCategory } from '../household/set-category.ts'
import { setCustody } from '../household/set-custody.ts'
import { setPlan } from '../household/set-plan.ts'
import { pauseVillage } from './pause.ts'
import { groundIn, groundWords, setGround } from './set-ground.ts'

/** 设置: how loud the bot is, and what is set for one household, by a word; the scheme's numbers are the village's own and cannot. */
export const setConfig = command({
  intent: 'set_config',
  words: ['户计划', '托管', '登记常住户', ...groundWords],
  examples: ['设置安静时间', '把公示期改成7天', '登记常住户 2组 韦小明', '户计划 赵福贵', '登记住镇 王秀英'],
  role: ['secretary', 'bookkeeper'],
  refusal: cadresOnly,
  help: '设置安静时间｜登记常住户 2组 姓名｜登记住镇 姓名｜户计划 姓名（私聊）｜托管 姓名 由 姓名（私聊）',
  async handle(slots, context) {
    switch (slots.kind) {
      case 'quiet':
        return pauseVillage.handle(slots, context)
      case 'household_category':
        return setCategory(context)
      case 'household_standing':
        return enrolHousehold(context)
      case 'household_plan':
        return setPlan(context)
      case 'custody':
        return setCustody(context)
      default: {
        const ground = groundIn(context.line)
        return ground === null ? refuse(schemeNumber) : setGround(ground, slots, context)
      }
    }
  },
})
