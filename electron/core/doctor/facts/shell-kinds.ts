import { pathsOf, variable } from '../../tools/paths'
import type { Place, Platform } from '../../tools/tool'

export type ShellKind = 'bash' | 'zsh' | 'fish' | 'powershell'

export const shellKinds = (platform: Platform): readonly ShellKind[] =>
  platform === 'win32' ? ['powershell'] : ['bash', 'zsh', 'fish', 'powershell']

/** The user's own start-up files of a shell, in the order in which it reads them. */
export function startFiles(kind: ShellKind, place: Place): readonly string[] {
  const { join } = pathsOf(place)
  const config = variable(place, 'XDG_CONFIG_HOME') ?? join(place.home, '.config')
  if (kind === 'bash') return ['.profile', '.bash_profile', '.bash_login', '.bashrc'].map((name) => join(place.home, name))
  if (kind === 'zsh') {
    const folder = variable(place, 'ZDOTDIR') ?? place.home
    return ['.zshenv', '.zprofile', '.zshrc', '.zlogin'].map((name) => join(folder, name))
  }
  if (kind === 'fish') return [join(config, 'fish', 'config.fish'), join(config, 'fish', 'fish_variables')]
  const names = ['profile.ps1', 'Microsoft.PowerShell_profile.ps1']
  if (place.platform !== 'win32') return names.map((name) => join(config, 'powershell', name))
  // OneDrive takes the folder of documents over, as Windows offers at its first start.
  const homes = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => variable(place, name) ?? [])
  const documents = [...new Set([place.home, ...homes])].map((home) => join(home, 'Documents'))
  const ofMachine = [
    join(variable(place, 'SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0'),
    join(variable(place, 'ProgramFiles') ?? 'C:\\Program Files', 'PowerShell', '7'),
  ]
  const folders = [...documents.flatMap((folder) => ['PowerShell', 'WindowsPowerShell'].map((name) => join(folder, name))), ...ofMachine]
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

/** How to ask a shell for its variables. Only what a login gives is handed in. */
export function commandFor(
  kind: ShellKind,
  place: Place,
  begin: string,
  end: string,
): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const env: Record<string, string> = { HOME: place.home, TERM: 'dumb', PATH: '/usr/local/bin:/usr/bin:/bin', HISTFILE: '/dev/null' }
  for (const name of ['USER', 'LOGNAME', 'LANG', 'ZDOTDIR', 'XDG_CONFIG_HOME']) {
    const value = variable(place, name)
    if (value !== undefined) env[name] = value
  }
  const script = `printf '%s' '${begin}'; /usr/bin/env -0; printf '%s' '${end}'`
  if (kind === 'powershell') return powershell(place, begin, end, env)
  // fish writes its history and variables at every start; not here.
  if (kind === 'fish')
    return { args: ['-l', '-i', '-c', script], env: { ...env, XDG_DATA_HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent' } }
  if (kind === 'zsh' || place.platform === 'darwin') return { args: ['-l', '-i', '-c', script], env }
  // A Linux terminal opens a shell that is no login shell, within a session that began with one: both sets of files count.
  return { args: ['-l', '-c', 'exec "$BASH" -i -c "$SWITCHYARD_ASK"'], env: { ...env, SWITCHYARD_ASK: script } }
}

function powershell(place: Place, begin: string, end: string, env: Readonly<Record<string, string>>): ReturnType<typeof commandFor> {
  const script = `Write-Output '${begin}'; Get-ChildItem Env: | ForEach-Object { $_.Name + '=' + $_.Value }; Write-Output '${end}'`
  // Windows needs its own variables to start a program at all.
  const needed = place.platform === 'win32' ? (place.env as Readonly<Record<string, string>>) : env
  return { args: ['-NoLogo', '-NonInteractive', '-Command', script], env: needed }
}
