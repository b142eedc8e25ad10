import { helpers, type PuppetOptions, type impls } from 'wechaty-puppet'
import type { Hears } from './channel.ts'

type PuppetPackage = `wechaty-puppet-${string}` | `@${string}/wechaty-puppet-${string}`

const isPuppetPackage = (name: string): name is PuppetPackage => /^(@[\w.-]+\/)?wechaty-puppet-[\w.-]+$/.test(name)

/** The gateway's client, which we use without its store of names on disk. */
const gateway = 'wechaty-puppet-service'

/** The puppet of a package by its name, or the one given; throws when there is no package of that name. */
export async function openPuppet(puppet: impls.PuppetInterface | string, options: PuppetOptions = {}): Promise<impls.PuppetInterface> {
  if (typeof puppet !== 'string') return puppet
  if (!isPuppetPackage(puppet)) throw new Error(`${puppet} is not the name of a puppet package`)
  if (puppet === gateway) {
    const { PuppetGateway } = await import('./puppets/gateway.ts')
    return new PuppetGateway(options)
  }
  return helpers.resolvePuppet({ puppet, puppetOptions: options })
}

interface Streaming {
  connected(): boolean
}

const isStreaming = (puppet: object): puppet is Streaming => 'connected' in puppet && typeof puppet.connected === 'function'

/** Whether somebody is logged in and, where the puppet knows, its gateway still sends events. */
export const isOnline = (puppet: impls.PuppetInterface): boolean => puppet.isLoggedIn && (!isStreaming(puppet) || puppet.connected())

/** What of a room's talk the puppet says it passes on; one that says nothing passes everything. */
export const declaredHears = (puppet: object): Hears => ('hears' in puppet && puppet.hears === 'mentions' ? 'mentions' : 'everything')

/**
 * The puppet as Wechaty is shown it: rooms without members. Otherwise the first message of a room, and each coming and going, makes Wechaty
 * look up every member: 300 calls that freeze the bot and get accounts blocked. Who needs members asks the puppet itself.
 */
export function withoutMembers(puppet: impls.PuppetInterface): impls.PuppetInterface {
  const nobody = (): Promise<string[]> => Promise.resolve([])
  return new Proxy(puppet, {
    get(target, key) {
      if (key === 'roomMemberList') return nobody
      // private fields are the target's own: its methods must not meet the proxy as `this`
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (...args: unknown[]): unknown => Reflect.apply(value, target, args) : value
    },
    set: (target, key, value: unknown) => Reflect.set(target, key, value, target),
  })
}
