import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

// two lists: in one, the IPv6 range of mapped addresses would take in every IPv4 address
const inner4 = new BlockList()
const inner6 = new BlockList()
const nets4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const
const nets6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const
for (const [net, prefix] of nets4) inner4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of nets6) inner6.addSubnet(net, prefix, 'ipv6')

/** True for an address of the machine itself or of its local network, where a stranger's link must never lead. */
export const isInner = (address: string): boolean => (isIP(address) === 6 ? inner6.check(address, 'ipv6') : inner4.check(address, 'ipv4'))

/** Whether a link leads to the open internet: http or https, and every address of its host is a public one. */
export async function isPublic(url: URL, resolve: (host: string) => Promise<readonly string[]> = addressesOf): Promise<boolean> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  return addresses.length > 0 && !addresses.some(isInner)
}

async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true })
  return found.map(({ address }) => address)
}
