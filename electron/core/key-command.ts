import path from 'node:path'
import type { Host } from './host'
import { pathsOf } from './tools/paths'
import type { KeyCommand, Place, Platform } from './tools/tool'

/** The small program in the data folder that tools start for a key. It stays where it is when Switchyard moves, and is the same for every shell. */
export const launcherFile = (dataFolder: string, platform: Platform): string =>
  platform === 'win32' ? path.win32.join(dataFolder, 'bin', 'switchyard.cmd') : path.posix.join(dataFolder, 'bin', 'switchyard')

/** The command that prints a profile's key. It names the profile by its id, which is of letters that no shell reads, never by the user's words. */
export function keyCommandOf({ dataFolder, place }: Pick<Host, 'dataFolder' | 'place'>, profileId: string): KeyCommand {
  const program = launcherFile(dataFolder, place.platform)
  const args = ['key', profileId.replace(/[^\w-]/g, '')]
  const quote = place.platform === 'win32' ? quoteForCmd : quoteForSh
  return { program, args, line: [quote(program), ...args].join(' ') }
}

/** True for a command line of this shape, of whichever profile and data folder. Such a text holds no secret. */
export const isKeyCommand = (line: string): boolean =>
  line.includes(' key ') && /[\\/]bin[\\/]switchyard(?:\.cmd)?['"]? key [\w-]+$/.test(line)

/**
 * The launcher's text. It finds this very data folder whatever the tool's environment says, and none of that environment's variables can change
 * the program.
 * @param command absolute program and its first arguments
 */
export const launcherText = (command: readonly string[], { dataFolder, place }: Pick<Host, 'dataFolder' | 'place'>): string =>
  place.platform === 'win32' ? batchFile(command, place) : shellScript(command, dataFolder)

/** The paths that a launcher of ours starts; empty when the text is none of ours. */
export function programsIn(launcher: string): readonly string[] {
  const found = /^(?:#|rem) program: (\[.*\])\r?$/m.exec(launcher)?.[1]
  const words: unknown = found === undefined ? [] : JSON.parse(found)
  return Array.isArray(words) ? words.filter((word): word is string => typeof word === 'string' && isAbsolute(word)) : []
}

const isAbsolute = (word: string): boolean => path.posix.isAbsolute(word) || path.win32.isAbsolute(word)

const quoteForSh = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
const quoteForCmd = (text: string): string => `"${text}"`

const about = 'Written by Switchyard: tools that ask for their key start it. It holds none.'

/** Variables that make Node or Electron run other code, or run otherwise. */
const unwanted = ['NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS', 'ELECTRON_RUN_AS_NODE']

function shellScript(command: readonly string[], dataFolder: string): string {
  return [
    '#!/bin/sh',
    `# ${about}`,
    `# program: ${JSON.stringify(command)}`,
    `unset ${unwanted.join(' ')}`,
    `SWITCHYARD_HOME=${quoteForSh(dataFolder)}`,
    'export SWITCHYARD_HOME',
    `exec ${command.map(quoteForSh).join(' ')} "$@"`,
    '',
  ].join('\n')
}

/** cmd.exe reads it in the code page of the machine, so a home folder with other letters stands there as a variable. */
function batchFile(command: readonly string[], place: Place): string {
  const paths = pathsOf(place)
  const home = `${place.home}${paths.sep}`
  const word = (text: string) => {
    const below = text.toLowerCase().startsWith(home.toLowerCase()) ? text.slice(home.length) : undefined
    return quoteForCmd(`${below === undefined ? '' : `%USERPROFILE%${paths.sep}`}${(below ?? text).replaceAll('%', '%%')}`)
  }
  return [
    '@echo off',
    `rem ${about}`,
    `rem program: ${JSON.stringify(command)}`,
    'setlocal',
    ...unwanted.map((name) => `set "${name}="`),
    'set "SWITCHYARD_HOME=%~dp0.."',
    `${command.map(word).join(' ')} %*`,
    'exit /b %ERRORLEVEL%',
    '',
  ].join('\r\n')
}
