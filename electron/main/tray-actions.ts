import type { Api } from '../../shared/contract'
import type { SwitchReport } from '../../shared/model/switch'
import type { Language } from '../../shared/model/text'
import { showProblem } from './problem-dialog'
import { notify, pressing } from './switch-news'
import type { TrayActions } from './tray-menu'

export interface TrayActionOptions {
  readonly api: Api
  readonly language: () => Language
  /** Whether the user wants notifications. */
  readonly notifies: () => boolean
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

/** The menu's own mark says that a switch was done; only what the user must know or do on top of it is worth a notification. */
function announce(report: SwitchReport, { language, notifies, open }: TrayActionOptions): void {
  const notices = pressing(report.notices)
  if (notices.length > 0 && notifies()) notify('Switchyard', notices, language(), open)
}
