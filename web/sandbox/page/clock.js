import { make, the } from './elements.js'
import { Trouble, turnClock } from './server.js'
import { clockWords, jobName } from './words.js'

/** @import { Run } from './server.js' */
/** @import { Village } from './village.js' */

/** @param {Village} village */
function nextMonth(village) {
  const { year, month } = clockWords(village.now())
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${nextYear}-${String(next).padStart(2, '0')}-01T09:00:00+08:00`
}

/** @type {{ title: string, label: string, turn(village: Village): { to?: string, advance?: string } }[]} */
const turns = [
  { title: '+1小时', label: '往前拨1小时', turn: () => ({ advance: '1h' }) },
  { title: '+1天', label: '往前拨1天', turn: () => ({ advance: '1d' }) },
  { title: '+11天', label: '往前拨11天，公示期满', turn: () => ({ advance: '11d' }) },
  { title: '到下月1日', label: '到下月1日早上9点，看排名', turn: (village) => ({ to: nextMonth(village) }) },
]

/**
 * The village's time, and the buttons that turn it forward.
 * @param {Village} village
 */
export function mountClock(village) {
  const ran = the('ran')
  const buttons = turns.map(({ title, label, turn }) =>
    make(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': `${title}：${label}`, title: label, onclick: () => void forward(turn(village)) },
      title,
    ),
  )
  the('turns').append(...buttons)

  /** @param {{ to?: string, advance?: string }} wanted */
  async function forward(wanted) {
    busy(true)
    ran.replaceChildren(make('p', {}, '正在往前拨……'))
    try {
      await turnClock(wanted)
    } catch (reason) {
      if (!(reason instanceof Trouble)) throw reason
      ran.replaceChildren(make('p', {}, reason.message))
    } finally {
      busy(false)
    }
  }

  /** @param {boolean} yes */
  function busy(yes) {
    the('time').setAttribute('aria-busy', String(yes))
    for (const button of buttons) button.toggleAttribute('disabled', yes)
  }

  /** @param {Run[]} runs */
  function report(runs) {
    const { date, time } = clockWords(village.now())
    const head = make('p', {}, `现在是${date} ${time}。${runs.length === 0 ? '这段时间没有自动办的事。' : `自动办了${runs.length}件事：`}`)
    const rows = runs.slice(-12).map(({ job, period }) => make('li', {}, jobName(job), make('span', {}, period)))
    ran.replaceChildren(head, ...(rows.length === 0 ? [] : [make('ul', {}, ...rows)]))
  }

  function tick() {
    const { year, date, weekday, time } = clockWords(village.now())
    the('time-now').textContent = `${year}年${date} ${weekday} ${time}`
    the('phone-time').textContent = time
    the('phone-day').textContent = `${date} ${weekday}`
  }

  setInterval(tick, 1000)
  village.on('tick', tick)
  village.on('ran', report)
  village.on('cleared', () => ran.replaceChildren())
}
