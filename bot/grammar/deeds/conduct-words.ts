/**
 * How villagers speak of a kind of deed. `words` name it alone; in `pairs` one word of each list has to stand in the same clause, in any
 * order; `not` rules it out. Words are separated by spaces.
 */
export interface DeedWords {
  readonly cat: string
  readonly bad?: true
  readonly words: string
  readonly pairs?: readonly (readonly [string, string])[]
  readonly not?: string
}

/** The ten kinds of bad conduct of the village's language. */
export const conductWords: readonly DeedWords[] = [
  {
    cat: 'fish_poison',
    bad: true,
    words: '电鱼 毒鱼 炸鱼 电捕 药鱼 绝户网 地笼 打电鱼 闹鱼 电网打鱼 下电网 放电打鱼 迷魂阵 捕鱼机',
    pairs: [['电 毒 炸 药 闹 电网 电瓶 农药', '鱼 打鱼 捕鱼 捞鱼']],
    not: '钓鱼 鱼塘 卖鱼 买鱼 电话 药店',
  },
  {
    cat: 'burn',
    bad: true,
    words: '烧秸秆 焚烧 烧荒 秸秆焚烧 烧稻草 烧垃圾 露天烧 烧麦茬 烧田埂 烧草 烧火粪 烧地',
    pairs: [
      [
        '烧 点火 焚 点',
        '电线 轮胎 橡胶 皮子 秸秆 稻草 垃圾 麦茬 荒 田埂 杂草 草堆 树叶 火粪 苞谷秆 玉米秆 包谷杆 稻秆 塑料 稻谷秆 麦秆 油菜秆 荒草 田里',
      ],
    ],
    not: '烧纸',
  },
  {
    cat: 'gamble',
    bad: true,
    words:
      '赌博 赌钱 打牌赌 扎金花 推牌九 聚赌 炸金花 赌 斗牛牛 押宝 打麻将赌钱 打麻将来钱 赌场 聚众打牌 一把输赢 输赢上百 诈金花 六合彩 买码 老虎机 打牌来钱 打麻将来钱 来钱的牌 推筒子 掷骰子 押大小 开赌 设赌 打牌输赢 麻将输赢 赌大小 打豹子',
    not: '打赌 赌气 开会',
  },
  {
    cat: 'illegal_build',
    bad: true,
    words: '违建 乱搭乱建 违章建筑 乱搭 搭棚 私搭乱建 占地建房 违规建房 私自盖 私自建 偷建 偷盖 抢建 抢盖 违章搭建 乱建 私搭 加盖 偷偷盖',
    pairs: [['搭 建 盖 起 砌 打地基', '私自 没批 没手续 无证 违章房 违章 违规 占 彩钢棚 偷偷 耕地上 基本农田 地里 田里 耕地 农田']],
    not: '瓜棚 架子 豆架 大棚 拆了 主动 自己拆 拆掉 拆除了',
  },
  {
    cat: 'firework',
    bad: true,
    words: '放炮 燃放 违规放炮 放烟花 放鞭炮 乱放炮 放鞭 冲天炮 放了一夜的炮 放爆竹 炸鞭炮',
    pairs: [['放 炸 燃', '炮 烟花 鞭炮 爆竹 礼炮']],
    not: '没放 不放 没有放',
  },
  {
    cat: 'road_occupy',
    bad: true,
    words: '占道 占路 堵路 乱停 乱停车 挡路 路上晒谷 占道晒粮 占道经营 占道堆 占公路 乱堆乱放 堵了路 霸路 停在路中间 拦路 乱停乱放 把路占',
    pairs: [
      [
        '堆 停 晒 堵 占 摆 挡 霸 放 码 横',
        '路上 路中间 马路 公路 路口 巷口 巷道 楼道 楼梯口 出口 大门口 集体的路 公家的地 村道 道上 路边 过道 消防通道 路 大路 桥上 巷子',
      ],
    ],
    not: '停好 停车场 扫 捡 清 修路 修好 修车 灯 挪 搬走 拆 主动 让',
  },
  {
    cat: 'livestock',
    bad: true,
    words: '散养 放养 乱跑 见人就咬 追着咬 追着娃咬 到处咬人 没拴 不拴 牲口 拱了 狗咬 咬人 吃了我家菜 鸡鸭乱跑 遛狗不 没栓 不栓',
    pairs: [
      [
        '猪 牛 羊 鸡 鸭 鹅 狗 牲口 骡子',
        '啄 刨 祸害 扑 散 放 拱 乱 啃 糟蹋 没拴 不拴 咬 到处 跑到 拉屎 吃了 踩 没圈 不圈 吃我 吃麦苗 吃菜 吃庄稼 吃苗 跑出来 跑进 满村 满街 进了 下河 下田 下塘',
      ],
    ],
    not: '清 扫 找 送 养了 买 卖 好吃 真香 炖 新鲜 土鸡蛋',
  },
  {
    cat: 'banquet',
    bad: true,
    words:
      '大操大办 大摆宴席 滥办酒席 乱办酒 大摆酒席 摆了几十桌 摆酒收礼 办酒收礼 办酒敛财 天价彩礼 高价彩礼 万彩礼 万的彩礼 摆了 大摆特摆 大办特办 大摆',
    pairs: [['摆 办 请', '几十桌 五十桌 三十桌 无事酒 大操大办 六十桌 四十桌 八十桌']],
    not: '没摆 不摆 没大',
  },
  {
    cat: 'waste_sort',
    bad: true,
    words: '不分类 没分类 垃圾不分 垃圾从来不分 从来不分 混着倒 混着扔 混投 混装 往一个桶里 一锅端 全倒一个桶 都倒一个桶 不肯分类',
    not: '大米 粮 种子',
  },
  { cat: 'rumor', bad: true, words: '造谣 传谣 谣言 瞎传 乱传 散布谣言 胡说八道', not: '别信谣 不信谣' },
  {
    cat: 'neglect',
    bad: true,
    words:
      '不养老 不让他爹进门 不让他娘进门 不让他妈进门 不让老人进门 把老人赶 不赡养 不管老人 不孝 虐待 遗弃 不管爹娘 不管他妈 没人管老娘 儿女不管 子女不管 一个都不管 不给饭吃 打老人 骂老人 不管老娘 不养爹娘',
    pairs: [
      [
        '不管 都不管 不理 不养 不顾 不闻不问 打骂 虐待 不给 不送 骂 打 撵 赶出',
        '儿女 子女 老人 爹 娘 妈 爸 爷爷 奶奶 母亲 父亲 老娘 老汉 公公 婆婆 老母亲 老父亲',
      ],
    ],
    not: '打扫 打针 打字 打电话 打工 打牌 打麻将 打水 打饭 打药 打谷 打扮 打听 打菜 打酒',
  },
  {
    cat: 'litter',
    bad: true,
    words:
      '乱扔 乱倒 乱丢 随地丢 倒垃圾 随手扔 随地吐痰 乱甩 偷倒 乱扔垃圾 乱倒垃圾 倒粪 倒建渣 建渣 随地吐 堆成山 垃圾遍地 洗农药桶 倒死猪 污水直排 乱排 扔死鸡 往河里倒 丢垃圾',
    pairs: [
      [
        '扔 倒 丢 甩 抛 排 泼 冲到 冲进 直接冲',
        '垃圾 河里 沟里 路边 塘里 污水 死猪 死鸡 死鸭 粪 建筑垃圾 农药瓶 尿不湿 门口 渠里 脏水 渣土 垃圾袋 泔水 潲水 河边 田里 井里 水里 坑里 荒地 林子 山上 路上 水沟 死鱼 死狗 粪水 废料 废油 桥底 桥下 村口 烂菜 菜叶 渠道 池塘 死鸭子 瓶子 猪粪 鸡粪 后山 桥头 瓜子壳 一地 满地 洗衣水 粪 烟头 沟渠',
      ],
    ],
    not: '清 捡 扫 运 倒车 丢了 倒桶里 分类投放',
  },
]
