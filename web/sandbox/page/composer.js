import { make, the } from './elements.js'
import { inShort } from './message.js'
import { say, Trouble } from './server.js'

/** @import { Message } from './server.js' */
/** @import { Village } from './village.js' */

/** what still fits into a request of 20 MiB as base64 */
const LARGEST_PHOTO = 15 * 1024 * 1024 - 4096

/** @param {File} file @returns {Promise<string>} */
const base64Of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(new Trouble('这张照片读不出来，请换一张。'))
    reader.readAsDataURL(file)
  })

/**
 * Where one types, adds a photo and quotes.
 * @param {Village} village
 */
export function mountComposer(village) {
  const words = the('words')
  const photo = the('photo')
  const trouble = the('trouble')
  /** @type {Message | null} */
  let quoted = null
  /** @type {File | null} */
  let picture = null

  function grow() {
    words.style.height = 'auto'
    words.style.height = `${words.scrollHeight + 2}px`
  }

  /** @param {string} text */
  function fill(text) {
    words.value = text
    grow()
    words.focus()
  }

  /** @param {string} [text] */
  function complain(text = '') {
    trouble.hidden = text === ''
    trouble.textContent = text
  }

  /** @param {Message | null} message */
  function quote(message) {
    quoted = message
    const place = the('quoting')
    place.hidden = message === null
    if (message === null) return
    place.replaceChildren(
      make('span', {}, `引用 ${inShort(village, message)}`),
      remove('取消引用', () => quote(null)),
    )
    words.focus()
  }

  /** @param {File | null} file */
  function attach(file) {
    picture = file
    photo.value = ''
    const place = the('picture')
    place.hidden = file === null
    for (const old of place.querySelectorAll('img')) URL.revokeObjectURL(old.src)
    if (file === null) return
    const image = make('img', { src: URL.createObjectURL(file), alt: '要发的照片' })
    place.replaceChildren(
      image,
      make('span', {}, '照片会和文字一起发出'),
      remove('不发这张照片', () => attach(null)),
    )
    words.focus()
  }

  /** @param {string} label @param {() => void} act */
  const remove = (label, act) =>
    make(
      'button',
      {
        type: 'button',
        'aria-label': label,
        onclick: () => {
          act()
          words.focus()
        },
      },
      '✕',
    )

  async function send() {
    const text = words.value.trim()
    const file = picture
    const quotedId = quoted?.id
    if ((text === '' && file === null) || village.open === null) return
    const to = village.isRoom(village.open) ? village.open : 'bot'
    const saying = {
      id: crypto.randomUUID(),
      from: village.me,
      to,
      ...(text === '' ? {} : { text }),
      ...(quotedId === undefined ? {} : { quote: quotedId }),
    }
    const waiting = { ...saying, text, at: new Date(village.now()).toISOString(), waiting: true }
    complain()
    fill('')
    quote(null)
    attach(null)
    village.hear(waiting)
    try {
      await say(file === null ? saying : { ...saying, image: await base64Of(file) })
      const mine = village.find(saying.id)
      if (mine !== undefined && 'waiting' in mine)
        village.hear({ id: saying.id, from: saying.from, to, text, at: waiting.at, ...(quotedId === undefined ? {} : { quote: quotedId }) })
    } catch (reason) {
      if (!(reason instanceof Trouble)) throw reason
      village.forget(waiting)
      complain(reason.message)
      if (words.value === '') fill(text)
      if (file !== null) attach(file)
    }
  }

  the('composer').addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    void send()
  })
  words.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') quote(null)
    // Enter also ends the choice of a character in an input method
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  })
  words.addEventListener('input', grow)
  photo.addEventListener('change', () => {
    const file = photo.files?.[0]
    if (file === undefined) return
    complain(file.size > LARGEST_PHOTO ? '这张照片太大了，请换一张小一点的。' : '')
    attach(file.size > LARGEST_PHOTO ? null : file)
  })
  village.on('me', () => {
    quote(null)
    complain()
  })
  village.on('open', () => quote(null))

  return { quote, fill }
}
