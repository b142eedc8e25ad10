/** A picture or file that cannot be evidence: over the limit, not a picture, or no longer to be had from the channel. */
export class MediaRefused extends Error {
  override readonly name = 'MediaRefused'
  readonly reason: 'too-large' | 'not-an-image' | 'gone'

  constructor(reason: MediaRefused['reason']) {
    super(reason)
    this.reason = reason
  }
}
