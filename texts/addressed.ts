/** A saying to be typed stands after one of these words, in “”; several may follow each other. */
const sayings = /(?:发|回|比如)(?:“[^“”]*”[、或，]?)+/gu

/** How a list of sayings is announced. */
const lists = /这样说：/gu

/** How the bot asks for a photo. */
const photos = /发一张照片/gu

/** How the bot asks for a number out of a list. */
const numbers = /回数字就行/gu

/**
 * An instruction as it must be followed in a room where the bot hears only what mentions it: 发“查分” becomes 发“@积分管家 查分”, and a photo,
 * which cannot mention anybody, is asked for in private or together with the words. People's own words are left as they are.
 */
export function addressed(text: string, botName: string): string {
  const call = `@${botName} `
  return text
    .replace(sayings, (all) => all.replaceAll('“', `“${call}`))
    .replace(lists, `这样说（每句前面加“@${botName}”）：`)
    .replace(photos, '发一张照片（私信发给我，或者申报时和文字发在同一条里）')
    .replace(numbers, `回“${call}”加数字就行`)
}
