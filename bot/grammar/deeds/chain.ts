import { clausesOf } from './clauses.ts'
import { isDone } from './evidence.ts'
import { marksIn } from '../marks.ts'
import { deedsIn, slotsOf } from './report.ts'
import { type Rule, said } from '../rule.ts'

const ENTRY = /(?:^|[\n :]) *\d{1,3} *[.、: )]+ *([^\n\d]{1,24})/gu
const NAME = /^([一-龥]{2,4})/u

/** names of a 接龙 in order, each once; an entry may say more than its name */
function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(ENTRY)].flatMap((hit) => {
    const name = NAME.exec(hit[1] ?? '')?.[1]
    return name === undefined ? [] : [name]
  })
  return [...new Set(names)]
}

/** 接龙: a list that grows as it is reposted; its people are one list, so that a repost adds only who is new. */
export const chainRule: Rule = {
  name: 'chain',
  read: (speech, tools) => {
    const names = namesIn(speech.text)
    if (!/接龙/u.test(speech.text) ? names.length < 2 || !speech.text.includes('\n') : names.length < 1) return null
    const head = clausesOf(speech, tools).filter(({ mask }) => !/^\d/u.test(mask))
    const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date
    const deed = deedsIn(head).at(0)
    if (/旅游|聚餐|吃饭|拼车|团购|代购|打牌|钓鱼|唱歌|喝酒|\d(?:斤|板|箱|件|只|份)/u.test(speech.text) && !/积分|加分/u.test(speech.text))
      return null
    const wanted = /报名|参加的|要去|去的|参与|来的/u.test(speech.text)
    if (deed && !wanted && (isDone(head.map(({ mask }) => mask).join(',')) || (date && !date.future && date.past === date.next))) {
      return { intent: 'report_proxy', slots: { ...slotsOf(deed), who: names, people: names, ...(date ? { date: date.past } : {}) } }
    }
    if (!deed && !wanted) return null
    return {
      intent: 'signup',
      slots: said({ who: names, people: names, activity: deed?.clause.deed?.words.join('') ?? undefined, date: date?.next }),
    }
  },
}
