/** What the offices are called; who keeps the machine is no office of the village. */
export const offices = {
  secretary: '支书',
  bookkeeper: '会计',
  reviewer: '评议员',
  supervisor: '监督',
  shopkeeper: '超市',
  township: '乡镇干部',
}

/** What the jobs of the calendar are called. */
export const jobs = {
  'rank-month': '月度排名',
  'notice-month': '月度公示',
  'notice-quarter': '季度公示',
  'notice-year': '年度公示',
  'close-notices': '公示期满，入账',
  'review-month': '每月审核清单',
  'remind-reviewers': '提醒评议员',
  'remind-cadres': '提醒干部',
  'close-deadlines': '到期的事',
  'verify-ledger': '核对台账',
  backup: '备份',
  'cadre-week': '干部周报',
  'township-report': '乡镇报表',
  'deposit-month': '月末存分',
  'expire-redemptions': '兑换到期',
  'redemption-day': '兑换日',
  'low-stock': '库存提醒',
  'budget-alert': '资金提醒',
  'stars-quarter': '季度评星',
  'commend-half-year': '半年表彰',
  'close-year': '年终结转',
  'checkpoint-month': '月度存证',
  'restore-drill': '恢复演练',
}

const villagerLines = [
  ['报 扫路 2小时', '申报一件事'],
  ['报 看望老人', '照片可以一起发'],
  ['代报 黄阿婆 扫路 1小时', '替没手机的人报'],
  ['查分', '看自己家的分'],
  ['明细', '每一笔'],
  ['排名', '红榜和自己的名次'],
  ['N号审到哪一步了', '查进度'],
  ['异议 N 那天没看到他扫路', '公示期内提出'],
  ['撤回', '报错了收回来'],
  ['帮助', '还能说什么'],
]

const reviewerLines = [
  ['同意', '先引用待审卡片'],
  ['N通过', '写编号也行'],
  ['N驳回 请补一张照片', '要写理由'],
  ['N改3分', '改分通过'],
  ['不行', '先引用待审卡片'],
]

const strangerLines = [['绑定 2组 赵福贵', '先绑定自己是谁']]

/**
 * Lines that a person can type, each with what it is for; `N` stands for the newest number.
 * @param {{ roles: string[], household: number | null } | undefined} person
 * @param {string} number
 */
export function linesFor(person, number) {
  const own = [
    ...(person?.roles.includes('reviewer') ? reviewerLines : []),
    ...(person !== undefined && person.household === null && person.roles.length === 0 ? strangerLines : []),
  ]
  return [...own, ...villagerLines].map(([line = '', use = '']) => ({ line: line.replace('N', number), use }))
}

/** What the bot is called. */
export const botName = '积分管家'

/** @param {{ roles: string[] }} person */
export const officesOf = (person) =>
  person.roles
    .map((role) => offices[/** @type {keyof typeof offices} */ (role)])
    .filter(Boolean)
    .join('、')

/** @param {string} job */
export const jobName = (job) => jobs[/** @type {keyof typeof jobs} */ (job)] ?? job

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** @param {number} instant */
function partsOf(instant) {
  return Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** @param {number} instant */
export function clockWords(instant) {
  const { year, month, day, weekday, hour, minute } = partsOf(instant)
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time: `${hour}:${minute}`,
    date: `${month}月${day}日`,
    weekday: String(weekday),
  }
}
