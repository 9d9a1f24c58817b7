import { type LocalText, text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { type Refusal, refusalOf } from '../facts/root-only'
import { seen } from '../seen'
import { notAsked, ok, skip, warn } from '../verdict'

export const geminiSystemSettings: Check = {
  id: 'gemini-system-settings',
  group: 'settings',
  tool: 'gemini',
  title: text('Gemini CLI reads the settings of this machine', 'Gemini CLI 会读取本机的系统设置'),
  badTitle: text('Gemini CLI passes over the settings of this machine', 'Gemini CLI 跳过了本机的系统设置'),
  why: text(
    'From 0.60 on Gemini CLI skips the settings of the machine, with a “Security Warning”, unless they and every folder above them are root’s and nobody else may write to them: what an administrator set has no effect.',
    '自 0.60 起，如果本机的系统设置及其所有上级文件夹不属于 root，或其他人可写，Gemini CLI 会显示“Security Warning”并跳过：管理员的设置不起作用。',
  ),
  remedy: text(
    'Give the file and the folders above it to root, and take the right to write from all others. Or remove the file.',
    '将该文件及其上级文件夹的所有者改为 root，并取消其他人的写入权限；或删除该文件。',
  ),
  async run(facts) {
    const tool = facts.tool('gemini')
    if (tool === undefined) return skip(notAsked)
    const { platform } = facts.place
    if (platform === 'win32') return skip(text('On Windows access lists decide.', 'Windows 上由访问控制列表决定。'))
    const skipped = (await facts.layers(tool)).sources.flatMap((source) => {
      const refusal = refusalOf(source, platform, tool.installation?.version)
      return refusal === undefined || source.file === undefined ? [] : [{ file: source.file.path, refusal }]
    })
    const first = skipped[0]
    if (first === undefined) return ok()
    const names = skipped.map(({ file }) => file)
    return warn({
      cause: text(`Gemini CLI does not read ${names.join(' and ')}.`, `Gemini CLI 不读取 ${names.join('、')}。`),
      cure: cureOf(first.refusal),
      evidence: skipped.map(({ file, refusal }) =>
        refusal.reason === 'owner'
          ? seen(`${refusal.path} does not belong to root`, `${refusal.path} 不属于 root`, { tool: 'gemini', file })
          : seen(`${refusal.path} can be written by others than root`, `除 root 外还有人可写 ${refusal.path}`, { tool: 'gemini', file }),
      ),
    })
  },
}

function cureOf({ path, reason }: Refusal): LocalText {
  const command = reason === 'owner' ? `sudo chown root:0 "${path}"` : `sudo chmod go-w "${path}"`
  return text(
    `If the settings shall count: ${command} (for a folder that others need, put the file elsewhere). Else remove the file.`,
    `如果需要这些设置生效：${command}（如果其他人需要该文件夹，请把文件放到别处）；否则请删除该文件。`,
  )
}
