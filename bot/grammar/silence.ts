import type { IntentName } from '../../models/intent.ts'
import { addressed } from './deeds/evidence.ts'
import type { Speech } from './line.ts'
import { pattern } from './pattern.ts'
import type { Read, Rule } from './rule.ts'

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
    read: (speech) =>
      /^[I ]*$/u.test(speech.mask) &&
      speech.card === null &&
      !(speech.atBot && speech.mask === '' && speech.raw !== '' && speech.signs === '')
        ? { intent: 'ignore', slots: {} }
        : null,
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

/** what happens in shops, offices, schools, games and telephones: the bot's words stand there in another sense */
const FOREIGN = pattern(
  '平台|退款|客服|商家|网购|订单|下单|驾校|学车|科目[一二三四]|驾照|个税|房贷|贷款|彩票|兑奖|刮刮乐|验证码|充值|话费|流量包|vip|会员|王者|吃鸡|排位|副本|主播|股票|基金(?!会)|中考|高考|期末|月考|自考|小程序|淘宝|京东|拼多多|美团|抖音|快手|月薪|招聘|招工|进厂|报销|公积金|社保卡|医保码|低保|贫困户名单|身份证|护照|签证|车票|机票|动车|高铁|电影|电视|演唱会|球赛|广场舞|麻将|斗地主|火锅|烧烤|喝酒|喝两杯|酒席|吃席|作业|班主任|家长群|班级|辅导班|补习|培训班|快递|外卖|滴滴|顺风车|微商|代购|团购|拼单|房租|物业|装修|空调|冰箱|洗衣机|宽带|网线|电脑|账号|密码|软件|下载|更新|系统升级|群主|拉黑|好友|朋友圈|红包|砍一刀|助力|退货|退钱|发货|蜂蜜水|奶茶|相亲|离婚|结婚证|选民证|人大代表',
)
/** intents whose words speak for themselves whatever stands beside them */
const SELF_EVIDENT: ReadonlySet<IntentName> = new Set<IntentName>([
  'report',
  'report_proxy',
  'report_violation',
  'multi',
  'object',
  'suggest',
])
/** what is said of points themselves */
const OF_POINTS = pattern('那单|这单|单子|积分|申报|公示|评议|待审|{much}分|S|C')
/** an act that was only meant, or that nearly happened */
const UNDONE = pattern(
  '本来(?:想|要|打算|准备|是想|(?:讲|说|约|定)好)|睡过头|起晚了|没起得来|原本(?:想|要|打算)|原想|差点(?:就)?|要不是|早知道|还没想好|想想(?:还是)?算了',
)
const ACTS: ReadonlySet<IntentName> = new Set<IntentName>([
  'report',
  'report_proxy',
  'redeem',
  'donate_points',
  'signup',
  'accept_order',
  'complete_order',
  'recycle',
  'bind',
  'request_help',
])

/** Whether a reading is only a word in another sense: the line speaks of something that is no affair of the village's points. */
export function outOfPlace(read: Read, speech: Speech): boolean {
  if (addressed(speech) || speech.card !== null || read.named === true) return false
  const said = speech.mask.slice(0, 160)
  if (ACTS.has(read.intent) && UNDONE.test(said)) return true
  return !SELF_EVIDENT.has(read.intent) && FOREIGN.test(said) && !OF_POINTS.test(said)
}
