import { mountChats } from './chats.js'
import { mountClock } from './clock.js'
import { mountComposer } from './composer.js'
import { the } from './elements.js'
import { mountHints } from './hints.js'
import { mountPeople } from './people.js'
import { mountReset } from './reset.js'
import { listen } from './server.js'
import { speakerName } from './message.js'
import { mountTalk } from './talk.js'
import { createVillage } from './village.js'

const village = createVillage()
const wide = window.matchMedia('(min-width: 900px)')
const tabs = [...document.querySelectorAll('.tabs button')]

/** @param {string} tab */
function showTab(tab) {
  document.body.dataset['tab'] = tab
  for (const button of tabs) {
    if (button.getAttribute('data-tab') === tab) button.setAttribute('aria-current', 'page')
    else button.removeAttribute('aria-current')
  }
}

const composer = mountComposer(village)
mountPeople(village, () => {
  if (!wide.matches) setTimeout(() => showTab('chats'), 150)
})
mountChats(village)
mountTalk(village, composer.quote)
mountClock(village)
mountReset()
mountHints(village, (line) => {
  showTab('chats')
  if (village.open === null) village.show(village.chatsOf(village.me)[0] ?? null)
  composer.fill(line)
})

for (const button of tabs) button.addEventListener('click', () => showTab(button.getAttribute('data-tab') ?? 'chats'))
the('open-hints').addEventListener('click', () => showTab('hints'))

const large = the('large')
/** @param {boolean} yes */
function setLarge(yes) {
  document.documentElement.classList.toggle('large', yes)
  large.setAttribute('aria-pressed', String(yes))
  localStorage.setItem('xiangyue.large', yes ? 'yes' : '')
}
setLarge(localStorage.getItem('xiangyue.large') === 'yes')
large.addEventListener('click', () => setLarge(large.getAttribute('aria-pressed') !== 'true'))

let opened = false
async function refresh() {
  await village.refresh()
  the('offline').hidden = true
  if (!opened && wide.matches) village.show(village.chatsOf(village.me)[0] ?? null)
  opened = true
}

listen({
  open: () => void refresh().catch(() => (the('offline').hidden = false)),
  lost: () => (the('offline').hidden = false),
  message(message) {
    village.hear(message)
    const chat = village.chatOf(message)
    const elsewhere = chat !== village.open && message.from !== village.me && village.chatsOf(village.me).includes(chat)
    if (elsewhere) the('news').textContent = `${village.isRoom(chat) ? chat : '私聊'}有新消息，来自${speakerName(village, message)}`
  },
  clock({ now, ran }) {
    village.setNow(now)
    village.tell('ran', ran)
  },
  reset() {
    village.clear()
    village.tell('cleared')
    void refresh()
  },
})
