import { the } from './elements.js'
import { startAnew, Trouble } from './server.js'

/** The button that empties the village, after a question. */
export function mountReset() {
  const dialog = the('confirm')
  const button = the('reset')
  button.addEventListener('click', () => {
    dialog.returnValue = ''
    dialog.showModal()
  })
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'yes') return
    button.disabled = true
    button.textContent = '正在重新开始……'
    const size = the('size').value
    try {
      await startAnew(size === '' ? undefined : Number(size))
    } catch (reason) {
      if (!(reason instanceof Trouble)) throw reason
      the('ran').textContent = reason.message
    } finally {
      button.disabled = false
      button.textContent = '重新开始'
    }
  })
}
