import { avatar, make, the } from './elements.js'
import { officesOf } from './words.js'

/** @import { Person } from './server.js' */
/** @import { Village } from './village.js' */

const kinds = [
  { title: '村民', has: (/** @type {string[]} */ roles) => roles.every((role) => role === 'shopkeeper') },
  { title: '评议员', has: (/** @type {string[]} */ roles) => roles.includes('reviewer') },
  { title: '监督', has: (/** @type {string[]} */ roles) => roles.includes('supervisor') },
  { title: '干部', has: (/** @type {string[]} */ roles) => ['secretary', 'bookkeeper', 'township'].some((role) => roles.includes(role)) },
]

/** @param {Village} village @param {Person} person */
function about(village, person) {
  const group = person.group === null ? '' : `${person.group}组`
  if (!village.canSpeak(person)) return `${group} 没有手机`.trim()
  if (person.household === null && person.roles.length === 0) return '还没绑定'
  return [group, officesOf(person)].filter(Boolean).join(' · ')
}

/**
 * The choice of whose part one takes.
 * @param {Village} village
 * @param {() => void} chosen
 */
export function mountPeople(village, chosen) {
  const place = the('people')
  const find = the('find')

  function draw() {
    const wanted = find.value.trim()
    const groups = kinds.map(({ title, has }) => ({
      title,
      people: village.people.filter((person) => has(person.roles) && fits(person, wanted)),
    }))
    place.replaceChildren(...groups.filter(({ people }) => people.length > 0).map(({ title, people }) => group(title, people)))
    if (groups.every(({ people }) => people.length === 0)) place.append(make('p', { class: 'note group' }, '没有找到这个人。'))
  }

  /** @param {Person} person @param {string} wanted */
  const fits = (person, wanted) => wanted === '' || `${person.name} ${person.group ?? ''}组 ${officesOf(person)}`.includes(wanted)

  /** @param {string} title @param {Person[]} people */
  const group = (title, people) =>
    make(
      'fieldset',
      { class: 'group' },
      make('legend', {}, `${title}（${people.length}）`),
      make('div', { class: 'folk' }, ...people.map(choice)),
    )

  /** @param {Person} person */
  function choice(person) {
    const input = make('input', {
      type: 'radio',
      name: 'me',
      value: person.id,
      checked: person.id === village.me,
      disabled: !village.canSpeak(person),
      onchange: () => void village.become(person.id),
      // the arrow keys walk through people without choosing for good
      onclick: (/** @type {MouseEvent} */ event) => event.detail > 0 && chosen(),
    })
    const note = about(village, person)
    return make('label', { class: 'person' }, input, avatar(person.name), make('span', {}, person.name, make('small', {}, note)))
  }

  function mark() {
    const me = village.person(village.me)
    the('chats-me').textContent = me === undefined ? '' : `我是${me.name}（${about(village, me)}）`
    the('who-now').textContent = me === undefined ? '' : `${me.name}（${about(village, me)}）`
    for (const input of place.querySelectorAll('input')) input.checked = input.value === village.me
  }

  find.addEventListener('input', draw)
  village.on('people', draw)
  village.on('me', mark)
}
