/** Where the bot stands with its messenger: waiting for the scan, logged in, or neither. */
export type LoginState = 'scan' | 'in' | 'out'

/** What the page about the bot's health says of the login. */
export const loginText = {
  in: '机器人已登录，正在听群里的话。',
  scan: '请用机器人的手机扫下面的码登录。码会换，页面每十秒自己刷新。',
  out: '机器人还没有登录，正在连通道。等一两分钟还是这样，运行 npm run xiangyue -- doctor 看看。',
  training: '这里是示范村，不用登录。',
} as const satisfies Record<LoginState | 'training', string>

/** Heads what is still to be said to the bot. */
export const stillToSay = '还要说的口令（说过的不用再说，每个用一次，7天内有效）：'

/** In place of the codes for whoever does not sit at the machine. */
export const codesElsewhere = '还有口令没有说，请在机器人的电脑上打开这一页看。'

/** What is served, and by which version. */
export const servedText = (villages: number, version: string): string => `村：${String(villages)}个。版本：${version}。`

/** The page's title. */
export const healthTitle = '积分管家 · 运行情况'

/** What the picture of the login code is called for whoever cannot see it. */
export const codePicture = '登录用的二维码'
