import { existsSync } from 'node:fs'
import path from 'node:path'

export interface RealCommand {
  readonly file: string
  readonly args: readonly string[]
  /** The arguments are quoted already. */
  readonly verbatim: boolean
}

/**
 * How Windows starts a command. npm installs tools as `.cmd` files, which only cmd.exe can run, so those go through it with every argument escaped
 * twice: once for cmd.exe and once for the `%*` inside the file (the rule that the npm package cross-spawn follows).
 */
export function windowsCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  exists: (file: string) => boolean = existsSync,
): RealCommand {
  const file = find(command, env, exists)
  if (!file || !/\.(cmd|bat)$/i.test(file)) return { file: file ?? command, args, verbatim: false }
  const line = [escapeMeta(path.win32.normalize(file)), ...args.map((arg) => escapeMeta(escapeMeta(quote(arg))))].join(' ')
  return { file: variable(env, 'COMSPEC') ?? 'cmd.exe', args: ['/d', '/s', '/c', `"${line}"`], verbatim: true }
}

function find(command: string, env: NodeJS.ProcessEnv, exists: (file: string) => boolean): string | undefined {
  const endings = (variable(env, 'PATHEXT') ?? '.COM;.EXE;.BAT;.CMD').split(';').filter(Boolean)
  const names = path.win32.extname(command)
    ? [command, ...endings.map((ending) => command + ending)]
    : endings.map((ending) => command + ending)
  const folders = /[\\/]/.test(command) ? [''] : (variable(env, 'PATH') ?? '').split(';').filter(Boolean)
  return folders.flatMap((folder) => names.map((name) => (folder ? path.win32.join(folder, name) : name))).find(exists)
}

/** Names of environment variables have no case on Windows, but a copy of them has. */
const variable = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1]

const quote = (arg: string): string => `"${arg.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`
const escapeMeta = (arg: string): string => arg.replace(/([()\][%!^"`<>&|;, *?])/g, '^$1')
