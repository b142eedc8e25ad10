/** What the training village answers to a wrong request, in the words of whoever sits at the machine. */
export const sentences = {
  notJson: '请求的内容不是 JSON，请检查括号和引号。',
  notObject: '请求要是一个 JSON 对象，例如 {"from":"王秀英","to":"村民群","text":"查分"}。',
  tooLarge: '内容太大：一次最多 20 MiB，请把图片压小一点再发。',
  unknownField: (names: string) => `不认识的字段：${names}。`,
  wrongField: (name: string) => `字段 ${name} 不对。`,
  missingFrom: '请用 from 写明是谁在说话。',
  missingTo: '请用 to 写明对谁说：群名，或者 "bot"（私聊积分管家）。',
  nothingSaid: '一句话也没有：text 和 image 至少要有一个。',
  wrongId: 'id 要是 1 到 128 个普通字符。',
  unknownPerson: (id: string) => `村里没有“${id}”这个人，名单在 GET /sandbox/api/state。`,
  unknownRoom: (id: string) => `没有“${id}”这个群；群名在 GET /sandbox/api/state，私聊请写 "bot"。`,
  noPhone: (id: string) => `${id}没有手机，不能自己发消息；可以请别人代报。`,
  notInRoom: (id: string, room: string) => `${id}不在${room}里，不能在那里说话。`,
  unknownQuote: (id: string) => `引用的消息“${id}”不存在，或者说话的人看不到它。`,
  unknownAfter: (id: string) => `after 写的消息“${id}”不存在。`,
  unknownChat: (id: string) => `没有“${id}”这个群，也没有这个人；请用 to 写群名或人的 id。`,
  clockNeedsOne: '请写 {"to":"2026-12-01T08:00:00+08:00"} 或 {"advance":"3d"}，二者选一。',
  clockNotTime: 'to 不是一个时刻，请写成 2026-12-01T08:00:00+08:00 这样。',
  clockNotSpan: 'advance 请写成 30m、12h 或 3d 这样。',
  clockBackwards: '时钟只能往前拨，不能往回拨。',
  clockTooFar: '一次最多往前拨十年。',
  householdsRange: (least: number, most: number) => `households 要是 ${least} 到 ${most} 之间的整数（全村总户数）。`,
  notFound: '没有这个地址。',
  noPicture: '没有这张图片。',
  foreign: '练习村只在这台机器上使用，请在本机打开 http://127.0.0.1。',
  broken: (number: string) => `程序出错了，编号 ${number}，请把编号告诉管理员。`,
} as const

/** Why the web server cannot open its door, and which setting to change. */
export const doorSentences = {
  busy: (port: number) =>
    `端口 ${port} 已经被别的程序占用：请先关掉那个程序，或者换一个端口再启动，例如设置 PORT=${port === 65535 ? port - 1 : port + 1}。`,
  forbidden: (port: number) => `没有权限使用端口 ${port}：请把 PORT 改成 1024 以上的数，例如 8480。`,
  notHere: (host: string) => `HOST=${host} 不是这台机器的地址：请改成 127.0.0.1。`,
  notLoopback: (host: string) => `练习村只能在本机打开，不能用 HOST=${host}：请改成 127.0.0.1。`,
  wrongPort: (port: number) => `PORT=${port} 不是端口号：请写 1 到 65535 之间的整数，例如 8480。`,
} as const
