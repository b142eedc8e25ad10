import type { Speech } from '../line.ts'
import { pattern } from '../pattern.ts'

/** those who decide on points, by what they do */
const PANEL =
  '(?:审核员|评议员|评审员|记分员|监督员|评委|评议组|评议小组|审核组|评议会|评议|审核|审批|(?:审核|评议|审批|打分|记分|审分|批分|审单|审单子|管分|管积分|评分|审|批)的(?:人|那个|那位|那几个)?)'
/** those who are dear to them */
const KIN =
  '(?:自己|自家|自个|本家|本人|亲戚|亲家|亲(?=弟|哥|侄|姐|妹|舅|叔)|弟|兄弟|哥|侄|舅|姐夫|妹夫|姑父|外甥|堂客|老婆|媳妇|老公|男人|儿子|女儿|崽|屋里人|家里人|家人|R|熟人|关系户|一家人|老表|连襟)'
const UNFAIR =
  '(?:不公|偏心|偏袒|偏向|徇私|走后门|开后门|关系户|人情分|关系分|优亲厚友|不合规|没规矩|看人下菜|看人给分|一碗水|端不平|不回避|没回避|也不避|不避嫌|没避嫌|猫腻|暗箱|黑箱|做手脚|不透明|包庇|放水|照顾自己|护着|看脸|看关系|凭关系|讲关系|认人不认|公道吗|公道不|公平吗|公平不|都是自己人|都是一家|乱给|乱打分|乱评)'

/** 审核员给自家老婆审的 · 某人审自己侄子的单 */
const SELF_DEALING = pattern(
  `${PANEL}~(?:给|帮|替|审|批|评|打|照顾|护|包庇|偏)[^,]{0,6}${KIN}|(?:某人|某些人|有人|有的人|有些人|个别人|P|F)~(?:审|批|评)(?:了|的|过)?(?:是)?(?:他|她)?${KIN}[^,]{0,8}(?:单|条|分|积分|报|申报|的$|的_)|${PANEL}(?:里头?|中|的人)?(?:都是|全是|净是|尽是)(?:他|她|自|一)?(?:家|己)?(?:的)?(?:亲戚|人|熟人|兄弟|一家)|(?:自己|自家)(?:人)?(?:审|批|评)(?:的)?(?:是)?${KIN}(?!家?的?院)`,
)
const UNJUST = pattern(`(?:${PANEL}|公示|加分|打分|记分|评分|积分|给分|{points})~${UNFAIR}|${UNFAIR}~(?:${PANEL}|公示|加分|打分|评分|积分)`)
/** 没开会就改办法: the steps that the agreement asks for were left out */
const SKIPPED = pattern(
  '(?:没|未|没有)(?:开会|公示|表决|投票|商量|通知|评议|讨论)(?:过)?就(?:直接)?(?:改|定|加|发|评|通过|扣)~(?:办法|分|积分|规则|公示|名单|榜|制度|标准)|(?:改|定)(?:办法|积分|规则|分)~程序',
)
const ELSEWHERE = pattern(
  '唱|跳得|舞|房产|执照|宅基地|手续|签证|裁判|球|老师|老板|学校|法院|比赛|考试|单位|公司|医院|选秀|评委老师|主持|节目|低保|驾',
)

/** 评议员能审自家亲戚的吗: asks how it is, accuses nobody */
const ASKS_RULE = pattern(
  '^(?:请问)?(?:评议员|审核员|自己|评议组|评议小组)(?:能不能|可不可以|可以|能|要不要|该不该|要)[^,]{0,16}(?:吗|不|么|[?？])?$',
)

/** Whether a line complains of those who decide on points: it is an objection to the procedure, and never a question for the room. */
export const complainsOfReview = (speech: Speech): boolean => {
  const said = speech.mask.slice(0, 160)
  return !ELSEWHERE.test(said) && !ASKS_RULE.test(said) && (SELF_DEALING.test(said) || UNJUST.test(said) || SKIPPED.test(said))
}

/** What is wrong with the review: steps left out, or somebody's own interest. */
export const wrongOf = (speech: Speech): string => (SKIPPED.test(speech.mask) ? 'procedure' : 'conflict_of_interest')
