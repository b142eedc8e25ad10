import { make, redraw, the } from './elements.js'
import { linesFor } from './words.js'

/** @import { Village } from './village.js' */

/**
 * Lines one can type; a tap puts them into the box.
 * @param {Village} village
 * @param {(line: string) => void} fill
 */
export function mountHints(village, fill) {
  function draw() {
    const me = village.person(village.me)
    the('hints-for').textContent = me === undefined ? '' : '点一下就填进输入框'
    redraw(
      the('lines'),
      linesFor(me, newestNumber()).map(({ line, use }) =>
        make('li', {}, make('button', { type: 'button', class: 'line', onclick: () => fill(line) }, `${line} `, make('small', {}, use))),
      ),
    )
  }

  function newestNumber() {
    const numbers = village
      .chatsOf(village.me)
      .flatMap((chat) => village.said(chat).flatMap(({ text }) => [...text.matchAll(/#(\d{1,6})/gu)].map(([, number]) => Number(number))))
    return String(numbers.reduce((most, number) => Math.max(most, number), 0) || 1001)
  }

  for (const what of ['me', 'fetched', 'message']) village.on(what, draw)
}
