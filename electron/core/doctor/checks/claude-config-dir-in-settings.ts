import { text } from '../../../../shared/model/text'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { ok, onTool, warn } from '../verdict'

export const claudeConfigDirInSettings: Check = {
  id: 'claude-config-dir-in-settings',
  group: 'settings',
  tool: 'claude',
  title: text('settings.json does not move itself', 'settings.json 没有移动自身的位置'),
  badTitle: text('settings.json moves part of itself elsewhere', 'settings.json 把自己的一部分移到了别处'),
  why: text(
    'CLAUDE_CONFIG_DIR within settings.json splits the state of Claude Code over two folders.',
    '在 settings.json 里设置 CLAUDE_CONFIG_DIR，会让 Claude Code 的状态分散在两个文件夹。',
  ),
  seed: [7],
  run: async (facts) =>
    onTool(facts, 'claude', (tool) => {
      const value = stringAt(tool.values.settings, ['env', 'CLAUDE_CONFIG_DIR'])
      if (value === undefined) return ok()
      return warn({
        cause: text(
          'settings.json sets CLAUDE_CONFIG_DIR, so part of the state is kept elsewhere.',
          'settings.json 设置了 CLAUDE_CONFIG_DIR，部分状态会保存在别处。',
        ),
        cure: text(
          "Blank it there; set it in your shell's start-up file if you need it.",
          '请在那里置空；如确实需要，请写在 shell 的启动文件中。',
        ),
        evidence: [fact(`CLAUDE_CONFIG_DIR=${value}`, { tool: 'claude', file: fileOf(tool, 'settings')?.file.path })],
      })
    }),
  fix: {
    about: text('Blanks the variable in settings.json.', '在 settings.json 中把该变量置空。'),
    plan: async (facts) => {
      const tool = facts.tool('claude')
      return tool === undefined ? undefined : files(await edited(fileOf(tool, 'settings'), [setValue(['env', 'CLAUDE_CONFIG_DIR'], '')]))
    },
  },
}
