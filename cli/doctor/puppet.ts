import { createRequire } from 'node:module'
import { broken, heed, well, type Finding } from './finding.ts'

const require = createRequire(import.meta.url)

/** True when a package can be loaded from here. */
export function installed(name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch (error) {
    // a package that only lets itself be imported is there all the same
    return error instanceof Error && 'code' in error && error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
  }
}

type Env = Readonly<Record<string, string | undefined>>

const isSet = (env: Env, name: string): boolean => (env[name] ?? '') !== ''

/** A puppet's own variables: `wechaty-puppet-padlocal` reads `WECHATY_PUPPET_PADLOCAL_TOKEN`. */
const tokenOf = (puppet: string): string =>
  `${puppet
    .replace(/^@[^/]+\//u, '')
    .replaceAll('-', '_')
    .toUpperCase()}_TOKEN`

function wecomFindings(env: Env, isInstalled: (name: string) => boolean): readonly Finding[] {
  const missing = ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'].filter((name) => !isSet(env, name))
  const findings = missing.map((name) => broken(`没有设 ${name}；请在企业微信后台的智能机器人页面里查到，再设好`))
  if (!isInstalled('@wecom/aibot-node-sdk'))
    findings.push(broken('没有安装 @wecom/aibot-node-sdk；请运行 npm install @wecom/aibot-node-sdk'))
  return findings
}

function packageFindings(puppet: string, env: Env, isInstalled: (name: string) => boolean): readonly Finding[] {
  if (!isInstalled(puppet)) return [broken(`没有安装通道 ${puppet}；请运行 npm install ${puppet}，或检查 WECHATY_PUPPET 的拼写`)]
  const token = tokenOf(puppet)
  if (isSet(env, token) || isSet(env, token.replace(/TOKEN$/u, 'ENDPOINT'))) return []
  if (puppet === 'wechaty-puppet-service') return [broken(`没有设 ${token}；请把通道服务商给的口令设在 ${token}`)]
  return [heed(`没有设 ${token}；通道 ${puppet} 如果要口令，请照它的说明设好`)]
}

/** Whether the chosen channel can be opened: its package and its variables. `real` is the number of real villages. */
export function puppetFindings(
  puppet: string,
  env: Env,
  real: number,
  isInstalled: (name: string) => boolean = installed,
): readonly Finding[] {
  if (puppet === 'local') {
    if (real === 0) return [well('通道 local：示范村，用浏览器试用')]
    return [heed('通道是 local，启动的是示范村；要开真实的村，请用 WECHATY_PUPPET 选通道')]
  }
  const findings = puppet === 'wecom' ? wecomFindings(env, isInstalled) : packageFindings(puppet, env, isInstalled)
  return findings.length > 0 ? findings : [well(`通道 ${puppet} 装好了，口令设好了`)]
}
