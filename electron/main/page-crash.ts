import { app, type BrowserWindow, dialog } from 'electron'
import { type Language, text } from '../../shared/model/text'
import { log } from './log'

/** Crashes further apart than this, in milliseconds, have nothing to do with each other. */
const CALM = 60_000

/** A page that dies is loaded again, once; if it dies again soon, the user decides. */
export function setupCrashSafety(window: BrowserWindow, language: () => Language): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log(`the page ended (${reason})`)
    const again = Date.now() - last < CALM
    last = Date.now()
    if (!again) return window.webContents.reload()
    ask(window, language()).catch((error: unknown) => log('the page could not be loaded again', error))
  })
}

async function ask(window: BrowserWindow, language: Language): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Switchyard',
    message: words.message[language],
    detail: words.detail[language],
    buttons: [words.quit[language], words.reload[language]],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) return app.quit()
  window.webContents.reload()
}

const words = {
  message: text('The window stopped working twice.', '窗口两次停止工作。'),
  detail: text(
    'Your profiles and the tools’ files are unharmed. If it happens again, use "switchyard serve" and report it.',
    '您的配置和各工具的文件均未受影响。如果再次发生，请使用 "switchyard serve" 并反馈此问题。',
  ),
  quit: text('Quit', '退出'),
  reload: text('Load again', '重新加载'),
}
