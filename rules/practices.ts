/** A practice of the documents that today's law forbids or doubts: what it is, why, and whether it can be switched on at all (law.md §1). */
export interface Practice {
  readonly title: string
  readonly reason: string
  /** cannot be switched on, by no resolution */
  readonly hard: boolean
}

const soft = (title: string, reason: string): Practice => ({ title, reason, hard: false })
const never = (title: string, reason: string): Practice => ({ title, reason, hard: true })

/** The codes of all practices. */
export const practiceCodes = [
  'public-black-list',
  'bottom-list',
  'collective-fault',
  'points-dividend',
  'cadre-appraisal',
  'appraisal-donation',
  'veto',
  'bank-list',
  'conduct-without-decision',
  'priority-in-policies',
  'petition',
  'subsidies',
  'membership',
  'fingerprint',
  'fines',
  'labour-duty',
] as const

/** The code of a practice. */
export type PracticeCode = (typeof practiceCodes)[number]

/** The practices a scheme can speak of, by code. All are off by default. */
export const practices = {
  'public-black-list': soft(
    '公开黑榜、黑旗',
    '公开他人不良信息要本人单独同意（个人信息保护法第二十五条），并可能侵害名誉、隐私（民法典）；平台只做私下提醒、整改、销号',
  ),
  'bottom-list': soft('公开排名靠后的户', '点名倒数等于变相黑榜（个人信息保护法第二十五条）；平台只安排人私下帮'),
  'collective-fault': soft('一户不达标全组不达标', '让一户承担全组的后果，容易伤和气；只影响本组的荣誉和奖励，不记到户'),
  'points-dividend': soft('按积分分奖金', '集体收益按股份分（农村集体经济组织法第四十二条）；只能另行决议设奖金池，股份那一栏不动'),
  'cadre-appraisal': soft('干部积分作考核建议', '候选、免职和报酬不归积分管（村委会组织法）；只能作评议会的参考记录'),
  'appraisal-donation': soft(
    '干部评议算公益事业捐献',
    '捐赠全凭自愿，捐多捐少不该比高低（公益事业捐赠法第四条）；只作评议会的参考，默认不算',
  ),
  veto: soft('一票否决', '取消评奖要先听本人说、可以申诉；已入账的积分照用，理由不公开'),
  'bank-list': soft('把积分名单给银行', '向第三方提供个人信息要逐户同意、可以撤回（个人信息保护法第二十三条）；只给正面信息'),
  'conduct-without-decision': soft('没有处理决定就扣赌博、焚烧、违建的分', '是不是违法由主管部门认定；没有决定、本人又没承认，不能扣'),
  'priority-in-policies': soft('惠民政策、涉农项目优先', '这些不归村里定，只能作为一句标注，没有实际效力'),
  petition: never('信访、上访扣分', '不得打击报复信访人（信访工作条例）'),
  subsidies: never('积分影响补贴和集体收益', '不得剥夺农民依法享有的政府补贴和集体收益（中农发〔2020〕11号）'),
  membership: never('积分决定成员资格', '成员资格依法确认（农村集体经济组织法第十五条）'),
  fingerprint: never('兑换按指纹', '指纹是敏感个人信息（个人信息保护法第二十八条）；用取货码和签字'),
  fines: never('罚款', '村里无权罚款'),
  'labour-duty': never('不出义务工扣分', '筹资筹劳全凭自愿，不出工不扣分'),
} as const satisfies Readonly<Record<PracticeCode, Practice>>
