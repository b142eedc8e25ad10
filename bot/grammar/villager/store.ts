import type { SlotItem, Slots } from '../../../models/intent.ts'
import { elsewhere } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn, wordsIn } from '../marks.ts'
import { readQuantity } from '../quantities.ts'
import { type Rule, rule, said } from '../rule.ts'

const GOODS =
  '白糖|红糖|冰糖|白面|挂面|洗头膏|拖鞋|雨衣|胶鞋|菜刀|砧板|保鲜袋|垃圾袋|洗碗布|抹布|钢丝球|火腿肠|方便面|饼干|啤酒|饮料|矿泉水|电池|插排|排插|锄头|镰刀|铁锹|鸡苗|菜苗|米|大米|油|食用油|菜油|酱油|盐|食盐|醋|糖|面|面条|面粉|挂面|洗衣粉|洗衣液|洗洁精|洗发水|沐浴露|肥皂|香皂|牙膏|牙刷|毛巾|纸|卫生纸|抽纸|纸巾|脸盆|盆|桶|水桶|扫把|扫帚|拖把|垃圾桶|鸡蛋|牛奶|杯子|保温杯|碗|锅|电饭锅|电饭煲|电风扇|被子|床单|毯子|雨伞|雨靴|手套|电筒|手电筒|灯泡|书包|本子|笔|作业本|化肥|农药|种子|暖水瓶|热水瓶|暖瓶|热水壶|水壶|茶叶|味精|鸡精|衣架|插座|蚊香|围裙|袜子|豆瓣酱|蜂蜜|奖品|东西|礼品|日用品|洗手液|消毒液|菜籽油|花生油|粉条|蜡烛|打火机|剪刀'
const TRADE_TRAP = `${elsewhere.source}|电视|听说|人家|别的村|那个村|隔壁村|零钱|现金换|换岗|换班|换车|换手机(?!号)|换药|换季|换届|换衣|换鞋|换老|换点(?:辣椒|菜|种)|汇率|换乘|换人|换地|换轮胎|换机油|换电话|换工|流量|话费|会员|优惠券|航空|银行|信用卡|加油站`

/** goods with amounts: 酱油一瓶盐两包, 两提纸, 3袋洗衣粉 */
function goodsIn(speech: Speech, from: number): readonly SlotItem[] {
  const rest = speech.text.slice(speech.starts[from] ?? 0)
  const items: SlotItem[] = []
  const names = new RegExp(`(?:${GOODS})`, 'gu')
  for (const hit of rest.matchAll(names)) {
    const behind = hit.index + hit[0].length
    const after = amountAt(rest, behind)
    const before = after ? null : amountBefore(rest, hit.index)
    const found = after ?? before
    items.push({ name: hit[0], ...(found ? { qty: found.value, unit: found.unit } : {}) })
  }
  return items.filter(({ name }, index) => items.findIndex((item) => item.name === name) === index)
}

const amountAt = (text: string, at: number) => {
  const found = readQuantity(text, text[at] === ' ' || text[at] === ',' ? at + 1 : at)
  return found?.kind === 'unit' ? found : null
}

function amountBefore(text: string, end: number) {
  for (let at = Math.max(0, end - 6); at < end; at += 1) {
    const found = readQuantity(text, at)
    if (found && found.kind === 'unit' && at + found.length === end) return found
  }
  return null
}

function redeem(match: RegExpExecArray, speech: Speech): Slots | null {
  const items = goodsIn(speech, 0)
  const max = /(?:全部?|都|全都|一起|光)(?:给我|帮我|拿来|用来|拿去|用)*(?:换|兑)|换光|换完|兑光|兑完/u.test(speech.mask)
  const list = max ? items.map((item): SlotItem => ({ ...item, qty: 'max' })) : items
  const points = marksIn(speech).find(({ letter }) => letter === 'S')?.quantity?.value
  if (list.length > 0) return said({ who: whose(speech), items: list, points })
  if (!/兑换|换/u.test(match[0]) && !/Q/u.test(speech.mask)) return null
  const rest = wordsIn(speech, match.index + match[0].length, speech.mask.length).replace(/^[ ,:个的]+|[吧了啊]$/gu, '')
  return /^(?:那个|这个|那|这|它|一个|啥|什么)?$/u.test(rest) || rest.length > 12 ? null : { who: whose(speech), items: [{ name: rest }] }
}

const whose = (speech: Speech): readonly string[] => {
  const named = marksIn(speech)
    .filter(({ letter }) => letter === 'R' || letter === 'P')
    .map(({ person }) => person?.name ?? '')
  return /(?:帮|替|给)(?:R|P)/u.test(speech.mask) && named.length > 0 ? named.slice(0, 1) : ['self']
}

const donor: (speech: Speech) => Slots = (speech) => {
  const points = marksIn(speech).find(({ letter }) => letter === 'S' || letter === 'N')
  const bare = /(?:捐|送|划|转|让|匀)(?:出)?([一二两三四五六七八九十百]{1,4})分?(?:给|$)/u.exec(speech.text)
  const to = marksIn(speech)
    .filter(({ letter }) => 'PF'.includes(letter))
    .map(({ person }) => person?.name ?? '')
  const value = points?.quantity?.value ?? points?.number ?? (bare ? readBare(bare[1] ?? '') : undefined)
  return said({ from: ['self'], to: to.length === 0 ? undefined : to, points: value })
}

const WASTE =
  /(废报纸|旧报纸|报纸|饮料瓶|酒瓶|玻璃瓶|铝罐|废铜|废品|废纸壳子?|纸壳子?|纸板|纸箱|废纸|塑料瓶|瓶子|易拉罐|废铁|旧衣服|旧衣|废电池|电池|农药瓶|农药袋|旧书)/gu

function recycled(speech: Speech): readonly SlotItem[] {
  return [...speech.text.matchAll(WASTE)].flatMap((hit): readonly SlotItem[] => {
    const found = amountAt(speech.text, hit.index + hit[0].length) ?? amountBefore(speech.text, hit.index)
    return found ? [{ name: hit[0], qty: found.value, unit: found.unit }] : []
  })
}

const readBare = (word: string): number | undefined => readQuantity(`${word}分`, 0)?.value

/** Goods, donations of points, recyclables. */
export const storeRules: readonly Rule[] = [
  rule(
    'donate points',
    'donate_points',
    '从{self}(?:家)?(?:的)?(?:积分|分|账|户头)(?:里|上|中|里头)?~(?:拿|划|扣|转|取|匀|拨|出)(?:出)?(?:S|N)~给|^{self}(?:家|想|要|愿意|情愿)*(?:拿|出|匀|让|拨)(?:出|个)?S(?:积分)?(?:出来)?(?:送|捐)?给P|(?:拨|匀|划|让|分|转|借)(?:出|个|给)?(?:S|N分)(?:出来)?(?:给|到)|(?:积分|分|S)~(?:捐|转|送|赠|让)(?:出|给|赠|一些|一点)?~(?:P|F|给|N|S|困难|爱心|孤寡|村里|集体)|(?:捐|转|送|赠)(?:出)?(?:S|N分|N|点积分|积分)(?:给|到|捐|$)|把~(?:S|积分)~(?:捐|转|送|赠|匀|让|拨|划)|(?:捐|转|赠)~(?:积分|S)',
    (_, speech) => donor(speech),
    { unless: '[?？]|吗|能不能|可不可以|可以~吗|王者|游戏|话费|学校' },
  ),
  rule(
    'cancel a redemption',
    'redeem_cancel',
    `不要(?:${GOODS})了~换|(?:换|兑|兑换|领|拿)(?:错|重|多)了?|(?:预留|预定|留|订)的(?:那个)?(?:${GOODS})~(?:不要|退|取消)|(?:换|兑|兑换)(?:的|了的|好的)~(?:不要|退|取消|不换|换成|能退|改)|(?:不换|不兑|不要换|不兑换)了|(?:取消|撤销|撤回|退掉|退)(?:我)?(?:的)?(?:刚才|D)?(?:的)?(?:兑换|换的|兑的|预留|那个换)|(?:兑换|换)~(?:取消|退掉|退了|算了)`,
    (_, speech) => {
      const wish = new RegExp(
        `(?:换成|改成|改换|调成|调换成|要换|换个|想要|给我换|改兑|改要|换)(?:个|一)?(${GOODS})$|(?:换成|改成|改换|调成|要换|换个|想要|给我换|改兑|改要)(?:个|一)?(${GOODS})`,
        'u',
      ).exec(speech.text)
      return said({ target: 'latest', replace: wish?.[1] ?? wish?.[2] })
    },
    { unless: `[?？]|(?<!退)吗|${TRADE_TRAP}|衣服|快递|尺码|^不换了` },
  ),
  rule(
    'what points buy',
    'redeem_query',
    `(?:S|N|{self}|我的?分|{points}|现在|我家)~(?:能|可以|够|可)(?:不能)?(?:换|兑|拿|领)(?:到|个|点|些|得|成|了)*(?:{what}|几|多少|嘛)|(?:S|{self}|N分)~(?:换|兑|拿|领)(?:得|不)(?:到|了|成|起)~(?:{what}|几|多少)|(?:啥|什么|哪些|有啥|么子|哪样)(?:东西|货|礼品|商品)?(?:可以|能|好|得)(?:换|兑)|(?:${GOODS})~(?:要|得|需要|得要|值|换要|兑要|是|多少|几)~(?:{much})(?:个)?{points}|{much}(?:个)?{points}~(?:换|兑)|(?:${GOODS})(?:现在)? ?{much}(?:个)?{points}|(?:S|N分?)(?:够不够|够|能不能)(?:换|兑)|(?:能不能|可以|能)(?:换|兑)(?:${GOODS})(?:不|吗|么|$|[?？])|够不够(?:换|兑)|(?:够|能)(?:换|兑)~(?:吗|不|不够|没|[?？])`,
    (_, speech) =>
      said({
        points: marksIn(speech).find(({ letter }) => letter === 'S')?.quantity?.value,
        kind: /啥|什么|哪些|么子/u.test(speech.mask) ? 'affordable' : 'price',
        item: new RegExp(`(?:${GOODS})`, 'u').exec(speech.text.replace(/东西/gu, ''))?.[0],
      }),
    { unless: `${TRADE_TRAP}|现金|钱|折现|(?:还)?(?:有|剩|攒)(?:了)?{much}(?:积)?分` },
  ),
  rule(
    'shop hours and stock',
    'redeem_query',
    `(?:超市|积分超市|小超市|兑换点|兑换站|兑换处)~(?:开门|开不开|开着|几点|关门|关不关|歇不歇|休息|歇业|放假|营业|开没开|开不(?:$|[?])|上班|有没有|还有|有人|什么时候|哪天|哪里|在哪|有啥|有什么|进货|到货|新货|换啥)|(?:D|T)~(?:能|可以)?(?:兑换|换积分|换东西)(?:不|吗|么)|(?:哪天|几号|啥时候|什么时候|几时|哪里|在哪)(?:能|可以|去|来)*(?:兑换|换东西|换积分|兑|领东西)|(?:${GOODS})(?:还)?(?:有没有|有吗|还有没|还有吗|有货|到货|没货|缺货)~(?:积分|兑|换|超市|$)|(?:还)?(?:有没有|有)(?:${GOODS})(?:可以|可|能|好)?(?:换|兑)|(?:商品|礼品|兑换|货品)(?:清单|目录|单子|列表)`,
    (_, speech) =>
      said({
        kind: /开|关|歇|休息|放假|几点|营业|上班|哪天|啥时候|什么时候|几号|几时|D(?:能|可以)/u.test(speech.mask) ? 'hours' : 'stock',
        item: new RegExp(`(?:${GOODS})`, 'u').exec(speech.text)?.[0],
      }),
    { unless: '永辉|沃尔玛|大润发|华联|镇上超市|县城|城里' },
  ),
  rule(
    'which item',
    'ambiguous' as const,
    '^(?:我|我要|我想|给我|就)?(?:换|兑|要|拿)(?:那|这)?(?:个|种|样|瓶|袋|包|把)?(?:最)?[大小红白蓝绿黄黑长短厚薄贵新旧]{1,2}(?:一点|点)?的(?:那个)?$|^(?:我|给我|帮我|再)?(?:换|兑)Q$|^(?:我要|我想|给我|帮我|我就|我|就|那就|就要)?(?:换|兑|兑换|要|拿)(?:那|这)(?:个|样|种|一个)(?:东西|货)?$|^(?:我要|我想|给我|我)?(?:换|兑|兑换)(?:那|这)(?:个|种|样)[一-龥]{1,3}的$|^(?:我要)?(?:兑换|换东西|兑东西|换礼品)$',
    (_, speech) => (speech.card?.byBot === false ? null : { ask: 'which_item' }),
  ),
  rule(
    'recyclable price',
    'recycle_query',
    '^(?:废品|纸壳|纸板|纸箱|废纸|报纸|瓶子|塑料瓶|易拉罐|废铁|旧衣|旧电池|废电池|农药瓶|旧书|旧报纸)(?:子)?(?:Q|每斤|一斤|每个)?(?:能|可以)?(?:算|换|兑|抵|值|给|折)(?:得)?{much}(?:个)?(?:积)?分|(?:废品|纸壳|纸板|纸箱|废纸|瓶子|塑料瓶|易拉罐|废铁|旧衣|旧电池|农药瓶|旧书|废旧|可回收物|回收)~(?:开门|开不开|开没开|开着|关门|上班|营业|{much}钱|几块|多少|什么价|啥价|价格|怎么卖|收不收|收吗|几毛|几点|哪天|啥时候|什么时候|几时|值|怎么收|哪里|在哪|来不来)|(?:收不收|啥时候收|什么时候收|哪天收|几时收|几点收|今天收|收)(?:废品|纸壳|纸箱|瓶子|破烂|废|旧)(?!的|[^,]{0,6}换)~(?:$|吗|不|么|[?？])',
    (_, speech) =>
      said({
        kind: /多少|几|钱|价|毛|块/u.test(speech.mask) ? 'price' : 'pickup',
        item: /纸壳|纸板|纸箱|废纸箱|废纸|塑料瓶|瓶子|易拉罐|废铁|旧衣|电池|农药瓶/u.exec(speech.text)?.[0],
      }),
    { unless: '[来走]了(?:$|_)' },
  ),
  rule(
    'recyclables',
    'recycle',
    '(?:拿|提|背|拉|挑|送)(?:了|来)?Q(?:的)?(?:废|旧|纸|瓶|塑料|易拉罐|铁|报纸|饮料瓶|酒瓶|矿泉水瓶|空瓶|玻璃瓶|油瓶|铝罐|书)~(?:换|兑)(?:点|些)?(?:积)?分|(?:卖|交|送|回收|收|称|攒了|拿来|有|存|投)(?:了|来|点|一些|下)?(?:{self})?(?:的)?~(?:废品|纸壳|纸板|纸箱|废纸|瓶子|塑料瓶|易拉罐|废铁|旧衣服|旧衣|电池|农药瓶|农药袋|旧书|废旧)|(?:纸壳|纸板|纸箱|废纸|瓶子|塑料瓶|易拉罐|废铁|旧衣服|废电池|农药瓶|农药袋|旧书|废品)(?:子)?(?: )?(?:Q|有|共|一共)',
    (_, speech) => {
      const items = recycled(speech)
      return items.length === 0 && !/废品|回收/u.test(speech.mask)
        ? null
        : said({ who: ['self'], items: items.length === 0 ? undefined : items })
    },
    { unless: '赚|转手|捡|拾|扫|捐|建议|提议|清理|的钱|废品的|[?？]|吗|咋|多少|几|谁|报(?!纸)|帮|昨|河|路|巡|酒瓶子|奶瓶' },
  ),
  rule(
    'redeem',
    'redeem',
    `^(?:帮我|想|要|给我|给R|用积分|拿积分|积分|S|再|麻烦|{self}|R|帮R|替R|D)*(?:想|要|来)?(?:用|拿|花)?(?:积分|我的积分|S)?(?:兑换|兑|换|换点|积分领)(?:个|点|成|一下|些|取)?(?=~(?:${GOODS}))|^(?:把)?(?:{self}(?:的)?)?(?:剩|余|攒|存|现有|手上|账上|所有)?(?:下|余|的)*(?:积分|分)(?:{all})(?:给我|帮我|拿来|拿去|用来)*(?:换|兑|兑换)(?:成|点|个)?(?=~(?:${GOODS}))|(?:积分|S|{points})~(?:换|兑|兑换)(?:成|点|个|一|了)?(?=~(?:${GOODS}))|^(?:兑换|兑(?![现付奖水票子了]))(?: )?(?=[A-Z一-龥])|(?:换|兑)(?: )?Q(?=(?:${GOODS}))|^Q(?:${GOODS}) ?积分(?:来)?(?:兑|换)(?:吧|了)?$|^(?:我要|我想|想|要)?(?:用|拿)?积分换(?=.)`,
    redeem,
    {
      unless: `[?？]|吗|不$|券过期|券在|啥|什么|哪|多少|几|剩(?!下?的)|好多|几多|(?:换|兑|兑换|领)(?:到)?的|的(?:车|人|来了|贩)|${TRADE_TRAP}|捐|错|建议|可以不|能不能|够不够|折|钱|喝|吃了|杯|兑换[点站处]|换了(?:包|个|袋|瓶|点|些)?[^,吧]{1,4}(?:回来|了)|回来`,
    },
  ),
]
