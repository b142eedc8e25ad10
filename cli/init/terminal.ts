import { createInterface } from 'node:readline'
import type { Prompt } from '../io.ts'

/** Asks at a terminal. Lines typed or pasted ahead answer the questions that follow. */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompt {
  const typed: string[] = []
  const waiting: ((line: string | null) => void)[] = []
  let closed = false
  const lines = createInterface({ input, output })
  lines.on('line', (line) => {
    const next = waiting.shift()
    if (next) next(line.trim())
    else typed.push(line.trim())
  })
  lines.once('close', () => {
    closed = true
    for (const next of waiting.splice(0)) next(null)
  })
  return {
    ask(question) {
      const ahead = typed.shift()
      if (ahead === undefined && closed) return Promise.resolve(null)
      lines.setPrompt(question)
      if (!closed) lines.prompt()
      if (ahead !== undefined) return Promise.resolve(ahead)
      return new Promise((resolve) => {
        waiting.push(resolve)
      })
    },
    close: () => {
      lines.close()
    },
  }
}
