/** What can stand in the way of opening the village's data. */
export type DatabaseProblemKind =
  'folder' | 'not-a-database' | 'second-start' | 'unreachable' | 'refused' | 'newer' | 'unguarded' | 'settings' | 'unknown'

/** The data cannot be opened; the message is a Chinese sentence that says what to do. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem'
  readonly kind: DatabaseProblemKind

  constructor(kind: DatabaseProblemKind, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.kind = kind
  }
}

/** The code of a failed system call or database call: `EACCES`, `SQLITE_NOTADB`, `28P01`; empty when it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('driverError' in error && error.driverError !== error) return codeOf(error.driverError)
  if ('code' in error && typeof error.code === 'string') return error.code
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0])
  return ''
}

const folderCodes = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_PERM',
]
const networkCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'ENETUNREACH']
const loginCodes = ['28P01', '28000', '3D000', '42501']

/** The problem behind a failed opening, in words for whoever started the program. */
export function problemOf(error: unknown, dataDir: string): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error
  const code = codeOf(error)
  if (folderCodes.includes(code)) {
    return new DatabaseProblem(
      'folder',
      `数据文件夹「${dataDir}」不能写入（${code}）。请检查文件夹权限和磁盘空间，或用 DATA_DIR 指定另一个文件夹。`,
      error,
    )
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new DatabaseProblem(
      'not-a-database',
      `「${dataDir}」里的 xiangyue.sqlite 不是数据库，或者已经损坏。请把它移到别处，再从备份恢复。`,
      error,
    )
  }
  if (networkCodes.includes(code)) {
    return new DatabaseProblem('unreachable', `连不上 PostgreSQL（${code}）。请确认数据库已启动，DATABASE_URL 里的地址和端口正确。`, error)
  }
  if (loginCodes.includes(code)) {
    return new DatabaseProblem('refused', `PostgreSQL 拒绝登录（${code}）。请核对 DATABASE_URL 里的用户名、密码和数据库名。`, error)
  }
  return new DatabaseProblem(
    'unknown',
    `打不开数据（${error instanceof Error ? error.message : String(error)}）。请查看日志后重试，或从备份恢复。`,
    error,
  )
}
