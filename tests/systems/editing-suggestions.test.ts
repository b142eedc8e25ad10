import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'

describe('村民的建议带上会', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => closeWhole(village))

  it('MIN-3 lists what villagers suggested, merged by kind with counts, to cadres alone', async () => {
    await village.says('罗秀珍', '建议清单', { to: '干部群' }).expectReply(/没有等着上会的建议/u)
    await village.says('王秀英', '建议 捡烟头一斤给两分').expectReply(/#1001/u)
    await village.says('赵福贵', '建议 扫路多给一分').expectReply(/#1002/u)
    await village.says('马玉芬', '建议 看望老人多给点').expectReply(/#1003/u)
    await village
      .says('罗秀珍', '建议清单', { to: '干部群' })
      .expectReply(/村民建议3条[\s\S]*公共卫生2条（#1001、#1002）：.*扫路多给一分[\s\S]*敬老爱老1条（#1003）/u, '干部群')
    await village.says('王秀英', '建议清单').expectOnlyPrivate(/由支书或会计来办/u, '王秀英')
  })
})
