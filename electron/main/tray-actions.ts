import { Notification } from 'electron'
import type { Api } from '../../shared/contract'
import type { SwitchReport } from '../../shared/model/switch'
import type { Language } from '../../shared/model/text'
import { showProblem } from './problem-dialog'
import type { TrayActions } from './tray-menu'

export interface TrayActionOptions {
  readonly api: Api
  readonly language: () => Language
  readonly open: () => void
  readonly diagnose: () => void
  readonly quit: () => void
  /** Called after every attempt: a radio item shows itself as chosen even when the switch failed. */
  readonly redraw: () => void
}

/** What the tray menu does. A failure is told in a dialog, for there may be no window to tell it in. */
export function trayActions(options: TrayActionOptions): TrayActions {
  const attempt = async (action: () => Promise<SwitchReport>): Promise<void> => {
    try {
      announce(await action(), options)
    } catch (error) {
      await showProblem(error, options.language(), options.open)
    } finally {
      options.redraw()
    }
  }
  return {
    switchTo: (profileId, tools) => void attempt(() => options.api['switch.apply']({ profileId, tools: tools && [...tools] })),
    undo: () => void attempt(() => options.api['switch.undo']({})),
    open: options.open,
    diagnose: options.diagnose,
    quit: options.quit,
  }
}

/** The menu's own mark says that a switch was done; only what the user must know on top of it is worth a notification. */
function announce(report: SwitchReport, options: TrayActionOptions): void {
  const language = options.language()
  const warnings = report.notices.filter((notice) => notice.severity === 'warn')
  if (warnings.length === 0 || !Notification.isSupported()) return
  const body = warnings.map((notice) => [notice.message[language], notice.cure?.[language]].filter(Boolean).join(' ')).join('\n')
  const notification = new Notification({ title: 'Switchyard', body })
  notification.on('click', options.open)
  notification.show()
}
