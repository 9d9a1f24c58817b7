import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { dataFolder } from '../core/node-host'
import { languageOf } from './language'

/**
 * Puts everything that the app keeps into the data folder, and what Chromium keeps into `electron` inside it. Nothing but these folders is made.
 * @returns the data folder, or null after telling the user why it cannot be used
 */
export function setupDataFolder(env: NodeJS.ProcessEnv = process.env): string | null {
  const folder = dataFolder(env, process.platform, homedir())
  const session = join(folder, 'electron')
  try {
    mkdirSync(session, { recursive: true, mode: 0o700 })
  } catch (error) {
    tell(folder, error)
    return null
  }
  app.setPath('userData', folder)
  app.setPath('sessionData', session)
  app.setPath('crashDumps', join(session, 'crashes'))
  return folder
}

function tell(folder: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  // Before the app is ready only the environment knows the language.
  const zh = languageOf('system', process.env.LC_ALL ?? process.env.LANG ?? '') === 'zh'
  dialog.showErrorBox(
    zh ? 'Switchyard 无法使用数据文件夹' : 'Switchyard cannot use its data folder',
    zh
      ? `${folder}\n${reason}\n\n请让该文件夹可写，或把 SWITCHYARD_HOME 设为另一个文件夹。`
      : `${folder}\n${reason}\n\nMake the folder writable, or set SWITCHYARD_HOME to another one.`,
  )
}
