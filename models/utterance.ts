/** A picture, voice or file that came with a message; bytes are fetched only when someone needs them. */
export interface Media {
  readonly kind: 'image' | 'voice' | 'file'
  readonly name: string
  bytes(limit: number): Promise<Uint8Array>
}

/** What the speaker quoted: the quoted speaker's room name and words, as the channel shows them (no message id). */
export interface Quote {
  readonly name: string
  readonly text: string
}

/** One message as heard on a channel, before anybody has asked what it means. */
export interface Utterance {
  /** puppet kind: `local`, `wecom`, … */
  readonly channel: string
  /** the bot's own account on that channel */
  readonly account: string
  /** the channel's message id; the same id again is the same message */
  readonly id: string
  /** the channel's room id, null in a private chat */
  readonly room: string | null
  /** the channel's contact id of who spoke */
  readonly speaker: string
  readonly speakerName: string
  /** the words without the quote and without the mention of the bot; well-formed and NUL-free is not promised */
  readonly text: string
  readonly atBot: boolean
  readonly quote: Quote | null
  readonly media: readonly Media[]
  /** when it was said, UTC ms */
  readonly at: number
}
