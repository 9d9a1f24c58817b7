import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import type { Reply } from '../../shared/transport'
import type { Core } from '../core/core'
import type { Desktop } from './desktop'
import { originOf } from './origin'
import type { Page } from './page'
import type { MainWindow } from './window'

/** The channel for calls from the page; the preload script uses the same name. */
export const CALL_CHANNEL = 'switchyard:call'

/** The one way from a page into the core. Calls that come before the core is there wait for it. */
export function setupIpc(
  desktop: Promise<Pick<Desktop, 'answer'>>,
  { origin }: Pick<Page, 'origin'>,
  window: Pick<MainWindow, 'owns'>,
): void {
  ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, input: unknown): Promise<Reply> => {
    if (!isTrusted(event, origin, window)) return { ok: false, error: untrustedSender }
    return (await desktop).answer(method, input)
  })
}

/** Every event of the core reaches the page. */
export function setupEvents(core: Pick<Core, 'subscribe'>, window: Pick<MainWindow, 'send'>): void {
  core.subscribe((name, payload) => window.send(name, payload))
}

/** Only the top frame of the app's own window counts, and only while it shows the app's own page. */
function isTrusted(event: IpcMainInvokeEvent, origin: string, window: Pick<MainWindow, 'owns'>): boolean {
  const frame = event.senderFrame
  return window.owns(event.sender) && frame === event.sender.mainFrame && frame.parent === null && originOf(frame.url) === origin
}

const untrustedSender: Problem = {
  code: 'untrusted-sender',
  kind: 'refused',
  message: text('Only the Switchyard window may do this.', '只有 Switchyard 自己的窗口可以执行此操作。'),
  hint: text('Close Switchyard and open it again.', '请关闭 Switchyard 后重新打开。'),
}
