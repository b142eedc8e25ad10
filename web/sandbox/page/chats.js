import { botAvatar, make, mosaic, redraw, the } from './elements.js'
import { botName, clockWords } from './words.js'

/** @import { Village } from './village.js' */

/**
 * The name of a chat as its member sees it.
 * @param {Village} village
 * @param {string} chat
 */
export const chatName = (village, chat) => (village.isRoom(chat) ? chat : botName)

/**
 * The list of my chats: my rooms and the private one with the bot.
 * @param {Village} village
 */
export function mountChats(village) {
  const list = the('chat-list')

  function draw() {
    redraw(
      list,
      village.chatsOf(village.me).map((chat) => make('li', {}, entry(chat))),
    )
    const elsewhere = village.chatsOf(village.me).reduce((sum, chat) => sum + village.unread(chat), 0)
    for (const id of ['back-count', 'tab-count']) {
      the(id).hidden = elsewhere === 0
      the(id).textContent = String(elsewhere)
    }
    the('back').setAttribute('aria-label', elsewhere === 0 ? '返回消息列表' : `返回消息列表，还有${elsewhere}条没看`)
  }

  /** @param {string} chat */
  function entry(chat) {
    const last = village.said(chat).at(-1)
    const count = village.unread(chat)
    const members = village.rooms.find((room) => room.id === chat)?.members
    return make(
      'button',
      { type: 'button', onclick: () => open(chat) },
      members === undefined ? botAvatar() : mosaic(members),
      make('span', { class: 'chat-name' }, chatName(village, chat)),
      make('span', { class: 'chat-when' }, last === undefined ? '' : when(Date.parse(last.at))),
      make('span', { class: 'chat-last' }, last === undefined ? '还没有消息' : preview(last, members !== undefined)),
      count === 0 ? null : make('span', { class: 'badge' }, make('span', { class: 'hidden' }, '没看的消息：'), String(count)),
    )
  }

  /** @param {string} chat */
  function open(chat) {
    village.show(chat)
    the('talk-title').focus()
  }

  /** @param {number} instant */
  function when(instant) {
    const { date, time } = clockWords(instant)
    return clockWords(village.now()).date === date ? time : date
  }

  /** @param {import('./server.js').Message} message @param {boolean} inRoom */
  function preview({ from, text, file }, inRoom) {
    const words = `${file === undefined ? '' : '[图片] '}${text.replace(/\s+/g, ' ')}`
    return inRoom ? `${village.person(from)?.name ?? botName}：${words}` : words
  }

  for (const what of ['me', 'open', 'fetched', 'message']) village.on(what, draw)
}
