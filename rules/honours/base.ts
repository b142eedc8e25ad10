import type { Book } from '../scheme.ts'

/** 基础分 that is the same for every holder of a book; a base by the register (YX-1) is no rule of the scheme alone, and is 0 here. */
export function equalBase({ base }: Pick<Book, 'base'>): number {
  if (typeof base === 'number') return base
  return base.kind === 'equal' ? base.points : 0
}
