import { avatar, botAvatar, make } from './elements.js'
import { pictureAddress } from './server.js'
import { botName, clockWords } from './words.js'

/** @import { Message } from './server.js' */
/** @import { Village } from './village.js' */

const LONG_PRESS_MS = 500

/** @param {string} text */
const withNumbers = (text) => text.split(/(#\d{1,6})/u).map((part, index) => (index % 2 === 1 ? make('b', {}, part) : part))

/**
 * Who said a message, by name.
 * @param {Village} village
 * @param {Message} message
 */
export const speakerName = (village, message) => village.person(message.from)?.name ?? botName

/**
 * A message in a few words, for quotes.
 * @param {Village} village
 * @param {Message | undefined} message
 */
export const inShort = (village, message) =>
  message === undefined
    ? '原消息看不到了'
    : `${speakerName(village, message)}：${message.text === '' ? '[图片]' : message.text.replace(/\s+/g, ' ')}`

/**
 * One message as a bubble.
 * @param {Village} village
 * @param {Message & { waiting?: boolean }} message
 * @param {{ isNew: boolean, quote(message: Message): void }} options
 */
export function bubble(village, message, { isNew, quote }) {
  const mine = message.from === village.me
  const name = speakerName(village, message)
  const face = village.person(message.from) === undefined ? botAvatar() : avatar(name)
  const time = clockWords(Date.parse(message.at)).time
  const body = make(
    'div',
    { class: 'body' },
    make(
      'p',
      { class: 'meta' },
      make('span', { class: mine ? 'hidden' : 'name' }, mine ? `我（${name}）` : name),
      make('time', { datetime: message.at }, message.waiting ? '正在发送' : time),
    ),
    message.text === '' ? null : make('p', { class: 'bubble' }, ...withNumbers(message.text)),
    message.file === undefined ? null : picture(name, message.file),
    message.quote === undefined
      ? null
      : make(
          'p',
          { class: 'quoted' },
          make('span', { class: 'hidden' }, '引用 '),
          make('span', {}, inShort(village, village.find(message.quote))),
        ),
    message.waiting
      ? null
      : make(
          'button',
          { type: 'button', class: 'quote', onclick: () => quote(message), 'aria-label': `引用${mine ? '我' : name}的这一条` },
          '引用',
        ),
  )
  const classes = ['said', mine ? 'mine' : '', isNew ? 'new' : '', message.waiting ? 'waiting' : '']
  const said = make('article', { class: classes.filter(Boolean).join(' '), 'data-id': message.id }, face, body)
  if (!message.waiting) onLongPress(body, () => quote(message))
  return said
}

/** @param {string} name @param {string} file */
function picture(name, file) {
  const image = make('img', { class: 'photo', src: pictureAddress(file), alt: `${name}发的图片`, loading: 'lazy' })
  image.addEventListener('error', () => image.replaceWith(make('p', { class: 'bubble' }, '[这个文件不是图片，打不开]')))
  return image
}

/** @param {HTMLElement} element @param {() => void} act */
function onLongPress(element, act) {
  let timer = 0
  const stop = () => clearTimeout(timer)
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    stop()
    act()
  })
  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') timer = Number(setTimeout(act, LONG_PRESS_MS))
  })
  for (const end of ['pointerup', 'pointercancel', 'pointermove']) element.addEventListener(end, stop)
}
