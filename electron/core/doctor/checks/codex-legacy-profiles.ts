import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import type { Check, FixFile } from '../check'
import type { FileFacts, ToolFacts } from '../facts/tools'
import { fileOf, files } from '../mend'
import { fact } from '../seen'
import { fail, ok, onTool } from '../verdict'

export const codexLegacyProfiles: Check = {
  id: 'codex-legacy-profiles',
  group: 'settings',
  tool: 'codex',
  title: text('config.toml has no profiles of the old kind', 'config.toml 没有旧式 profile'),
  badTitle: text('config.toml has profiles of the old kind', 'config.toml 中有旧式 profile'),
  why: text(
    '`profile` and [profiles.…] stop newer versions of Codex, and lead older ones to another provider.',
    '`profile` 和 [profiles.…] 会让新版 Codex 无法启动，也会让旧版改用别的服务。',
  ),
  seed: [8],
  run: async (facts) =>
    onTool(facts, 'codex', (tool) => {
      const found = ['profile', 'profiles'].filter((key) => valueAt(tool.values.config, [key]) !== undefined)
      if (found.length === 0) return ok()
      return fail({
        cause: text(
          'config.toml has profiles of the old kind, with which Codex does not start.',
          'config.toml 中有旧式 profile，Codex 无法启动。',
        ),
        cure: text(
          'Comment them out. To keep one, move it to a file <name>.config.toml beside it and start with `codex -p <name>`.',
          '请将其注释掉。如需保留，请移到同一文件夹的 <名称>.config.toml，并用 `codex -p <名称>` 启动。',
        ),
        evidence: found.map((key) => fact(key, { tool: 'codex', file: fileOf(tool, 'config')?.file.path })),
        fixable: plan(tool) !== undefined,
      })
    }),
  fix: {
    about: text(
      'Comments out `profile` and the [profiles.…] tables; nothing is deleted.',
      '注释掉 `profile` 和 [profiles.…] 表；不删除任何内容。',
    ),
    plan: async (facts) => {
      const tool = facts.tool('codex')
      return tool === undefined ? undefined : files(plan(tool))
    },
  },
}

const plan = (tool: ToolFacts): FixFile | undefined => without(fileOf(tool, 'config'))

/** Line by line: a `profile` before the first table, and every table below `profiles` up to the next one. */
function without(file: FileFacts | undefined): FixFile | undefined {
  if (file?.text === undefined || file.syntax !== undefined) return undefined
  let place: 'root' | 'profiles' | 'other' = 'root'
  const lines = file.text.split('\n').map((line) => {
    const head = /^\s*\[+\s*("?[\w-]+"?)/.exec(line)?.[1]?.replaceAll('"', '')
    if (head !== undefined) place = head === 'profiles' ? 'profiles' : 'other'
    const old = place === 'profiles' || (place === 'root' && /^\s*(?:profile|profiles(?:\.[^=]+)?)\s*=/.test(line))
    return old && line.trim() !== '' && !line.trimStart().startsWith('#') ? `# ${line}` : line
  })
  const after = lines.join('\n')
  return after === file.text ? undefined : { path: file.file.path, after, secret: true }
}
