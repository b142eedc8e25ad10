/** A move the case's table does not have. */
export class IllegalMove extends Error {
  override readonly name = 'IllegalMove'
}

/** Somebody else moved the case first. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
  readonly number: number

  constructor(number: number) {
    super(`#${String(number)} was moved by somebody else`)
    this.number = number
  }
}

/** An entry that may not be booked: unbalanced, over the limit, of an unknown account, or not the exact negative it claims to be. */
export class IllegalEntry extends Error {
  override readonly name = 'IllegalEntry'
}

/** The holder has not as much to spend. */
export class Overdrawn extends Error {
  override readonly name = 'Overdrawn'
  readonly account: string

  constructor(account: string) {
    super('the holder has not as much to spend')
    this.account = account
  }
}

/** The cause was booked before, with other content. */
export class CauseTaken extends Error {
  override readonly name = 'CauseTaken'
}
