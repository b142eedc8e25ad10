/** What `doctor` found about one matter: well, to be thought about, or broken; in words, with what to do. */
export interface Finding {
  readonly level: '好' | '注意' | '坏'
  readonly text: string
}

/** In order. */
export const well = (text: string): Finding => ({ level: '好', text })

/** Works, but somebody should look at it. */
export const heed = (text: string): Finding => ({ level: '注意', text })

/** Does not work until somebody has done what the words say. */
export const broken = (text: string): Finding => ({ level: '坏', text })

/** Runs one check; a check that fails is a finding itself. */
export async function checked(title: string, check: () => Promise<readonly Finding[]> | readonly Finding[]): Promise<readonly Finding[]> {
  try {
    return await check()
  } catch (error) {
    return [broken(`检查${title}时出错（${error instanceof Error ? error.message : String(error)}），请把这一行发给技术员`)]
  }
}
