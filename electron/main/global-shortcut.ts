import { app, globalShortcut } from 'electron'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import type { Desktop } from './desktop'
import type { MainWindow } from './window'

/** The shortcut of the settings opens the window from anywhere. One that cannot be had is told in the window; the rest works on. */
export function setupGlobalShortcut({ preferences }: Pick<Desktop, 'preferences'>, window: Pick<MainWindow, 'show' | 'send'>): void {
  const take = (accelerator: string): void => {
    globalShortcut.unregisterAll()
    if (accelerator === '') return
    const problem = register(accelerator, () => window.show())
    if (problem !== null) window.send('problem', problem)
  }
  take(preferences.current().globalShortcut)
  preferences.onChange((now, before) => {
    if (now.globalShortcut !== before.globalShortcut) take(now.globalShortcut)
  })
  app.on('will-quit', () => globalShortcut.unregisterAll())
}

/** @returns why the system does not give the shortcut, or null. Electron throws for what is no accelerator, and answers false for a taken one. */
function register(accelerator: string, open: () => void): Problem | null {
  try {
    return globalShortcut.register(accelerator, open) ? null : taken(accelerator)
  } catch {
    return notUnderstood(accelerator)
  }
}

const cure = text('Choose another one in Settings.', '请在设置中另选一个。')

const taken = (accelerator: string): Problem => ({
  code: 'shortcut-taken',
  kind: 'refused',
  message: text(`Another program, or the system, has the shortcut ${accelerator}.`, `快捷键 ${accelerator} 已被其他程序或系统占用。`),
  hint: cure,
})

const notUnderstood = (accelerator: string): Problem => ({
  code: 'shortcut-invalid',
  kind: 'usage',
  message: text(`"${accelerator}" is no shortcut.`, `“${accelerator}”不是有效的快捷键。`),
  hint: text('Write it like CommandOrControl+Shift+Y.', '格式示例：CommandOrControl+Shift+Y。'),
})
