import { parseArgs } from 'node:util'
import type { Prompt } from '../io.ts'
import { offices, type NamedOfficers } from './officers.ts'

/** Something `init` has to know was not said, and nobody is there to be asked; or the options cannot be read. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished'
}

/** What the options said. */
export interface Flags {
  readonly roster?: string | undefined
  readonly sheet?: string | undefined
  readonly scheme?: string | undefined
  readonly name?: string | undefined
  readonly secretary?: string | undefined
  readonly bookkeeper?: string | undefined
  readonly reviewers?: string | undefined
  readonly supervisors?: string | undefined
  readonly operator?: string | undefined
  /** the party organisation's check of the scheme */
  readonly party?: string | undefined
  readonly yes: boolean
}

const usage =
  '用法：init --roster 花名册.xlsx --scheme shifan --name 村名 --bookkeeper 会计姓名 --reviewers 评议员,评议员 --party 党组织把关记录 [--secretary 支书] [--supervisors 监督员,监督员] [--operator 管机器的人] [--sheet 工作表] [--yes]'

const text = { type: 'string' } as const

/** Reads the options. Throws `Unfinished` with the usage. */
export function readFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        roster: text,
        sheet: text,
        scheme: text,
        name: text,
        secretary: text,
        bookkeeper: text,
        reviewers: text,
        supervisors: text,
        operator: text,
        party: text,
        yes: { type: 'boolean', default: false },
      },
    })
    return values
  } catch {
    throw new Unfinished(usage)
  }
}

/** Several names in one option: separated by commas or 、. */
export const namesIn = (words: string | undefined): readonly string[] =>
  (words ?? '')
    .split(/[,，、;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** What was said, or what is answered. Throws `Unfinished` naming the option when nobody can be asked. */
export async function wanted(
  said: string | undefined,
  question: string,
  option: string,
  prompt: Prompt | null,
  usual = '',
): Promise<string> {
  if (said !== undefined && said.trim() !== '') return said.trim()
  if (!prompt) throw new Unfinished(`还缺${question}，请加 ${option}。`)
  const answer = await prompt.ask(`${question}${usual === '' ? '' : `（直接回车：${usual}）`}：`)
  if (answer === null) throw new Unfinished('没有说完，没有建村。')
  if (answer !== '') return answer
  return usual === '' ? wanted(said, question, option, prompt, usual) : usual
}

async function optional(said: string | undefined, question: string, prompt: Prompt | null): Promise<string | undefined> {
  if (said !== undefined || !prompt) return said
  const answer = await prompt.ask(`${question}（没有就直接回车）：`)
  if (answer === null) throw new Unfinished('没有说完，没有建村。')
  return answer === '' ? undefined : answer
}

/** The officers as the options named them. */
export function officersSaid({ secretary, bookkeeper, reviewers, supervisors, operator }: Flags): NamedOfficers {
  return {
    ...(secretary === undefined ? {} : { secretary }),
    ...(bookkeeper === undefined ? {} : { bookkeeper }),
    ...(operator === undefined ? {} : { operator }),
    reviewers: namesIn(reviewers),
    supervisors: namesIn(supervisors),
  }
}

/** Asks for the officers that the options did not name. Throws `Unfinished` when one that must be cannot be asked for. */
export async function askOfficers(flags: Flags, prompt: Prompt | null): Promise<NamedOfficers> {
  const { bookkeeper, reviewer, secretary, supervisor, operator } = offices
  const asked: Flags = {
    ...flags,
    bookkeeper: await wanted(flags.bookkeeper, `${bookkeeper.title}姓名`, bookkeeper.option, prompt),
    reviewers: await wanted(flags.reviewers, `${reviewer.title}姓名（至少两户，用逗号隔开）`, reviewer.option, prompt),
    secretary: await optional(flags.secretary, `${secretary.title}姓名`, prompt),
    supervisors: await optional(flags.supervisors, `${supervisor.title}姓名，用逗号隔开`, prompt),
    operator: await optional(flags.operator, `${operator.title}，不写就是会计`, prompt),
  }
  return officersSaid(asked)
}
