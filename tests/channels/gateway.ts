import { createServer } from 'node:net'
import { log } from 'wechaty-puppet'
import { PuppetServer } from 'wechaty-puppet-service'
import { PuppetGateway } from '../../bot/puppets/gateway.ts'
import type { PuppetLocal } from '../../bot/puppets/local.ts'

/** The name in the certificate that the gateway brings along stands before the token. */
export const gatewayToken = 'insecure_3d415ebb-7a6f-4cba-b602-1f4ae400f011'

/** A free port of the loopback. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A real gateway of the ecosystem on the loopback, before the training village. */
export interface Gateway {
  readonly endpoint: string
  /** opens the door at the same address, also again */
  open(): Promise<void>
  /** as a crash: connections are cut, nobody is told */
  kill(): Promise<void>
}

/** A gateway that is not open yet. */
export async function gatewayTo(local: PuppetLocal, tls: boolean): Promise<Gateway> {
  const endpoint = `127.0.0.1:${String(await freePort())}`
  let server: PuppetServer | null = null
  return {
    endpoint,
    async open() {
      log.level('silent')
      server = new PuppetServer({ endpoint, puppet: local, token: gatewayToken, tls: { disable: !tls } })
      await server.start()
    },
    async kill() {
      await server?.stop()
      server = null
    },
  }
}

/** The bot's side: the puppet that villages use with WECHATY_PUPPET=wechaty-puppet-service. */
export const gatewayClient = ({ endpoint }: Gateway, tls: boolean, token = gatewayToken, timeoutSeconds = 60): PuppetGateway =>
  new PuppetGateway({ endpoint, token, timeoutSeconds, tls: { disable: !tls } })
