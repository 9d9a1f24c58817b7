import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import type { Place } from '../core/tools/tool'
import { ownProgram } from './own-program'

/** Tells a start at login from a start by hand. macOS tells it by itself. */
export const AT_LOGIN_FLAG = '--at-login'

/** The command that starts this very app again. */
export interface LaunchCommand {
  readonly path: string
  readonly args: readonly string[]
}

/** @param execPath the running program */
export function launchCommand(execPath: string, appPath: string, packaged: boolean, appImage: string | undefined): LaunchCommand {
  const [path = execPath, ...args] = ownProgram(execPath, appPath, packaged, appImage)
  return { path, args: [...args, AT_LOGIN_FLAG] }
}

/** Makes or removes the login item. @throws {Error} when the autostart folder cannot be written (Linux) */
export function applyLoginItem(enabled: boolean, place: Place): void {
  const command = launchCommand(process.execPath, app.getAppPath(), app.isPackaged, place.env.APPIMAGE)
  if (place.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: enabled, path: command.path, args: [...command.args] })
    return
  }
  const file = autostartPath(place)
  if (enabled) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, autostartEntry(command))
  } else {
    rmSync(file, { force: true })
  }
}

/** Freedesktop's Autostart specification, 0.5. */
export function autostartPath(place: Place): string {
  const config = place.env.XDG_CONFIG_HOME
  return join(config?.startsWith('/') ? config : join(place.home, '.config'), 'autostart', 'switchyard.desktop')
}

export function autostartEntry(command: LaunchCommand): string {
  const exec = [command.path, ...command.args].map(quoteExec).join(' ')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Switchyard',
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Freedesktop's Desktop Entry specification, "The Exec key": quoted for the command, then escaped once more as a string; % begins a field code. */
function quoteExec(argument: string): string {
  const quoted = `"${argument.replace(/["`$\\]/g, '\\$&').replace(/%/g, '%%')}"`
  return quoted.replace(/\\/g, '\\\\')
}

/** True if the system started the app at login. */
export function wasStartedAtLogin(argv: readonly string[], platform: string): boolean {
  if (platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin
  return argv.includes(AT_LOGIN_FLAG)
}
