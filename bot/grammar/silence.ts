import { addressed } from './evidence.ts'
import { pattern } from './pattern.ts'
import type { Rule } from './rule.ts'

const SYSTEM = pattern(
  '^\\[(?:语音通话|视频通话|红包|转账|位置|名片|小程序|动画表情|聊天记录|链接|收藏)|撤回了一条消息|^https?:|^(?:收到红包|领取了)|邀请.{1,20}加入|拍了拍|^@所有人',
)
const VOICE = /^\[语音\]/u

/** What nobody says to the bot: system lines, media alone, quotes of people that only agree, forwarded texts. */
export const silenceRules: readonly Rule[] = [
  { name: 'system line', read: (speech) => (SYSTEM.test(speech.raw) ? { intent: 'ignore', slots: {} } : null) },
  {
    name: 'voice without words',
    read: (speech) =>
      VOICE.test(speech.raw) && speech.raw.replace(/\[语音\]|[\s\d'"′″秒]/gu, '') === ''
        ? { intent: 'ambiguous', slots: { ask: 'text' } }
        : null,
  },
  {
    name: 'nothing but signs',
    read: (speech) => (/^[I ]*$/u.test(speech.mask) && speech.card === null ? { intent: 'ignore', slots: {} } : null),
  },
  {
    name: 'answer to a person',
    read: (speech) => {
      if (speech.card === null || speech.card.byBot) return null
      const agrees = pattern(
        '^(?:我|我也|也|都|俺)?(?:同意|通过|反对|不同意|不通过|可以|行|好|好的|中|要得|没问题|批准|准|ok|支持|赞成|不行|驳回|辛苦.*|对|是的|收到)*$',
      ).test(speech.mask)
      return agrees ? { intent: 'ignore', slots: speech.role === 'villager' ? {} : { target: 'non_bot_quote' } } : null
    },
  },
  {
    name: 'forwarded text',
    read: (speech) =>
      speech.mask.length > 300 &&
      !addressed(speech) &&
      !/接龙/u.test(speech.mask.slice(0, 60)) &&
      !/^(?:报|申报|代报|异议|建议|\d)/u.test(speech.mask)
        ? { intent: 'ignore', slots: {} }
        : null,
  },
]
