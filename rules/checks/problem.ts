/** Something wrong, or doubtful, in a scheme file: line counted from 1, message in the village's words with the remedy. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
  readonly level: 'error' | 'warning'
}

/** A finding before its line is known: the path of keys and indexes in the file; `key` when the key itself is wrong. */
export interface Finding {
  readonly path: readonly (string | number)[]
  readonly key?: string
  readonly message: string
  readonly level: 'error' | 'warning'
}

/** A finding that keeps a scheme from being used. */
export const wrong = (path: Finding['path'], message: string): Finding => ({ path, message, level: 'error' })

/** A finding that the village should think about. */
export const doubtful = (path: Finding['path'], message: string): Finding => ({ path, message, level: 'warning' })
