import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import type { Settings } from '../../shared/model/settings'
import { text } from '../../shared/model/text'
import { misused, systemCode } from './problem'
import { unknownTool } from './profile-names'
import { pathsOf } from './tools/paths'
import type { Place, ToolAdapter } from './tools/tool'

/**
 * Refuses settings that could not work: a folder that is not there and cannot be made, a proxy that is no URL, a file without a certificate.
 * @throws {ProblemError} with the cure
 */
export function checkSettings(patch: Partial<Settings>, place: Place, adapters: readonly ToolAdapter[]): void {
  for (const [tool, folder] of Object.entries(patch.toolFolders ?? {})) {
    if (!adapters.some(({ descriptor }) => descriptor.id === tool && descriptor.folderVariable !== undefined))
      throw unknownTool(tool, adapters)
    if (folder !== '') checkFolder(folder, place)
  }
  if (patch.proxy !== undefined && patch.proxy !== '' && patch.proxy !== 'direct') checkProxy(patch.proxy)
  if (patch.caFile !== undefined && patch.caFile !== '') checkCaFile(patch.caFile, place)
}

function checkFolder(folder: string, place: Place): void {
  const paths = pathsOf(place)
  if (!paths.isAbsolute(folder))
    throw misused(
      'folder-relative',
      text(`"${folder}" is not an absolute path.`, `“${folder}” 不是绝对路径。`),
      text(
        `Write the whole path, such as ${paths.join(place.home, '.config', 'tool')}.`,
        `请填写完整路径，例如 ${paths.join(place.home, '.config', 'tool')}。`,
      ),
    )
  const above = nearest(folder, paths.dirname)
  if (!isFolder(above))
    throw misused(
      'folder-is-file',
      text(`${above} is a file, not a folder.`, `${above} 是文件，不是文件夹。`),
      text('Choose another folder.', '请选择其他文件夹。'),
    )
  if (isWritable(above)) return
  throw misused(
    'folder-not-writable',
    text(`Nothing can be written in ${above}.`, `无法写入 ${above}。`),
    text('Choose another folder, or change its permissions.', '请选择其他文件夹，或修改其权限。'),
  )
}

/** The path itself, or the nearest one above it that is there. */
function nearest(path: string, dirname: (path: string) => string): string {
  const above = dirname(path)
  return above === path || existsSync(path) ? path : nearest(above, dirname)
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    if (systemCode(error) !== undefined) return false
    throw error
  }
}

function checkProxy(proxy: string): void {
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined
  if (url === undefined || !/^(https?|socks(4a?|5h?)?):$/.test(url.protocol) || url.hostname === '')
    throw misused(
      'proxy-url',
      text('This is not the address of a proxy.', '这不是代理地址。'),
      text('Write it as http://127.0.0.1:7890 or socks5://127.0.0.1:1080.', '请写成 http://127.0.0.1:7890 或 socks5://127.0.0.1:1080。'),
    )
  if (url.username === '' && url.password === '') return
  throw misused(
    'proxy-login',
    text('A login does not belong into the settings: they are not kept as a secret.', '登录信息不应写入设置：设置不按机密保存。'),
    text(
      'Put the proxy with its login into HTTPS_PROXY and leave this on System.',
      '请把带登录信息的代理写入 HTTPS_PROXY，并在此选择“跟随系统”。',
    ),
  )
}

function checkCaFile(file: string, place: Place): void {
  if (pathsOf(place).isAbsolute(file) && textOf(file)?.includes('-----BEGIN CERTIFICATE-----')) return
  throw misused(
    'ca-file',
    text(`${file} holds no readable certificate.`, `${file} 中没有可读取的证书。`),
    text(
      'Name a PEM file by its whole path; it has "BEGIN CERTIFICATE" in it.',
      '请填写 PEM 文件的完整路径；其中应有 “BEGIN CERTIFICATE”。',
    ),
  )
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if (systemCode(error) !== undefined) return undefined
    throw error
  }
}
