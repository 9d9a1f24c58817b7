import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'

/** On the document, when a text of this page was put on the clipboard past the page's own `copy` event. */
export const copiedEvent = 'switchyard-copied'

/**
 * Puts a text on the clipboard. Where the asynchronous clipboard is missing or denied (a desktop that denies every permission, a page without
 * a secure context) the older command does it, without moving the focus.
 * @throws {ProblemError} when neither works
 */
export async function copyText(value: string): Promise<void> {
  if (navigator.clipboard) {
    const written = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    )
    if (written) return void document.dispatchEvent(new Event(copiedEvent))
  }
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', value)
    event.preventDefault()
  }
  document.addEventListener('copy', fill)
  const done = document.execCommand('copy')
  document.removeEventListener('copy', fill)
  if (done) return
  throw new ProblemError({
    code: 'clipboard',
    kind: 'refused',
    message: text('The clipboard is not available here.', '此处无法使用剪贴板。'),
    hint: text('Select the text and copy it by hand.', '请选中文本后手动复制。'),
  })
}
