import type { Api } from '../../shared/contract'
import type { TrayWish } from '../../shared/events'
import type { SwitchReport } from '../../shared/model/switch'
import type { Language } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'
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
  /** Hands the window what the locked vault kept the tray from. */
  readonly unlock: (wish: TrayWish) => void
  readonly quit: () => void
  /** Called after every attempt: a radio item shows itself as chosen even when the switch failed. */
  readonly redraw: () => void
}

/**
 * What the tray menu does. A failure is told in a dialog, for there may be no window to tell it in; only what a passphrase would allow goes to the
 * window, which asks for it.
 */
export function trayActions(options: TrayActionOptions): TrayActions {
  const attempt = async (wish: TrayWish, action: () => Promise<SwitchReport>): Promise<void> => {
    try {
      announce(await action(), options)
    } catch (error) {
      if (await needsPassphrase(error, options.api)) options.unlock(wish)
      else await showProblem(error, options.language(), options.open)
    } finally {
      options.redraw()
    }
  }
  return {
    switchTo: (profileId, tool) =>
      void attempt({ kind: 'switch', profileId, ...(tool === undefined ? {} : { tool }) }, () =>
        options.api['switch.apply']({ profileId, tools: tool === undefined ? undefined : [tool] }),
      ),
    undo: () => void attempt({ kind: 'undo' }, () => options.api['switch.undo']({})),
    open: options.open,
    diagnose: options.diagnose,
    quit: options.quit,
  }
}

/** True where the passphrase would let it pass; a system's keychain that is locked is opened elsewhere. */
const needsPassphrase = async (error: unknown, api: Api): Promise<boolean> =>
  error instanceof ProblemError && error.problem.code === 'vault-locked' && (await api['vault.status']({})).needsPassphrase

/** The menu's own mark says that a switch was done; only what the user must know or do on top of it is worth a notification. */
function announce(report: SwitchReport, { language, notifies, open }: TrayActionOptions): void {
  const notices = pressing(report.notices)
  if (notices.length > 0 && notifies()) notify('Switchyard', notices, language(), open)
}
