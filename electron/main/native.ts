import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { shell } from 'electron'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { ProblemError } from '../../shared/transport'

/**
 * Shows a file in the system's file manager, or opens a folder there; for what does not exist yet, the nearest folder that does.
 * @throws {ProblemError} when the system has no file manager to open it with
 */
export async function reveal(path: string): Promise<void> {
  const place = nearest(path)
  if (!statSync(place).isDirectory()) return shell.showItemInFolder(place)
  const failure = await shell.openPath(place)
  if (failure !== '') throw new ProblemError(cannotReveal(place))
}

/**
 * Opens a link in the system's browser. The core has held it against its allow-list; this is the second lock.
 * @throws {ProblemError} when it is not an https link
 */
export async function openLink(url: string): Promise<void> {
  const link = URL.canParse(url) ? new URL(url) : null
  if (link?.protocol !== 'https:' || link.username !== '' || link.password !== '') throw new ProblemError(notAllowed)
  await shell.openExternal(link.href)
}

function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path))
}

const cannotReveal = (path: string): Problem => ({
  code: 'reveal-failed',
  kind: 'refused',
  message: text('The file manager did not open.', '文件管理器没有打开。'),
  hint: text(`Open this folder yourself: ${path}`, `请自行打开此文件夹：${path}`),
  file: path,
})

const notAllowed: Problem = {
  code: 'link-not-allowed',
  kind: 'refused',
  message: text('Switchyard opens https links only.', 'Switchyard 只打开 https 链接。'),
}
