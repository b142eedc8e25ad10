import type { Speech } from '../line.ts'
import { pattern } from '../pattern.ts'
import type { Clause, ReadDeed } from './clauses.ts'

const PRAISED = pattern('^(?:要|得|必须|应该|一定|真的?|该|我要|我想|好好|大大)*(?:表扬|点赞|夸奖?|夸夸|推荐|评荐)(?:一?下|个)? ?P')
/** 他跑来修好的 · 她送我去的: somebody came and did it */
const CAME_TO_HELP = pattern(
  '(?:他|她|P)(?:[^,你]{0,8})(?:灭|扑|拦|劝|扶|拽|修|送|帮|拉|拖|抬|背|补|借|垫|通|捞|抢|收|接|救|搬|扛|推|守|照看|带|喊人|找人|打电话)[^,]{0,8}(?:的|了|好|回来|出来|上来|完)',
)
const MINE = pattern('{self}')

/** my mother carried to hospital by a neighbour: no filial duty of the neighbour's */
const MY_ELDER = /[我俺咱](?:家|屋里)?(?:的)?(?:老)?(?:妈|娘|爸|爹|奶|爷|公公|婆婆|外婆|外公|岳)/u

/** my house's pipe is no danger reported */
const forTheSpeaker = ({ cat, clause }: ReadDeed): boolean =>
  (cat === 'filial' && MY_ELDER.test(clause.text)) ||
  ((cat === 'hazard_report' || cat === 'duty_labor') && MINE.test(clause.mask) && CAME_TO_HELP.test(clause.mask))

/** The deeds of a line in praise of a neighbour: a kindness to the speaker, whatever it was, is help among neighbours. */
export function praised(speech: Speech, clauses: readonly Clause[], known: readonly ReadDeed[]): readonly ReadDeed[] {
  if (!PRAISED.test(speech.mask)) return known
  if (known.length > 0) return known.map((deed) => (forTheSpeaker(deed) ? { ...deed, cat: 'neighbor_help' } : deed))
  const clause = clauses.find(({ mask, from }) => from > 0 && CAME_TO_HELP.test(mask) && MINE.test(speech.mask.slice(0, 160)))
  if (!clause) return []
  const date = clauses.flatMap(({ marks }) => marks).find(({ letter }) => letter === 'D')
  return [{ cat: 'neighbor_help', clause, items: [], date, amount: undefined, hours: undefined }]
}
