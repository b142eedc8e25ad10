import { CADRE, exported, figure, group, inspection, meeting, money, nextDay, people, points, stock } from './cadre-slots.ts'
import { periodIn } from '../villager/query.ts'
import { deedOf, type Rule, rule, said } from '../rule.ts'

/** Inspections, meetings, notices, lists and the store: what is put before the village. */
export const boardRules: readonly Rule[] = [
  rule(
    'inspection',
    'inspect',
    '(?:G|全村|入户|卫生|清洁)?(?:检查|评比|打分|抽查|评分|入户|卫生检查|结果)~[ND]',
    (_, speech) => inspection(speech),
    { roles: CADRE },
  ),
  rule(
    'meeting on paper',
    'record_meeting',
    '应到|实到~(?:同意|赞成|通过|反对)|(?:会议|代表会|村民会|大会|分享会|评议会|讲评会|三讲一评)~(?:记录|纪要|记一下|录入)',
    (_, speech) => meeting(speech) ?? (/记录|纪要|录入|记一下/u.test(speech.mask) ? {} : null),
    { roles: CADRE, unless: '[?？]|发一下会议|会议室' },
  ),
  rule(
    'export',
    'export',
    '(?:报表|台账|月报|季报|清册|积分表)(?:给|发|传|拿)(?:我|来|过来)?(?:一?份|一下|下|来)$|(?:导出|导一份|导|打印|下载|生成|弄一份|出一份|做一份|整一份|要一份|汇总|拉一份|打一份)~(?:报表|台账|表|名单|明细|数据|excel|汇总|账|记录|清单|公示单|积分卡)|(?:报表|台账|名单|数据|明细|汇总表|月报|季报|清册|的表|表格|积分表|花名册)~(?:导出|导一份|导|打印|生成|弄一份|出一份|做一份|整一份|拉一份)|(?:{office}|N号|D)(?:前|之前)?~(?:报表|月报|季报|汇总表|积分表|台账)~(?:弄|做|整|出|搞|打|准备|备|填|报|交|导)(?:一?份|出来|好|一下|下|齐|全|完)|要?(?:交|报|给|送)(?:给|到)?{office}的?(?:那份|那个)?(?:报表|表|材料)~(?:弄|做|整|出|搞|打|准备|备|填)(?:一?份|出来|好|一下|下|齐)',
    (_, speech) =>
      said({
        kind: exported(speech.mask),
        period: periodIn(speech)?.match(/^\d{4}(?:-\d{2}|Q\d)?$/u)?.[0],
        due: /报表|镇里/u.test(speech.mask) ? nextDay(speech) : undefined,
        group_no: group(speech),
      }),
    { roles: CADRE, unless: '医保|低保|贫困|防疫|普查|征兵|退役|[?？]|吗|(?:贴|放|挂)[^,]{0,6}了$' },
  ),
  rule(
    'retract a notice',
    'retract_notice',
    '(?:公示|公告|榜|名单)~(?:撤|收回|撤回|撤下|撤销|先停|作废|下架|重发|拿下来)|(?:撤|撤回|撤下|撤销|收回)(?:掉|了)?(?:刚才|那个|这个|D|G|的|本期)*(?:公示|公告)',
    (_, speech) =>
      said({ period: periodIn(speech), target: /刚才|刚刚|刚[发贴挂出]|那个|这个|上一/u.test(speech.text) ? 'latest' : undefined }),
    { roles: CADRE, unless: '[?？]|吗|黑|提醒名单|警示' },
  ),
  rule(
    'publish the black list',
    'black_list_publish',
    '^曝光(?:一下)?|(?:扣分|后进|落后|倒数|不清洁)(?:的)?(?:这|那)?(?:几户|农户|户|人家|人)*(?:的)?(?:名单)?~(?:贴|发|公布|晒|挂|念)|(?:黑榜|黑名单|曝光台|曝光|后进榜|反面典型|倒数名单|差评榜)~(?:发|贴|公布|公示|晒|挂|通报|亮|推)|(?:发|贴|公布|公示|晒|挂|通报|亮|推|出)(?:一下|个|一期|到)?~(?:黑榜|黑名单|后进榜|反面典型|曝光台)|(?:上|进|列入|拉入|加入|拉进)(?:到)?(?:黑榜|黑名单)|(?:把|将)(?:P|F|这几户|那几户|这些)~(?:曝光|通报|点名|挂出来|上黑)|(?:点名|通报)批评|通报(?:P|F)',
    (_, speech) => said({ who: people(speech).length === 0 ? undefined : people(speech) }),
    { unless: '撤|移|取消|解除|删|[?？]|吗|微信|手机|拉黑|^(?:我)?(?:建议|提议)(?!把?[PF])' },
  ),
  rule(
    'off the reminder list',
    'black_list_remove',
    '(?:黑榜|黑名单|提醒名单|警示名单|提醒榜)~(?:撤|移|取消|去掉|除名|删|划掉|拿下|解除)|(?:撤|移出|移除|取消|解除|撤出|移|从)(?:P|F|他|她|把|的)*~(?:黑榜|黑名单|提醒名单|警示名单)',
    (_, speech) => said({ who: people(speech).length === 0 ? undefined : people(speech) }),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'red list',
    'red_list_add',
    '(?:红榜|光荣榜|表扬榜|善行榜|善行义举榜|先进榜)~(?:加|添|写|登|上|补|列)|(?:加|添|写|登|补|列|上|选)(?:入|到|进|上)?~(?:红榜|光荣榜|表扬榜|善行榜)|(?:P|F)~(?:上|进|登)(?:本月|这个月|D)?(?:红榜|光荣榜)',
    (_, speech, tools) =>
      people(speech).length === 0 && /发|公布/u.test(speech.mask)
        ? null
        : said({
            who: people(speech).length === 0 ? undefined : people(speech),
            cat: tools.deed(speech.text.slice(0, 160).replace(/(?:红|光荣|表扬|善行义举|善行|先进)榜/u, ''))?.cat,
          }),
    { roles: CADRE, unless: '[?？]|吗|歌' },
  ),
  rule(
    'publish a notice',
    'publish_notice',
    '(?:发|发布|贴|出|公布|推|挂|张贴|晒)(?:一下|下|个|一期|出来|到群里|布)?~(?:公示|公告|公示单|公示表)|(?:公示|公示表|公示单)~(?:发|发布|贴|出|公布|推|挂)(?:一下|出来|出去|到|下|群|了|吧|$)|^公示(?:一下|下)?(?:D|G)',
    (_, speech) => said({ period: periodIn(speech), group_no: group(speech) }),
    { roles: CADRE, unless: '[?？]|吗|什么时候|撤' },
  ),
  rule(
    'publish the ranking',
    'publish_rank',
    '(?:发|发布|公布|晒|推|贴|出|亮|通报|播报)(?:一下|下|个|出来|布|一期)?~(?:排名|排行|排行榜|榜单|积分榜|红榜|前(?:十|五|三|二十|N)名?)|(?:排名|排行榜|榜单|积分榜|红榜|排行)~(?:发|公布|晒|推|贴|亮)(?:一下|出来|出去|到|下|群|了|吧|$)',
    (_, speech) => said({ period: periodIn(speech), group_no: group(speech), scope: group(speech) === undefined ? 'village' : 'group' }),
    { roles: ['cadre'], unless: '[?？]|吗|什么时候|(?:排名|榜)(?:已经)?(?:公布|出来|发|贴)了_' },
  ),
  rule(
    'remind the reviewers',
    'remind_reviewers',
    '(?:催|提醒|督促|通知|喊|@|艾特)(?:一?下|一催|催)?(?:各|几个|几位)?(?:评议员|评议组|评议小组|审核员|评委|P|他们|大家)?~(?:审|批|处理)|(?:催|提醒)(?:一?下)?(?:评议员|评议组|评议小组|审核|审批|没审的)|(?:待审|没审)(?:的)?~(?:催|提醒)',
    (_, speech) => said({ who: people(speech).length === 0 ? undefined : people(speech) }),
    { roles: CADRE, unless: '[?？]|吗|医保|别提醒|不要提醒|暂停' },
  ),
  rule(
    'stocktake',
    'stocktake',
    '盘点|盘库|盘存|盘了(?:库|货|一?下)|账面~实|实盘|清点库存',
    (_, speech) => {
      const actual = figure(speech.text, '实际|实有|实存|实盘|实点|点了|现有|实')
      const item = /(?:盘点|盘库|盘存|清点)?[ :]*([一-龥]{1,6}?)(?:账面|账上|实|剩|还有|现有)/u.exec(speech.text)?.[1]
      return said({ item, actual })
    },
    { roles: CADRE, unless: '[?？]|吗|关门|歇业|停业|休息|不开' },
  ),
  rule(
    'shop notice',
    'shop_notice',
    '(?:超市|积分超市|兑换点|小超市|兑换)~(?:盘点)?~(?:D|T|这|每)?~(?:开门|关门|休息|营业|不开|停(?!车)|开放|盘点休|歇业|暂停营业|搬到|改到|兑换日)',
    (_, speech) => said({ date: nextDay(speech), deadline: undefined }),
    { roles: CADRE, unless: '[?？]|吗|不$|进货|到货' },
  ),
  rule(
    'stock in',
    'stock_in',
    '^(?:D|T|积分超市|超市|店里)*(?:到了|运来|拉来|买回|买来|送到)~Q|(?:进货|到货|入库|进了?|补货|采购|新到|新进|上架|收到捐赠|捐来|送来)(?:了|一批)?~Q|Q~(?:入库|到货|上架|进库|入账上架)',
    (_, speech) => {
      const items = stock(speech)
      return items.length === 0 ? null : said({ items })
    },
    { roles: CADRE, unless: '[?？]|吗|进了水|屋' },
  ),
  rule(
    'money in',
    'fund_in',
    '(?:捐|拨|打来|转来|到账|入账|赞助|划来|拨付|拨来|下拨|收到|收入|进账)(?:了|款|来|给)?~(?:M|N元?|N万)|(?:M|N)~(?:到账|入账|进账|拨下来|捐给|进(?:积分)?基金|打到|转入|到村)',
    (_, speech) =>
      said({ amount: money(speech), source: /(?:^|[ ,D])([一-龥]{2,8}?)(?:捐|拨|打来|转来|赞助|给|划)/u.exec(speech.text)?.[1] }),
    {
      roles: ['cadre'],
      unless:
        '[?？]|吗|作废|冲正|重复|支出|花了|付|医保|水费|电费|学费|诈骗|打电话|核实|礼金|份子|(?<!基金[^,]{0,20})[, ](?:感谢|谢谢|多谢)',
    },
  ),
  rule(
    'money out',
    'fund_out',
    '(?:支出|花了|花|付了|支付|付|报销|开支|用了|用掉|买货|采购花)~(?:M|N)|(?:M|N)~(?:支出|付款|报销|付给|买货|采购)|从(?:积分)?(?:基金(?!会)|资金|奖金池)(?:里|中|里头)?~(?:M|N)',
    (_, speech) => said({ amount: money(speech), reason: /(?:用于|用来|买了?|购买?|采购|付)([一-龥]{2,10})/u.exec(speech.text)?.[0] }),
    { roles: ['cadre'], unless: '[?？]|吗|话费|电费缴|个人|自己|我垫|垫的' },
  ),
  rule(
    'price',
    'set_price',
    '(?:改成|改为|调到|调成|定价|定为|标价|涨到|降到|卖|换|要|定)(?:个)?(?:S|N分)~(?:瓶|袋|支|提|包|个|条|桶|斤|盒|$|一)|(?:价格|兑换价|定价|价)~(?:S)',
    (_, speech, tools) =>
      deedOf(speech, tools) !== null && !/瓶|袋|支|提|包|条|桶|价/u.test(speech.mask)
        ? null
        : said({
            item: /([一-龥]{1,6}?)(?:的)?(?:兑换价|价格|定价|单价|价)?(?:改成|改为|调到|调成|定价|定为|标价|涨到|降到|改|调|卖|定|每)/u.exec(
              speech.text.replace(/^(?:把|将)/u, ''),
            )?.[1],
            price: points(speech),
          }),
    { roles: CADRE, unless: '[?？]|吗|每小时|一次|每次|每天|一天' },
  ),
]
