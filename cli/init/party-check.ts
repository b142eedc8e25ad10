import { foldText } from '../../bot/grammar/fold.ts'
import { lackingIn } from '../../rules/resolution.ts'
import { partsText } from '../../texts/scheme/scheme.ts'
import type { Prompt } from '../io.ts'
import { wrong, type Fault } from './roster/fault.ts'
import { Unfinished, wanted } from './wishes.ts'

const example = '党支部陈国栋11月18日把关，支委会会议记录第12号'
const question = `党组织谁在哪天把的关、记在哪份文件里，比如“${example}”`

/** Longest record that is kept: more than a sentence belongs into the document it names. */
const LONGEST = 200

/** A record as it is kept: other sentences go on behind it. */
const sentence = (said: string): string => foldText(said).replace(/[。.]+$/u, '')

/** What is wrong with a record of the check; null when it names who, when and the document. */
function complaint(words: string): string | null {
  if (words.length > LONGEST) return `太长，最多${String(LONGEST)}字`
  const lacking = lackingIn(words)
  return lacking.length === 0 ? null : `还差：${partsText(lacking)}`
}

/** What is wrong with the record that `--party` gives (MIN-1); nothing when none was given, for then it is asked for. */
export function partyCheckFaults(said: string | undefined): readonly Fault[] {
  const words = foldText(said ?? '')
  const what = words === '' ? null : complaint(words)
  return what === null ? [] : [wrong(null, `党组织把关记录“${words.slice(0, LONGEST)}”${what}`, `请写全，比如 --party "${example}"`)]
}

/**
 * The party organisation's check of the scheme, without which it does not take effect (MIN-1): as it was said, or asked for until it
 * names who, when and the document. Throws `Unfinished` when nobody can be asked.
 */
export async function askPartyCheck(said: string | undefined, prompt: Prompt | null): Promise<string> {
  let words = sentence(await wanted(said, question, '--party', prompt))
  for (let what = complaint(words); what !== null; what = complaint(words)) {
    const answer = await prompt?.ask(`${what}。请连前面说的一起写全，比如“${example}”：`)
    if (answer === null || answer === undefined) throw new Unfinished('没有说完，没有建村。')
    words = sentence(answer)
  }
  return words
}
