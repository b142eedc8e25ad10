import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { cats, type Cat } from './categories.ts'
import { list, shape, word, words } from './schema/parts.ts'
import type { Category, WrittenScheme } from './scheme.ts'
import { readYaml } from './reading/yaml-file.ts'

const file = 'conduct.yaml'

const common = z.object({ categories: z.record(z.enum(cats), shape({ name: word, words, units: list(word) })) })

let known: Readonly<Record<Cat, Category>> | undefined

/** The 35 kinds of conduct in the villagers' words, as every village has them. */
export function commonConduct(): Readonly<Record<Cat, Category>> {
  known ??= common.parse(readYaml(readFileSync(new URL(file, import.meta.url), 'utf8'), file).value).categories
  return known
}

/** The kinds of conduct as a village speaks of them: its own names and words first; a word that an item has is that item's alone. */
export function conductOf({ categories, items }: Pick<WrittenScheme, 'categories' | 'items'>): Readonly<Record<Cat, Category>> {
  const taken = new Set(items.flatMap(({ name, words: others }) => [name, ...others]))
  for (const own of Object.values(categories)) for (const one of own.words) taken.add(one)
  const usual = commonConduct()
  const entries = cats.map((cat) => {
    const own = categories[cat]
    const { name, words: others, units } = usual[cat]
    const more = others.filter((one) => !taken.has(one) && one !== own?.name)
    return [
      cat,
      { name: own?.name ?? name, words: [...(own?.words ?? []), ...more], units: [...new Set([...(own?.units ?? []), ...units])] },
    ] as const
  })
  return z.record(z.enum(cats), z.custom<Category>()).parse(Object.fromEntries(entries))
}
