import type { Slots } from '../../../models/intent.ts'
import type { Clause } from './clauses.ts'

const PLACE =
  /((?:[东西南北前后上下]头|村[东西南北头口尾]|公共|文化|学校|水库|祠堂)?(?:公路|马路|大路|村道|水渠|排水沟|水沟|渠|沟|河滩|河道|河边|河堤|塘|水库|厕所|公厕|广场|巷子|桥头|桥|活动室|停车场|篮球场|凉亭|戏台|村口|学校门口|垃圾池)(?:两边|旁边|边上|两旁|边|门口|周围|头)?)/u
const BENEFICIARY =
  /(?:帮|替|给|送|陪|照顾|看望|扶|背|带)(?:着|助|忙)?(?:隔壁|对门|邻居)?(?:的)?([PFR]|阿婆|老人|孤寡老人|五保户|邻居|隔壁|老奶奶|老爷爷|困难户)/u

/** Where a deed was done and for whom, as far as the clause says. */
export function placeIn(clause: Clause): Slots {
  const place = PLACE.exec(clause.text)?.[1]
  const hit = BENEFICIARY.exec(clause.mask)
  const word = hit?.[1] ?? ''
  const name = /^[PFR]$/u.test(word) ? personAt(clause, (hit?.index ?? 0) + (hit?.[0].length ?? 1) - 1) : word
  return { ...(place === undefined ? {} : { place }), ...(name === '' ? {} : { beneficiary: name }) }
}

function personAt(clause: Clause, place: number): string {
  const before = [...clause.mask.slice(0, place)].filter((letter) => /[A-Z]/u.test(letter)).length
  return clause.marks[before]?.person?.name ?? ''
}
