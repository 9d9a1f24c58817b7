import { app, type BrowserWindow, dialog } from 'electron'
import { type Language, text } from '../../shared/model/text'
import type { Quitting } from './closing'
import { log } from './log'

export interface LeaveQuestionOptions {
  readonly window: BrowserWindow
  readonly quitting: Quitting
  readonly language: () => Language
  /** Brings the window to the front: the question is about what is in it. */
  readonly show: () => void
}

/**
 * A page that holds unsaved typing keeps its window open (`useLeaveQuestion`). The quit is called off then, before anything was put down for it,
 * and the user is asked: to go on, or to quit all the same.
 */
export function setupLeaveQuestion({ window, quitting, language, show }: LeaveQuestionOptions): { isOpen(): boolean } {
  let open = false
  let discarded = false

  const ask = async (): Promise<void> => {
    show()
    if (open) return
    open = true
    try {
      const { response } = await dialog.showMessageBox(window, questionIn(language()))
      discarded = response === 1
    } finally {
      open = false
    }
    if (discarded) app.quit()
  }

  window.webContents.on('will-prevent-unload', (event) => {
    // Without a quit it is a reload, which brings the draft back by itself.
    if (discarded || !quitting.isUnderWay()) return event.preventDefault()
    quitting.callOff()
    // Not at once: Electron calls the quit off after this event, and until then another `quit` does nothing.
    setImmediate(() => void ask().catch((error: unknown) => log('the question about unsaved changes could not be asked', error)))
  })
  return { isOpen: () => open }
}

const questionIn = (language: Language) => ({
  type: 'question' as const,
  title: 'Switchyard',
  message: words.message[language],
  detail: words.detail[language],
  buttons: [words.stay[language], words.discard[language]],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
})

const words = {
  message: text('Quit with unsaved changes?', '有未保存的更改，要退出吗？'),
  detail: text('What you typed is not saved yet. It is lost when you quit.', '您输入的内容尚未保存，退出后将会丢失。'),
  stay: text('Go on editing', '继续编辑'),
  discard: text('Discard and quit', '放弃并退出'),
}
