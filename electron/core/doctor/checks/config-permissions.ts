import { text } from '../../../../shared/model/text'
import type { Check, Verdict } from '../check'
import type { FileFacts, ToolFacts } from '../facts/tools'
import { fact } from '../seen'
import { shellPath } from '../shell-path'
import { fail, ok, perTool, warn } from '../verdict'

export const configPermissions: Check = {
  id: 'config-permissions',
  group: 'files',
  title: text('The settings files are yours to read and write', '设置文件可由您读写'),
  badTitle: text('A settings file cannot be read or written by you', '有设置文件您无法读写'),
  why: text(
    'Files that belong to root (after sudo) or may not be read are passed over by the tools, often silently.',
    '属于 root（例如用过 sudo）或无法读取的文件会被工具忽略，而且往往没有提示。',
  ),
  remedy: text(
    'Make the file yours again with chown and chmod; the finding has the command.',
    '用 chown 和 chmod 恢复文件的归属和权限；结果中给出了命令。',
  ),
  seed: [8],
  run: async (facts) =>
    perTool(facts, (tool) => {
      const there = tool.files.filter(({ exists, problem }) => exists || problem !== undefined)
      if (there.length === 0) return undefined
      const bad = there.flatMap((file) => judge(file, tool) ?? [])
      return (
        bad[0] ?? ok(...there.map(({ file, mode }) => fact(`${file.path} ${mode?.toString(8) ?? ''}`, { tool: tool.id, file: file.path })))
      )
    }),
}

function judge({ file, mode, uid, problem }: FileFacts, { label, id }: ToolFacts): Verdict | undefined {
  const me = process.getuid?.()
  const evidence = [fact(`${file.path} ${mode?.toString(8) ?? ''} uid ${uid ?? '?'}`, { tool: id, file: file.path })]
  if (problem?.code === 'file-unreadable' || (mode !== undefined && process.platform !== 'win32' && (mode & 0o400) === 0))
    return fail({
      cause: text(`${label} may not read ${file.path}.`, `${label} 没有权限读取 ${file.path}。`),
      cure: text(`Give yourself access: chmod u+rw ${shellPath(file.path)}`, `请授予自己权限：chmod u+rw ${shellPath(file.path)}`),
      evidence,
    })
  if (me !== undefined && uid !== undefined && uid !== me)
    return fail({
      cause: text(
        `${file.path} belongs to another user, probably after a command with sudo.`,
        `${file.path} 属于其他用户，可能是用 sudo 运行过命令。`,
      ),
      cure: text(`Take it back: sudo chown "$USER" ${shellPath(file.path)}`, `请收回所有权：sudo chown "$USER" ${shellPath(file.path)}`),
      evidence,
    })
  if (mode !== undefined && process.platform !== 'win32' && (mode & 0o200) === 0)
    return warn({
      cause: text(
        `${file.path} is read-only, so neither Switchyard nor ${label} can change it.`,
        `${file.path} 是只读的，Switchyard 和 ${label} 都无法修改它。`,
      ),
      cure: text(`Make it writable: chmod u+w ${shellPath(file.path)}`, `请设为可写：chmod u+w ${shellPath(file.path)}`),
      evidence,
    })
  return undefined
}
