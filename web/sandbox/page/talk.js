import { make, the } from './elements.js'
import { bubble } from './message.js'
import { chatName } from './chats.js'
import { clockWords } from './words.js'

/** @import { Message } from './server.js' */
/** @import { Village } from './village.js' */

const PAGE = 120
const PAUSE_MS = 5 * 60_000
const NEAR_PX = 120

/**
 * The open chat: what was said in it, newest at the bottom.
 * @param {Village} village
 * @param {(message: Message) => void} quote
 */
export function mountTalk(village, quote) {
  const log = the('log')
  const newest = the('newest')
  let shown = PAGE

  const nearBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX
  const toBottom = () => {
    log.scrollTop = log.scrollHeight
    newest.hidden = true
  }

  function draw() {
    const chat = village.open
    the('talk').hidden = chat === null
    the('chats').hidden = chat !== null
    document.body.toggleAttribute('data-talking', chat !== null)
    if (chat === null) return
    const room = village.rooms.find(({ id }) => id === chat)
    const me = village.person(village.me)
    the('talk-title').textContent = room === undefined ? chatName(village, chat) : `${chat}（${room.members.length + 1}）`
    the('talk-me').textContent = me === undefined ? '' : `我是${me.name}`
    the('words').setAttribute('placeholder', room === undefined ? '跟积分管家私下说' : `在${chat}里说`)
    // a whole chat is read on demand; only what comes next is announced
    log.setAttribute('aria-live', 'off')
    const said = village.said(chat)
    const rows = said.slice(-shown).flatMap((message, index, all) => row(message, all[index - 1], false))
    const earlier = said.length > shown ? [make('button', { type: 'button', class: 'earlier', onclick: more }, '看更早的消息')] : []
    log.replaceChildren(...earlier, ...(rows.length === 0 ? [emptiness(room !== undefined)] : rows))
    toBottom()
    setTimeout(() => log.setAttribute('aria-live', 'polite'), 100)
  }

  function more() {
    const before = log.scrollHeight
    shown += PAGE
    draw()
    log.scrollTop = log.scrollHeight - before
  }

  /** @param {boolean} isRoom */
  const emptiness = (isRoom) =>
    make('p', { class: 'empty' }, isRoom ? '群里还没有人说话。试试：报 扫路 2小时' : '这里只有你和积分管家看得见。试试：查分')

  /** @param {Message} message @param {Message | undefined} before @param {boolean} isNew */
  function row(message, before, isNew) {
    const at = Date.parse(message.at)
    const paused = before === undefined || at - Date.parse(before.at) > PAUSE_MS
    const { date, weekday, time } = clockWords(at)
    return [...(paused ? [make('p', { class: 'when' }, `${date} ${weekday} ${time}`)] : []), bubble(village, message, { isNew, quote })]
  }

  village.on('open', () => {
    shown = PAGE
    draw()
  })
  village.on('fetched', (chat) => {
    if (chat === village.open) draw()
  })
  village.on('message', ({ chat, message, isNew }) => {
    if (chat !== village.open) return
    const near = nearBottom()
    const old = log.querySelector(`[data-id="${window.CSS.escape(message.id)}"]`)
    if (old !== null) old.replaceWith(bubble(village, message, { isNew: false, quote }))
    else if (isNew) {
      log.querySelector('.empty')?.remove()
      log.append(...row(message, village.said(chat).at(-2), true))
    }
    if (near || message.from === village.me) toBottom()
    else newest.hidden = false
  })
  newest.addEventListener('click', toBottom)
  log.addEventListener('scroll', () => {
    if (nearBottom()) newest.hidden = true
  })
  log.addEventListener('load', () => nearBottom() && toBottom(), true)
  the('back').addEventListener('click', () => {
    village.show(null)
    the('chat-list').querySelector('button')?.focus()
  })
}
