import { xlsxOf } from './terminal.ts'

/** One planted row, and what must be said of it: a part of what is wrong, and a part of the remedy. */
interface Planting {
  readonly cells: readonly (string | number | null)[]
  readonly what: RegExp
  readonly remedy: RegExp
  readonly level?: 'error' | 'warning'
}

const header = ['组', '户号', '户主', '姓名', '关系', '手机', '称呼', '十四岁以下', '生日', '血型']

/** A sound row of a household of its own. */
const alone = (household: number | string, name: string, rest: readonly (string | number | null)[] = []): (string | number | null)[] => [
  '1组',
  household,
  name,
  name,
  '户主',
  ...rest,
]

/** Rows from the sheet's row 3 on (1 is a title, 2 the header); every one carries a fault of its own. */
export const plantings: readonly Planting[] = [
  { cells: ['3组', 50, '', '', '妻子'], what: /没有写姓名/u, remedy: /补上/u },
  { cells: alone(2, '王1英'), what: /姓名“王1英”里有数字/u, remedy: /身份证上的姓名/u },
  { cells: alone(3, '王 秀英'), what: /姓名“王 秀英”中间有空格/u, remedy: /请改成“王秀英”/u },
  { cells: alone(4, 'Wang秀英'), what: /里有字母/u, remedy: /汉字姓名/u },
  { cells: alone(5, '欧'.repeat(30)), what: /太长/u, remedy: /填错了列/u },
  { cells: alone(6, '赵六、钱七'), what: /像是几个人/u, remedy: /一人一行/u },
  { cells: alone(7, '孙八（外出）'), what: /带了括号/u, remedy: /别的列/u },
  { cells: alone(8, '周'), what: /只有一个字/u, remedy: /写全/u },
  { cells: ['1组', 9, '', '吴九', '妻子'], what: /9号户没有户主/u, remedy: /“户主”列/u },
  { cells: ['1组', 10, '郑十', '冯甲', '妻子'], what: /10号户的户主“郑十”不在本户成员里/u, remedy: /给户主也写一行/u },
  { cells: alone(0, '陈乙'), what: /户号是0/u, remedy: /从1写起/u },
  { cells: alone(-3, '褚丙'), what: /户号“-3”是负数/u, remedy: /从1写起/u },
  { cells: alone(2.5, '卫丁'), what: /户号“2.5”带小数/u, remedy: /整数/u },
  { cells: alone('甲三', '蒋戊'), what: /户号“甲三”不是数字/u, remedy: /写成数字/u },
  { cells: alone('450221198501011234', '沈己'), what: /户号“450221198501011234”太大/u, remedy: /证件号/u },
  { cells: alone('', '韩庚'), what: /没有写户号/u, remedy: /全村不重复/u },
  { cells: ['', 11, '杨辛', '杨辛', '户主'], what: /没有写组/u, remedy: /“2组”/u },
  { cells: ['东头', 12, '朱壬', '朱壬', '户主'], what: /看不懂组“东头”/u, remedy: /“2组”/u },
  { cells: ['0组', 13, '秦癸', '秦癸', '户主'], what: /组“0组”的数不对/u, remedy: /从1到/u },
  { cells: alone(14, '尤子', ['1380013800']), what: /是10位/u, remedy: /11位/u },
  { cells: alone(15, '许丑', ['1380013800a']), what: /不是数字的字/u, remedy: /11位手机号/u },
  { cells: alone(16, '何寅', ['1.38E+10']), what: /科学计数/u, remedy: /“文本”格式/u },
  { cells: ['1组', 17, '吕卯', '吕卯', '邻居'], what: /不认识关系“邻居”/u, remedy: /写错/u, level: 'warning' },
  { cells: alone(18, '施辰', ['', '', '', '2030-01-01']), what: /生日“2030-01-01”还没有到/u, remedy: /1985-03-02/u },
  { cells: alone(19, '张巳', ['', '', '', '1985-02-30']), what: /没有“1985-02-30”这一天/u, remedy: /1985-03-02/u },
  { cells: alone(20, '孔午', ['', '', '', '1785']), what: /太早/u, remedy: /1985-03-02/u },
  { cells: alone(21, '曹未', ['', '', '大概是']), what: /“大概是”看不懂/u, remedy: /填“是”/u },
  { cells: alone(22, '严申', ['', '', '是', '1980']), what: /和生日对不上/u, remedy: /核对生日/u },
  { cells: alone(23, '华酉', ['', '老华123']), what: /称呼“老华123”/u, remedy: /只用汉字/u },
  { cells: alone(24, '金戌', ['', '=HYPERLINK("http://x")']), what: /公式符号开头/u, remedy: /重新打字/u },
  { cells: ['1组', 25, '魏亥', '魏亥\u202e', '户主'], what: /控制字符/u, remedy: /重新打字/u },
  { cells: alone(26, '陶金'), what: /姓名是公式/u, remedy: /选择性粘贴/u },
  { cells: alone(27, '姜木'), what: /关系是出错的公式（#REF!）/u, remedy: /选择性粘贴/u },
  { cells: alone(28, '戚水'), what: /这一行是隐藏的/u, remedy: /取消隐藏/u },
  { cells: alone(29, '谢火'), what: /手机是合并单元格/u, remedy: /取消合并/u },
  { cells: alone(31, '喻\u200b日'), what: /看不见的字符/u, remedy: /重新打/u, level: 'warning' },
  { cells: ['合计', '32户', '', '', ''], what: /合计行/u, remedy: /删掉/u, level: 'warning' },
  { cells: ['组', '户号', '户主', '姓名', '关系'], what: /又是一行表头/u, remedy: /删掉/u, level: 'warning' },
  { cells: ['1组', 32, '柏月', '柏月', '户主', '', '', '', '', '', '多出来'], what: /格数比表头多/u, remedy: /列名/u },
]

const firstRow = 3

/** Faults of several rows together: the sheet's rows follow the plantings. */
const together = [
  { cells: ['1组', 40, '水甲', '水甲', '户主'] },
  { cells: ['1组', 40, '窦乙', '窦乙', ''], what: /40号户写了2个户主：水甲（第\d+行）、窦乙（第\d+行）/u, remedy: /新的户号/u, on: -1 },
  { cells: ['1组', 41, '', '章丙', '户主'] },
  { cells: ['1组', 41, '', '云丁', '户主'], what: /41号户有2个人的关系是户主/u, remedy: /只留一个/u, on: -1 },
  { cells: ['1组', 42, '苏戊', '苏戊', '户主'] },
  { cells: ['1组', 42, '苏戊', '潘己', '妻子'] },
  { cells: ['1组', 42, '苏戊', '潘己\u200b', '女儿'], what: /写了两次（还有第\d+行）/u, remedy: /删掉重复/u, on: 0 },
  { cells: ['1组', 43, '葛庚', '葛庚', '户主'] },
  { cells: ['2组', 43, '奚辛', '奚辛', ''], what: /户号43出现在2个组：1组（第\d+行）、2组（第\d+行）/u, remedy: /换一个号/u, on: 0 },
  { cells: ['1组', 30, '邹土', '邹土', '户主', '13800138000'] },
  { cells: ['2组', 47, '郎子', '郎子', '户主', 13800138000], what: /手机一样：尾号8000/u, remedy: /复制错/u, on: 0, level: 'warning' },
  { cells: ['2组', 44, '范壬', '范壬', '户主', '', '老范'] },
  { cells: ['2组', 45, '范壬', '范壬', '户主', '', '老范'], what: /同一组的同名的人：2组范壬/u, remedy: /称呼/u, on: 0, level: 'warning' },
  { cells: ['2组', 46, '彭癸', '彭癸', '户主', '', '老范'], what: /称呼都是“老范”/u, remedy: /哪一位/u, on: 0, level: 'warning' },
] as const

/** Each planted fault with the row on which it must be told. */
export const planted: readonly {
  readonly row: number
  readonly what: RegExp
  readonly remedy: RegExp
  readonly level: 'error' | 'warning'
}[] = [
  ...plantings.map(({ what, remedy, level = 'error' }, index) => ({ row: index + firstRow, what, remedy, level })),
  ...together.flatMap((one, index) => {
    if (!('what' in one)) return []
    const row = index + firstRow + plantings.length + one.on
    return [{ row, what: one.what, remedy: one.remedy, level: 'level' in one ? one.level : ('error' as const) }]
  }),
  { row: firstRow + plantings.length + 6, what: /姓名“潘己”里有看不见的字符/u, remedy: /重新打/u, level: 'warning' },
  { row: 2, what: /不认识“血型”这一列/u, remedy: /列名/u, level: 'warning' },
]

const rowOf = (name: string): number => plantings.findIndex(({ cells }) => cells[3] === name) + firstRow

/** The roster with all plantings, as xlsx; an empty row stands at its end and a sound household after it. */
export const plantedRoster = (): Promise<Uint8Array> =>
  xlsxOf([['幸福村花名册'], header, ...plantings.map(({ cells }) => cells), ...together.map(({ cells }) => [...cells])], (sheet) => {
    sheet.getCell(rowOf('陶金'), 4).value = { formula: 'A1', result: '陶金' }
    sheet.getCell(rowOf('姜木'), 5).value = { error: '#REF!' }
    sheet.getRow(rowOf('戚水')).hidden = true
    sheet.mergeCells(rowOf('戚水'), 6, rowOf('谢火'), 6)
    const last = sheet.rowCount
    sheet.getRow(last + 2).values = ['3组', 50, '鲁韦', '鲁韦', '户主']
  })
