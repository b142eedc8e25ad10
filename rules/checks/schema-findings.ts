import type { z } from 'zod'
import type { Finding } from './problem.ts'
import { wrong } from './problem.ts'

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每行以 - 开头）',
  object: '一组“名称: 内容”',
  record: '一组“名称: 内容”',
}

const kindOf = (kind: string) => kinds[kind] ?? kind

const nameOf = (path: Issue['path']) => {
  const last = path.findLast((step) => typeof step === 'string')
  return typeof last === 'string' ? `“${last}”` : '这里'
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'array') return `${nameOf(issue.path)}至少要写${String(issue.minimum)}项`
  if (issue.origin === 'string') return `${nameOf(issue.path)}太短，至少${String(issue.minimum)}个字`
  const bound = issue.inclusive === false ? `大于${String(issue.minimum)}` : `不小于${String(issue.minimum)}`
  return `${nameOf(issue.path)}要${bound}；加分扣分都写正数，扣分项另写 kind: deduction`
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'string') return `${nameOf(issue.path)}太长，最多${String(issue.maximum)}个字`
  return `${nameOf(issue.path)}太大，最多${String(issue.maximum)}`
}

function custom(issue: z.core.$ZodIssueCustom): string {
  if (issue.message === 'date') return `${nameOf(issue.path)}要写真有的日子，如 2026-12-31`
  return `${nameOf(issue.path)}最多写三位小数`
}

function mistyped(issue: z.core.$ZodIssueInvalidType): string {
  return issue.input === undefined
    ? `缺少${nameOf(issue.path)}，应写${kindOf(issue.expected)}`
    : `${nameOf(issue.path)}应写${kindOf(issue.expected)}`
}

/** What a thing that comes in several kinds may be, by where it stands. */
function unionMessage(path: Issue['path']): string {
  if (path.at(-1) === 'by') return '“by”只能写：level（按级别）、quantity（按数量）'
  if (path.at(-1) === 'base' || path.at(-2) === 'base')
    return '“base”写一个数，或写 kind: equal（各户一样）、kind: contracted（按承包人口）'
  if (path[0] === 'honours') return '荣誉的“kind”只能写：top、percent、stars、grades、bands'
  return '“kind”只能写：fixed、per-unit、ranged、tiered、table、share'
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return mistyped(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return `${nameOf(issue.path)}只能写：${issue.values.map(String).join('、')}`
    case 'invalid_union':
      return unionMessage(issue.path)
    case 'invalid_format':
      return `${nameOf(issue.path)}只能用英文字母、数字和短横线，以字母开头，如 sweep-road`
    case 'custom':
      return custom(issue)
    case 'invalid_key':
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'invalid_element':
      return `${nameOf(issue.path)}写得不对`
  }
}

const unknownKey = (path: Finding['path'], key: string) =>
  path.at(-1) === 'categories' ? `没有“${key}”这个类别代码，请改成手册类别表里的代码` : `不认识“${key}”：请删掉，或检查是不是写错了字`

const steps = (path: Issue['path']) => path.map((step) => (typeof step === 'symbol' ? step.toString() : step))

/** What the schema refuses, each in one Chinese sentence; an unknown key is a finding of its own. */
export function schemaFindings(issues: readonly Issue[]): readonly Finding[] {
  return issues.flatMap((issue) => {
    const path = steps(issue.path)
    if (issue.code !== 'unrecognized_keys') return [wrong(path, messageOf(issue))]
    return issue.keys.map((key) => ({ ...wrong(path, unknownKey(path, key)), key }))
  })
}
