import { existsSync, readFileSync } from 'node:fs'
import { text } from '../../shared/model/text'
import type { Host } from './host'
import { replaceDurably } from './json-store'
import { launcherFile, launcherText, programsIn } from './key-command'
import { refused, systemCode } from './problem'

/**
 * Writes the program that tools start for a key, so that it starts this very Switchyard. The caller holds the lock.
 * @throws {ProblemError} `no-terminal-command` when there is none yet and this shell knows no program to start
 */
export function writeLauncher(host: Host): void {
  const file = launcherFile(host.dataFolder, host.place.platform)
  const present = readIfThere(file)
  if (host.cliCommand === undefined) {
    if (present === undefined) throw noCommand()
    return
  }
  const wanted = launcherText(host.cliCommand, host)
  if (present !== wanted) replaceDurably(file, wanted, 0o700)
}

/** Mends a launcher whose program was moved or removed, such as by an update. */
export function mendLauncher(host: Host): void {
  if (host.cliCommand === undefined) return
  const present = readIfThere(launcherFile(host.dataFolder, host.place.platform))
  if (present !== undefined && programsIn(present).some((program) => !existsSync(program))) writeLauncher(host)
}

export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

const noCommand = () =>
  refused(
    'no-terminal-command',
    text('This Switchyard has no command that a tool could ask for its key.', '此 Switchyard 没有可供工具获取密钥的命令。'),
    text('Switch once from the desktop app or with the switchyard command.', '请在桌面应用或用 switchyard 命令切换一次。'),
  )
