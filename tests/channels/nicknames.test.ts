import assert from 'node:assert/strict'
import { chatPeopleOf, trainingVillage } from '../../web/sandbox/training-village.ts'
import type { TestVillage } from '../village.ts'
import { forms, localForm, play, type Form, type Playing } from './form.ts'

/** What they call themselves in the room; the others keep their names. */
const nicknames: Readonly<Record<string, string>> = {
  王秀英: '1组王秀英',
  赵福贵: '福贵（2组 赵福贵）',
  马玉芬: '3组🌸马玉芬',
  张桂兰2: '张桂兰',
  杨帆: '5组黄阿婆',
  谢开元: '谢开元',
}

const gateway: Form = forms.find(({ name }) => name.includes('without TLS')) ?? assert.fail()

for (const form of [localForm, gateway]) {
  describe(`按群昵称认人: ${form.name}`, () => {
    let playing: Playing
    let village: TestVillage
    before(async () => {
      playing = await play(form)
    })
    beforeEach(async () => {
      village = await playing.fresh()
      const { people, rooms } = chatPeopleOf(trainingVillage())
      playing.messenger.chat.populate({ people: people.map((one) => ({ ...one, name: nicknames[one.id] ?? one.name })), rooms })
      for (const name of ['王秀英', '赵福贵', '马玉芬', '谢开元']) await village.says('罗秀珍', `解绑${name}`, { to: '干部群' }).replies()
      await village.says('罗秀珍', '解绑张桂兰', { to: '干部群' }).replies()
      await village.says('罗秀珍', '1', { to: '干部群' }).expectReply(/张桂兰的微信已解绑/u)
    })
    after(() => playing.close())

    const asks = () => village.says('罗秀珍', '核对群昵称', { to: '评议群' })

    it('lists for the bookkeeper whom nicknames name, and binds them by one line, with consent in private', async () => {
      const { text } = await asks().expectReply(/^按群昵称认出4人：\n/u, '评议群')
      for (const row of [/\d 1组王秀英(?:、|\n)/u, /\d 2组赵福贵（“福贵（2组 赵福贵）”）/u, /3组马玉芬/u, /5组黄阿婆/u])
        assert.match(text, row)
      assert.match(text, /另有2人认不准，或有职务/u)
      await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '王秀英')
      const done = village.says('罗秀珍', '1', { to: '评议群' })
      await done.expectReply(/已绑定4人，名字公示先不写/u, '评议群')
      const { text: told } = await done.expectReply(/会计按群昵称把这个微信绑定为王秀英/u, '王秀英')
      assert.match(told, /由会计保管，留到您要求删除为止[^]*我要退出积分/u)
      await village.says('王秀英', '报 扫路 2小时').expectReply(/已收到#1001 1组一户/u)
      await village.says('杨帆', '查分', { to: 'bot' }).expectReply(/一户：已入账0分|黄阿婆/u, '杨帆')
    })

    it('leaves out whom the bookkeeper does not know, and changes nothing for a row that is not there', async () => {
      const { text } = await asks().expectReply(/按群昵称认出4人/u)
      const [, row = ''] = /(\d) 5组黄阿婆/u.exec(text) ?? []
      await village.says('罗秀珍', '除了9都对', { to: '评议群' }).expectOnlyPrivate(/没有第9个/u, '罗秀珍')
      await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '王秀英')
      await asks().replies()
      await village.says('罗秀珍', `除了${row}都对`, { to: '评议群' }).expectReply(/已绑定3人，留下1人/u)
      await village.says('杨帆', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '杨帆')
      await village.says('赵福贵', '查分', { to: 'bot' }).expectReply(/已入账0分/u, '赵福贵')
    })

    it('gives nobody an office for a nickname, binds as shown, and is the bookkeeper’s', async () => {
      await asks().replies()
      await village.says('罗秀珍', '2', { to: '评议群' }).expectReply(/这条不办了/u)
      await village.says('周大山', '核对群昵称', { to: '评议群' }).expectOnlyPrivate(/由会计来办/u, '周大山')
      await village.says('罗秀珍', '核对群昵称').expectOnlyPrivate(/私下或在评议群/u, '罗秀珍')
      await asks().replies()
      await village.says('罗秀珍', '1', { to: '评议群' }).replies()
      await village.says('谢开元', '待审', { to: 'bot' }).expectReply(/还没有绑定/u, '谢开元')
      await asks().expectOnlyPrivate(/没有能按群昵称认出的新人/u, '罗秀珍')
    })
  })
}
