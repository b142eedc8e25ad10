import { readNumber } from './numerals.ts'

/** An amount in a line. `kind` tells what it counts: points, hours, money in 元, a villager group, or anything else by its unit. */
export interface QuantitySpan {
  readonly kind: 'points' | 'hours' | 'money' | 'group' | 'unit'
  readonly value: number
  readonly unit: string
  readonly length: number
  /** the number was only about right (三百多, 两三袋) */
  readonly rough?: true
}

const HOURS = /^(?:个)?(?:半)?(?:多)?(?:小时|钟头|个钟|点钟头)/
const POINTS =
  /^(?:个|点)?(?:积分|工分(?!钱)|分(?![钟钱之享数红支明清析开手公母店离成工配给组类心毫米头毕期忧寸地田别担队校])|分(?=公益|工[^钱]|给(?!大家|各|每|乡|人)))/
const MONEY = /^(?:来)?(?:块钱|块|元钱|元整|元|毛钱|毛|万元|万块|分钱|角)(?![肉砖板石地田头糖表布牌香肥毛])/
const UNIT =
  /^(?:来|大|小|多|整|满)?(毫升|公斤|千克|平方米|平方|平米|公里|蛇皮袋|编织袋|麻袋|口袋|垃圾袋|塑料袋|网兜|背篓|手推车|板板车|平板车|斗车|簸箕|撮箕|箩筐|板车|三轮车|拖拉机|斤|袋|天|日|个工|工日|次|趟|回|遍|棵|株|盆|桶|车|担|筐|箩|米|亩|分地|户|家|条|瓶|包|提|盏|壶|只|把|捆|箱|件|床|场|份|张|盒|副|双|块(?=肥皂|香皂|布|毛巾|砖|石)|节|个(?!把|月|别|人|半|组|钟)|人|处|堆|挑|罐|听|支|根|卷|套|本|袋子|篮|里地|里|吨|升|组|户人家|座|口|头(?![的都边尾])|台|辆|期|单|位|名|杯|方|铲|刀)/

/** The amount that begins at a place of a folded line; null when no number with a unit does. */
export function readQuantity(text: string, at: number): QuantitySpan | null {
  const rest = text.slice(at, at + 24)
  return fixed(rest) ?? counted(rest)
}

/** 半天, 个把钟头, 半个小时: amounts without a figure. */
function fixed(rest: string): QuantitySpan | null {
  const hour = /^(?:个把|个多|一个多|一个把)(?:小时|钟头|钟)/.exec(rest)
  if (hour) return { kind: 'hours', value: 1, unit: '小时', length: hour[0].length, rough: true }
  const half = /^半(?:个)?(?:多)?(?:小时|钟头|钟)/.exec(rest)
  if (half) return { kind: 'hours', value: 0.5, unit: '小时', length: half[0].length }
  const day = /^(?:大)?半(天|日|个工)/.exec(rest)
  if (day) return { kind: 'unit', value: 0.5, unit: '天', length: day[0].length }
  const other = /^半(袋|斤|车|桶|亩|筐|担|里)/.exec(rest)
  return other ? { kind: 'unit', value: 0.5, unit: other[1] ?? '', length: other[0].length } : null
}

function counted(rest: string): QuantitySpan | null {
  const number = readNumber(rest, 0)
  if (!number || /^一(?:份|名|位|口|期|单|条心|杯|方面|头雾|节课|台戏|支歌|本正)/u.test(rest)) return null
  const after = rest.slice(number.length)
  const rough = number.rough ? { rough: true as const } : {}
  const minutes = /^(?:来)?分钟/.exec(after)
  if (minutes)
    return {
      kind: 'hours',
      value: Math.round((number.value / 60) * 1000) / 1000,
      unit: '小时',
      length: number.length + minutes[0].length,
      ...rough,
    }
  const hours = HOURS.exec(after) ?? /^(?:h|个h)(?![a-z])/.exec(after)
  if (hours) {
    const more = /^半/.test(after.slice(hours[0].length)) ? 1 : 0
    const value = number.value + (hours[0].includes('半') || more === 1 ? 0.5 : 0)
    return { kind: 'hours', value, unit: '小时', length: number.length + hours[0].length + more, ...rough }
  }
  if (
    /^(?:[组屯](?!织|合|装|长会|团)|院(?= |的?(?:积分)?(?:排名|排行|榜)))/.test(after) &&
    number.value >= 1 &&
    number.value <= 60 &&
    Number.isInteger(number.value)
  )
    return { kind: 'group', value: number.value, unit: after[0] ?? '组', length: number.length + 1 }
  const points = POINTS.exec(after)
  if (points) return { kind: 'points', value: number.value, unit: '分', length: number.length + points[0].length, ...rough }
  const money = MONEY.exec(after)
  if (money)
    return {
      kind: 'money',
      value: inYuan(number.value, money[0]),
      unit: '元',
      length: number.length + money[0].length + tail(after.slice(money[0].length)),
      ...rough,
    }
  const unit = UNIT.exec(after)
  if (!unit) return null
  const used = number.length + unit[0].length
  const part = /^(?:半|[一二三四五六七八九](?![个十百袋斤次趟天棵米]))/.exec(
    /^[米斤]$/.test(unit[1] ?? '') ? rest.slice(used) : rest.slice(used).replace(/^[^半].*/s, ''),
  )
  const value = part ? number.value + (part[0] === '半' ? 0.5 : (readNumber(part[0], 0)?.value ?? 0) / 10) : number.value
  return { kind: 'unit', value, unit: standard(unit[1] ?? ''), length: used + (part?.[0].length ?? 0), ...rough }
}

const tail = (rest: string): number => (/^(?:钱|多|整)/.test(rest) ? 1 : 0)

function inYuan(value: number, unit: string): number {
  if (unit.startsWith('万')) return value * 10_000
  if (/毛|角/.test(unit)) return value / 10
  return unit === '分钱' ? value / 100 : value
}

const standard = (unit: string): string =>
  ({ 个工: '天', 工日: '天', 日: '天', 回: '次', 趟: '趟', 袋子: '袋', 平米: '平方米', 平方: '平方米' })[unit] ?? unit
