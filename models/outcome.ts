import type { Question } from './question.ts'

/** An expected no: one Chinese sentence with the next step, told to that person alone. Undoes the handler's writes. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly text: string
  /** the refused case, so that a quote of the answer finds it */
  readonly about: number | undefined

  constructor(text: string, about?: number) {
    super(text)
    this.text = text
    this.about = about
  }
}

/** The handler cannot go on without an answer; the pipeline keeps the line as an open question. */
export class Asking extends Error {
  override readonly name = 'Asking'
  readonly question: Question

  constructor(question: Question) {
    super(question.text)
    this.question = question
  }
}

/** Ends the handling with a no; used after `??`. */
export function refuse(text: string, about?: number): never {
  throw new Refusal(text, about)
}

/** Ends the handling with a question; used after `??`. */
export function ask(question: Question): never {
  throw new Asking(question)
}
