/**
 * Makes an element; `on…` attributes are listeners, `false` and `undefined` leave an attribute out.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== null && child !== undefined))
  return element
}

/**
 * The element of the page with an id.
 * @param {string} id
 * @returns {any}
 */
export function the(id) {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no #${id}`)
  return element
}

/**
 * Puts other entries into a list; who stood on one of its buttons stays at that place.
 * @param {HTMLElement} list
 * @param {Node[]} entries
 */
export function redraw(list, entries) {
  const place = [...list.querySelectorAll('button')].findIndex((button) => button === document.activeElement)
  list.replaceChildren(...entries)
  if (place >= 0) list.querySelectorAll('button')[place]?.focus()
}

/** @param {string} name */
const hueOf = (name) => [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 8

/**
 * The square with somebody's surname.
 * @param {string} name
 */
export const avatar = (name) => make('span', { class: `avatar hue-${hueOf(name)}`, 'aria-hidden': 'true' }, [...name][0] ?? '')

/** The square of the bot. */
export const botAvatar = () => make('span', { class: 'avatar bot', 'aria-hidden': 'true' }, the('bot-face').content.cloneNode(true))

/**
 * The square of a room: up to nine of its members.
 * @param {string[]} members
 */
export const mosaic = (members) =>
  make(
    'span',
    { class: 'avatar mosaic', 'aria-hidden': 'true' },
    ...Array.from({ length: 9 }, (_, index) => make('i', { class: members[index] ? `hue-${hueOf(members[index])}` : '' })),
  )
