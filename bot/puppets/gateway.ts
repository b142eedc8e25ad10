import { PuppetService } from 'wechaty-puppet-service'

type Stream = Parameters<PuppetService['bridgeGrpcEventStream']>[0]

/**
 * The ecosystem's gateway client, mended in two places: it keeps no villager's name on this machine's disk, and it knows when its stream of
 * events has ended; the base class goes on claiming to be logged in, for ever, while it hears nothing.
 */
export class PuppetGateway extends PuppetService {
  private stream: Stream | null = null

  /** whether events still come; a login without them is worth nothing */
  connected(): boolean {
    return this.stream !== null
  }

  /** what the base class calls at birth to open its store of names, rooms and members when somebody logs in: the store stays closed */
  protected override hookPayloadStore(): void {
    // everything is asked of the gateway
  }

  /** called with each new connection; what becomes of an older one is nobody's business any more */
  protected override bridgeGrpcEventStream(stream: Stream): void {
    super.bridgeGrpcEventStream(stream)
    this.stream = stream
    for (const ending of ['end', 'error', 'cancel'])
      stream.on(ending, () => {
        if (this.stream === stream) this.stream = null
      })
  }
}
