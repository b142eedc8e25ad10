import type { Vocabulary } from '../../models/vocabulary.ts'

const person = (name: string, group: number | null, ...called: string[]) => ({ name, called, group })

/** The people of the training village with a few items, for tests of the grammar alone. */
export const vocabulary: Vocabulary = {
  botName: '积分管家',
  items: [
    { code: 'sweep', cat: 'env_clean', name: '扫路', words: ['扫街', '清扫道路'], units: ['小时'] },
    { code: 'river', cat: 'env_clean', name: '清河道', words: ['捞河道垃圾'], units: ['次'] },
    { code: 'elder', cat: 'elder_care', name: '看望老人', words: ['探望老人'], units: ['次'] },
    { code: 'blood', cat: 'blood', name: '献血', words: ['无偿献血'], units: ['次'] },
    { code: 'labor', cat: 'duty_labor', name: '义务工', words: ['出工'], units: ['天'] },
  ],
  people: [
    person('陈国栋', 1, '陈支书'),
    person('罗秀珍', 1, '罗会计'),
    person('周大山', 1, '老周'),
    person('陈玉莲', 2),
    person('谢开元', 3),
    person('孙建国', 2),
    person('吴翠花', 4),
    person('刘春梅', 3),
    person('覃丽', null),
    person('王秀英', 1),
    person('赵福贵', 2),
    person('张桂兰', 2),
    person('马玉芬', 3),
    person('冯铁柱', 3),
    person('冯小兵', 3),
    person('李长顺', 4),
    person('何金水', 4),
    person('张桂兰', 4),
    person('郑小军', 5),
    person('罗满仔', 5),
    person('黄阿婆', 5),
  ],
  commands: [],
  goods: [],
}
