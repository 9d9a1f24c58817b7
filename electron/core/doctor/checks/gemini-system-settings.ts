import { win32 } from 'node:path'
import { type LocalText, text } from '../../../../shared/model/text'
import { variable } from '../../tools/paths'
import type { Check } from '../check'
import type { Facts } from '../facts'
import type { Refusal } from '../facts/root-only'
import { seen } from '../seen'
import { shellPath } from '../shell-path'
import { notAsked, ok, skip, warn } from '../verdict'

export const geminiSystemSettings: Check = {
  id: 'gemini-system-settings',
  group: 'settings',
  tool: 'gemini',
  title: text('Gemini CLI reads the settings of this machine', 'Gemini CLI 会读取本机的系统设置'),
  badTitle: text('Gemini CLI passes over the settings of this machine', 'Gemini CLI 跳过了本机的系统设置'),
  why: text(
    'From 0.60 on Gemini CLI skips the settings of the machine, with a “Security Warning”, unless they and every folder above them are root’s (on Windows: the administrators’ or the system’s) and nobody else may write to them: what an administrator set has no effect.',
    '自 0.60 起，如果本机的系统设置及其所有上级文件夹不属于 root（Windows 上为管理员或系统），或其他人可写，Gemini CLI 会显示“Security Warning”并跳过：管理员的设置不起作用。',
  ),
  remedy: text(
    'Give the file and the folders above it to root, and take the right to write from all others; on Windows keep it below C:\\Program Files. Or remove the file.',
    '将该文件及其上级文件夹的所有者改为 root，并取消其他人的写入权限；Windows 上请放在 C:\\Program Files 下。或删除该文件。',
  ),
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined) return skip(notAsked)
    const { refusals } = await facts.layers(tool)
    const first = refusals[0]
    if (first === undefined) return ok()
    const names = refusals.map(({ file }) => file)
    return warn({
      cause: text(`Gemini CLI does not read ${names.join(' and ')}.`, `Gemini CLI 不读取 ${names.join('、')}。`),
      cure: facts.place.platform === 'win32' ? onWindows(first, facts) : onPosix(first),
      evidence: refusals.map((refusal) => {
        const { en, zh } = said(refusal)
        return seen(en, zh, { tool: 'gemini', file: refusal.file })
      }),
    })
  },
}

function said({ path, reason, who }: Refusal): LocalText {
  if (reason === 'untold')
    return text(
      `Windows PowerShell does not tell who may write to ${path}; Gemini CLI asks it in the same way`,
      `Windows PowerShell 没有给出谁可写 ${path}；Gemini CLI 也是这样查询的`,
    )
  if (who !== undefined)
    return reason === 'owner'
      ? text(`${path} belongs to ${who}`, `${path} 属于 ${who}`)
      : text(`${path} can be written by ${who}`, `${who} 可写 ${path}`)
  return reason === 'owner'
    ? text(`${path} does not belong to root`, `${path} 不属于 root`)
    : text(`${path} can be written by others than root`, `除 root 外还有人可写 ${path}`)
}

function onPosix({ path, reason }: Refusal): LocalText {
  const command = reason === 'owner' ? `sudo chown root:0 ${shellPath(path)}` : `sudo chmod go-w ${shellPath(path)}`
  return text(
    `If the settings shall count: ${command} (for a folder that others need, put the file elsewhere). Else remove the file.`,
    `如果需要这些设置生效：${command}（如果其他人需要该文件夹，请把文件放到别处）；否则请删除该文件。`,
  )
}

/** No word of changing the list of the folder: the usual place lies below C:\ProgramData, in which Windows lets every user create files. */
function onWindows({ file }: Refusal, { place }: Facts): LocalText {
  const programs = variable(place, 'ProgramFiles') ?? 'C:\\Program Files'
  const target = win32.join(programs, 'gemini-cli', win32.basename(file))
  const name = /defaults/i.test(win32.basename(file)) ? 'GEMINI_CLI_SYSTEM_DEFAULTS_PATH' : 'GEMINI_CLI_SYSTEM_SETTINGS_PATH'
  return text(
    `If the settings shall count: as an administrator move the file to ${target}, where only administrators write, and run: setx /M ${name} "${target}". Else remove the file.`,
    `如果需要这些设置生效：以管理员身份把文件移到仅管理员可写的 ${target}，并运行：setx /M ${name} "${target}"；否则请删除该文件。`,
  )
}
