import { Notification } from 'electron'
import type { Notice } from '../../shared/model/switch'
import type { Language } from '../../shared/model/text'
import type { Desktop } from './desktop'
import { log } from './log'
import type { MainWindow } from './window'

/**
 * Tells of switches that another shell made, while nobody looks at the window: a tool that changes its relay unseen is a riddle. What this shell did
 * is told by whoever did it.
 */
export function setupSwitchNews({ core, api, preferences, language }: Desktop, window: Pick<MainWindow, 'show' | 'isFocused'>): void {
  let told: string | undefined
  core.subscribe((name) => {
    if (name !== 'history-changed' || !preferences.current().notifications || window.isFocused()) return
    api['history.list']({ limit: 1 })
      .then(([entry]) => {
        if (entry === undefined || entry.id === told || entry.shell === 'desktop') return
        told = entry.id
        notify(entry.title[language()], [], language(), window.show)
      })
      .catch((error: unknown) => log('the history could not be read', error))
  })
  // What stood there before is no news.
  api['history.list']({ limit: 1 })
    .then(([entry]) => {
      told ??= entry?.id
    })
    .catch((error: unknown) => log('the history could not be read', error))
}

/** What the user must do or know after a switch: warnings, and which running tools keep the old relay. */
export function pressing(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ id, severity }) => severity === 'warn' || id.endsWith('-running'))
}

/** Shows a notification of the system, where it has them; a click on it opens the window. */
export function notify(title: string, notices: readonly Notice[], language: Language, open: () => void): void {
  if (!Notification.isSupported()) return
  const body = notices.map((notice) => [notice.message[language], notice.cure?.[language]].filter(Boolean).join(' ')).join('\n')
  const notification = new Notification({ title, body })
  notification.on('click', open)
  notification.show()
}
