import { boardRules } from './cadre-board.ts'
import type { Slots } from '../../../models/intent.ts'
import { CADRE, OFFICE, UNKNOWN, award, caseIn, days, group, money, nextDay, people, points, rest, setting } from './cadre-slots.ts'
import { householdRules } from './household.ts'
import { elsewhere } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { periodIn } from '../villager/query.ts'
import { deedOf, type Rule, rule, said, type Tools } from '../rule.ts'

const ownIf = (speech: Speech): readonly string[] | undefined => (/我|俺/u.test(speech.mask) ? ['self'] : undefined)

/** Points for or from somebody whom the register does not know: the name is kept as said, and asked back. */
const stranger = (name: string | undefined, speech: Speech, tools: Tools, sign: 1 | -1): Slots | null => {
  const value = points(speech)
  return name === undefined || value === undefined ? null : said({ who: [name], points: sign * value, cat: deedOf(speech, tools)?.cat })
}

/** 冯铁柱家分户，冯小兵单独立户: of two named the one who leaves, and the household that is left */
function split(speech: Speech): Slots {
  const [first, second] = people(speech)
  if (second === undefined) return said({ household: first })
  const leaves = /(?:给|把|让)P(?:分户|单独|另立)/u.test(speech.mask) ? first : second
  return said({ who: leaves === undefined ? undefined : [leaves], household: leaves === first ? second : first })
}

/** 一次扣2分: what a rule takes is negative */
const signed = (speech: Speech): number | undefined => {
  const value = points(speech)
  return value !== undefined && /(?:扣|减)S/u.test(speech.mask) ? -value : value
}

/** Who somebody is for the items of a scheme (YX-2): no office with a power of its own. */
const STANDING = '党员|村干部|村委委员|两委委员'

/** What secretary, bookkeeper, shopkeeper and reviewers do for the village. */
export const cadreRules: readonly Rule[] = [
  ...householdRules,
  ...boardRules,
  rule(
    'void',
    'void',
    '(?:C|N)~(?:作废|冲正|冲销|注销|废掉|无效|删掉|撤销|冲掉)|(?:作废|冲正|冲销|废掉|撤销)(?:掉|了)? (?:C|N)|(?:那笔|这笔|刚才那笔|P|F|重复)(?:的|那笔|这笔)?~(?:作废|冲正|冲销)',
    (_, speech) => said({ target: caseIn(speech) ?? people(speech)[0] ?? 'latest', reason: /[,:]([^,]{2,30})$/u.exec(speech.text)?.[1] }),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'remove an office',
    'remove_role',
    `(?:P)~(?:不(?:再)?(?:当|担任|做|兼)|卸任|辞|退出|撤|免|换下|取消|去掉|移出)~(?:${OFFICE})|(?:撤|免|取消|去掉|撤销|免去|移出|移除|解除)(?:了|掉)?P(?:的)?~(?:${OFFICE}|职务|权限)|(?:${OFFICE})~(?:撤|免|取消|去掉|移出|换下)(?:了)?P|(?:${OFFICE})(?:里|中|名单里)?(?:把)?P(?:给)?(?:去掉|拿掉|移出|换下|撤掉|删掉)|P(?:的)?(?:${OFFICE})(?:职务|身份|权限|资格)?(?:给)?(?:取消|撤|免|去掉|下掉|不要|拿掉)(?:了|掉)?$`,
    (_, speech) => said({ name: people(speech)[0], role: new RegExp(OFFICE, 'u').exec(speech.text)?.[0] }),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'add an office',
    'add_role',
    `(?:加|增加|添加|新增|任命|设|增补|聘|补选|选|推选|让|由|请|把|安排|新任)(?:了|上|为)?P~(?:${OFFICE})|P~(?:当|任|担任|为|做|兼|加入|进|补进|是新|升)(?:G|的|为|了|选为|新的|新)*(?:${OFFICE})|(?:${OFFICE})(?:加|增加|添加|换成|改为|补|由|新增|增补)(?:上|了)?P`,
    (_, speech) => said({ name: people(speech)[0], role: new RegExp(OFFICE, 'u').exec(speech.text)?.[0] }),
    { roles: CADRE, unless: '[?？]|吗|没' },
  ),
  rule(
    'add an office, a name unknown',
    'add_role',
    `^(?:聘请?|任命|增补|增加|添加|新增|推选|补选|选举?|设)(?:了)?${UNKNOWN}(?:为|当|任|做|担任|兼任?)(?:G)?(?:的|新的?|村)*(?:${OFFICE})`,
    (match, speech) => said({ name: match[1], role: new RegExp(OFFICE, 'u').exec(speech.text)?.[0] }),
    { roles: CADRE, unless: '[?？]|吗|没|P|F' },
  ),
  rule(
    'remove an office, a name unknown',
    'remove_role',
    `^(?:免去|取消|撤销|解除|撤掉)(?:了)?${UNKNOWN}的?(?:${OFFICE})`,
    (match, speech) => said({ name: match[1], role: new RegExp(OFFICE, 'u').exec(speech.text)?.[0] }),
    { roles: CADRE, unless: '[?？]|吗|P|F' },
  ),
  rule(
    'deduct, a name unknown',
    'deduct',
    `^(?:给|对|把)${UNKNOWN}(?:扣|减|罚)(?:掉|除|了)?S|^扣${UNKNOWN}S`,
    (match, speech, tools) => stranger(match[1] ?? match[2], speech, tools, -1),
    { roles: CADRE, unless: `[?？]|吗|为啥|凭|怎么|驾照|P|F|${elsewhere.source}` },
  ),
  rule(
    'grant, a name unknown',
    'grant',
    `^(?:给|对)${UNKNOWN}(?:加|奖励?|补|记)(?:上|了)?S`,
    (match, speech, tools) => stranger(match[1], speech, tools, 1),
    { roles: CADRE, unless: `[?？]|吗|为啥|凭|怎么|建议|P|F|${elsewhere.source}` },
  ),
  rule(
    'end a standing',
    'remove_role',
    `(?:免去|取消|注销)P(?:的)?(?:${STANDING})(?:身份)?$`,
    (_, speech) => said({ name: people(speech)[0], role: new RegExp(STANDING, 'u').exec(speech.text)?.[0] }),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'give a standing',
    'add_role',
    `^(?:聘|登记)P(?:为|当|是)(?:${STANDING})$`,
    (_, speech) => said({ name: people(speech)[0], role: new RegExp(STANDING, 'u').exec(speech.text)?.[0] }),
    { roles: CADRE, unless: '[?？]|吗|没' },
  ),
  rule(
    'somebody out of a household',
    'split_household',
    '(?:把|让)?P(?:一家)?从(?:P|F|R)(?:家)?(?:的)?(?:户|家|户头|户口|名下)?(?:里|上|中)?(?:分|拆|独立|单列|立)(?:出来|出去|开)?',
    (_, speech) => said({ who: people(speech).slice(0, 1), household: people(speech)[1] }),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'split a household',
    'split_household',
    '(?:P|F)(?:家|户)?~(?:分户|分家|单独一户|单独立户|单独开户|另立|拆成|拆户|分成|单立户)|(?:分户|拆户)(?: )?(?:P|F)',
    (_, speech) => split(speech),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'pause',
    'pause',
    '(?:暂停|停用|停一停|先停|先别|别|不要|莫|关掉|静音|安静|关闭|停)~(?:提醒|积分|申报|播报|推送|发消息|机器人|通知|说话|打扰|管家|公示)|(?:积分|申报|提醒|机器人|播报|管家)(?:的事|工作)?(?:先|都)?(?:停一停|先停|停几天|停用|暂停|停Q|缓一缓|放一放)|(?:农忙|春节|过年|双抢|抗洪|应急|紧急)~(?:暂停|停|别提醒|安静|顺延|少发)|^(?:先)停(?:Q|几天)|^D(?:期间)?(?:先)?(?:停一停|暂停|停几天|安静)|^(?:先)?(?:暂停|停用|停一停|停掉|歇业|歇几天|停几天|安静|静音|闭嘴)(?:D|Q|一下|几天|一段时间)?(?:$|_)',
    (_, speech) => said({ period: periodIn(speech), deadline: undefined }),
    { roles: CADRE, unless: '[?？]|吗|恢复|吵架|停电|停水|疫苗' },
  ),
  rule(
    'resume',
    'resume',
    '(?:恢复|重新开始|重启|继续|开启|打开|可以恢复|启动)~(?:提醒|积分|申报|播报|推送|机器人|通知|公示|运行|管家)|^(?:可以|能)?(?:恢复|恢复正常|恢复工作|恢复使用|恢复运行|开工|继续工作|继续运行)(?:了|吧|啦|哈)*$',
    () => ({}),
    { roles: CADRE, unless: '[?？]|吗|身体|供水|供电|通车|审' },
  ),
  rule(
    'call a vote',
    'create_vote',
    '(?:发起|开|搞|组织|开始|来|弄|新建|建)(?:个|一个|一次|一下)?(?:投票|表决|民主测评|民意|征求意见)|(?:投票|表决)(?:一下)? ?[:,]|(?:大家|请各户|请大家|各户)(?:投票|表决)',
    (match, speech) => said({ question: rest(match, speech), deadline: undefined, date: undefined }),
    { roles: CADRE, unless: '[?？]$~吗$|给孩子|朋友圈' },
  ),
  rule(
    'dividend',
    'dividend_calc',
    '(?:分红|奖金池|奖励池|分红池|奖励金)~(?:算|测算|试算|核算|分|按|多少|怎么分)|(?:算|测算|试算|核算)(?:一?下)?~(?:分红|奖励金|奖金)',
    (_, speech) => said({ amount: money(speech), period: periodIn(speech)?.match(/^\d{4}$/u)?.[0] }),
    { roles: CADRE, unless: '股票|保险' },
  ),
  rule(
    'duty task',
    'query_duty_task',
    '(?:值班|带班|巡逻|护林)(?:的)?(?:时候)?(?:要|该|得)(?:干|做|管|办)(?:些|点)?{what}|(?:值班|带班|值守)的?(?:任务|职责|事项|活)(?:都)?(?:是|有)(?:些)?{what}|(?:任务|清单|事项|工作|报表|材料|护林|巡河|防火|整治|公示|医保|台账)~(?:谁负责|归谁|责任人|谁管|谁在办|谁来做|谁包|进度|到期|什么时候交|哪天截止|完成没|办完没|做完没)|(?:谁负责|归谁管|责任人是谁|谁包)(?!区)|(?:R|P|F)(?:名下|手上)?~(?:哪些|几件|几项|多少|啥|什么)~任务~(?:没办|没完成|要办|未|没做|到期)',
    (_, speech) =>
      said({
        who: people(speech).length === 0 ? undefined : people(speech).slice(0, 1),
        group_no: group(speech),
        date: /值班|带班|值守/u.test(speech.mask) ? nextDay(speech) : undefined,
      }),
    { roles: CADRE, unless: '责任区|责任田|包片|包户|包组|网格|片区|联系户' },
  ),
  rule(
    'who is on duty',
    'query_duty',
    '^(?:D|T)*(?:是|轮到|该)?(?:谁|哪个|哪位)(?:在)?(?:值班|值守|当班|带班)|^(?:D|T)*(?:值班|带班)(?:的)?(?:是)?(?:谁|哪个|哪位)',
    (_, speech) => said({ date: nextDay(speech) }),
    { roles: CADRE },
  ),
  rule(
    'duty',
    'query_duty',
    '(?:责任区|责任田|包片|包户|包组|网格|片区|联系户)~(?:谁|哪个|是|归)|(?:谁|哪个|哪位)(?:的|党员|干部|组长)*(?:责任区|包片|包的|网格|片区)|(?:履职|职责|清单|台账|任务)~(?:完成率|完成情况|几件|多少|没完成|逾期|还有啥|还有哪些|查|看|得分|超期)|(?:我|P|{self})(?:的)?(?:D)?(?:的)?(?:履职|职责|任务清单|履职清单|责任清单|履职分)|(?:哪些|几项|多少)(?:任务|事项)~(?:没办|没完成|逾期|超期|快到期|到期)|(?:我|P|{self})~(?:还有)?(?:几|哪|多少|啥|什么)(?:件|项|些|个)?(?:任务|事|工作)~(?:没|要|未|到期|$)',
    (_, speech) => said({ who: people(speech).length > 0 ? people(speech).slice(0, 1) : ownIf(speech) }),
    { roles: CADRE },
  ),
  rule(
    'group assessment',
    'group_rate',
    'G(?:的)?参与率|G~(?:评定|评|打|定|得|为|自评|复评|考核|验收)(?:为|了|成|得)?~(?:优|良|合格|不合格|达标|不达标|[一二三四五]星|N星|S|先进)|(?:评定|考核|评比)~G~(?:优|良|合格|达标|星|S)',
    (_, speech) =>
      said({
        group_no: group(speech),
        level: /优秀|良好|不合格|合格|不达标|达标|[一二三四五\d]星|优|良|先进/u.exec(speech.text)?.[0],
        points: points(speech),
      }),
    { roles: CADRE, unless: '[?？]|吗' },
  ),
  rule(
    'rectified',
    'rectify_close',
    '^(?:N|C)(?:号)?(?:那条|的)?(?:已经?|都)?(?:整改|改)(?:完|好|到位|合格|完成|过)*(?:了)?[ ,]*(?:销号|结|关闭|关掉|关了|通过|合格|验收|可以)|(?:P|F|C|那户|他家)~(?:整改|改)(?:完|好|到位|合格|完成|过)?~(?:销号|销|结|关闭|通过|合格|可以了|不扣|完成|验收|到位|完了|好了)|(?:P|F|C)(?:家)?~(?:复查|验收|复核)(?:了|过|已)?~(?:合格|通过|过关|到位|好了|销号|没问题)|(?:整改)~(?:P|F|C)~(?:销号|关闭|结案|合格|通过)|(?:复查|验收)(?:了)?~(?:P|F|C)~(?:合格|通过|到位|好了|销号|改好)',
    (_, speech) => said({ who: people(speech).length === 0 ? undefined : people(speech).slice(0, 1), target: caseIn(speech) }),
    { roles: CADRE, unless: '[?？]|吗|没|下整改|发整改' },
  ),
  rule(
    'rectification',
    'rectify_notice',
    '(?:整改通知|整改|限期整改|责令整改)~|(?:通知|让|要求|责令|给)(?:P|F)~(?:整改|限期|改|清理)',
    (_, speech, tools) =>
      people(speech).length === 0
        ? null
        : said({ who: people(speech).slice(0, 1), cat: tools.conduct(speech.text.slice(0, 160))?.cat, deadline: nextDay(speech) }),
    { roles: CADRE, unless: '[?？]|吗|完了|好了|销号' },
  ),
  rule(
    'deduct',
    'deduct',
    '(?:给|对|把)?(?:P|F)(?:家)?~扣(?:掉|除|了|他|她)?S|扣(?:掉|除)?(?:P|F)(?:家)?(?:的)? S|(?:P|F)~(?:扣|减|罚|-)(?:掉)?S|(?:扣|减)(?:P|F)(?:家)?(?:S|N)|(?:P|F)(?:家)?(?: )?-S',
    (_, speech, tools) => award(speech, tools, -1),
    { roles: CADRE, unless: '[?？]|吗|为啥|凭|怎么|驾照' },
  ),
  rule(
    'grant',
    'grant',
    '(?:给|为|对)(?:P|F|以上|这些|每户|各户|全体|全村|Q)~(?:加|记|奖|奖励|各加|补)(?:上|了|他|她|个|励)?S|(?:P|F)~(?:加|记|奖|奖励|各加|补记)(?:上|了|个)?S|(?:奖励|加|奖|补)(?:给)?(?:P|F)(?:家)?(?:S|N分)|(?:P|F)(?:家)?(?: )?\\+S',
    (_, speech, tools) => award(speech, tools, 1),
    { roles: CADRE, unless: '[?？]|吗|为啥|凭|怎么|建议' },
  ),
  rule(
    'activity',
    'create_activity',
    '(?:组织|搞|发起|开展|举办|发布|安排|新建|办|定于|建)(?:个|一次|一场|一下|一个)?(?:活动)?(?=~(?:D|清|扫|植|义|巡|演|劳动|志愿|大扫除|活动))~(?:S|积分|加分|报名|接龙)|(?:D|T)~(?:大扫除|清河道|植树|义诊|演练|活动|劳动|志愿|扫雪|清沟|修路|巡河)~(?:参加|来|去)?~(?:加|记|得|每人|奖|积|给)?(?:S|积分|加分|报名|接龙)',
    (_, speech) =>
      said({
        activity: /大扫除|清河道|植树|义诊|演练|义务劳动|志愿服务|扫雪|清沟|修路|巡河/u.exec(speech.text)?.[0],
        date: nextDay(speech),
        points: points(speech),
        place: /在([一-龥]{2,6}?)(?:集合|集中)/u.exec(speech.text)?.[1],
      }),
    { roles: CADRE, unless: '[?？]|吗|昨|上周|前天|建议' },
  ),
  rule(
    'rule of the scheme',
    'set_rule',
    '(?:Q|一次|每次)(?:扣|减|加|给|算|记)S_(?:就)?(?:写|加|列|记|定)(?:进|入|到)(?:积分)?(?:办法|细则|规则|制度|村规|标准)|(?:改成|改为|调成|调到|调整为|定为|提到|提高到|降到|算|按|每[一-龥]{1,3}|一[次小天])(?:每?(?:小时|次|天|人|户|斤|袋)|Q)?(?:给|加|算|记|为|到)?S|以后(?:都)?(?:每?(?:小时|次|天|回|趟)|Q)(?:给|算|记|加)?S|(?:新增|增加)(?:一个|一项|个|Q)[ :,]~S|(?:上限|封顶|最多|不超过)~S|(?:新增|增加|加)(?:一个|个|一项)?(?:积分项目|加分项)|^(?:新增|增加|加)(?:一个|个|一项)?项目(?:_|$)|(?:积分)?(?:项目|办法|标准)~(?:改成|改为|调整|新增|取消|删)',
    (_, speech, tools) => said({ cat: deedOf(speech, tools)?.cat, points: signed(speech), date: nextDay(speech) }),
    { roles: ['cadre'], unless: '[?？]|吗|P|F|建议|每户加|各加|全村' },
  ),
  rule(
    'setting',
    'set_config',
    '(?:设置|设为|设成|设|调整|调成|调为|改成|改为|改到|调到|定在|开启|关闭|打开|改)~(?:公示期|公示天数|公示时间|公示|提醒时间|播报时间|免打扰|审核人数|期限|时限|自动|兑换日|评议日|安静时间|报数)|(?:公示期|公示天数|公示时间|公示|提醒时间|播报时间|提醒|免打扰|审核人数|播报|期限|时限|兑换日|评议日|审核期限|排名)(?:时间)?~(?:设置|设为|设成|设|调整|调成|调到|调为|定为|改成|改为|改到|调到|定在|改|延长|缩短|开启|关闭)',
    (_, speech) => said({ kind: setting(speech.mask), qty: days(speech), unit: days(speech) === undefined ? undefined : '天' }),
    { roles: CADRE, unless: '[?？]|吗|撤' },
  ),
]
