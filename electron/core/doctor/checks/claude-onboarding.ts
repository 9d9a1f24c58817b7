import { text } from '../../../../shared/model/text'
import { valueAt } from '../../same-value'
import type { Check } from '../check'
import { edited, fileOf, files, setValue } from '../mend'
import { fact } from '../seen'
import { notUsed, ok, onTool, skip, warn } from '../verdict'

export const claudeOnboarding: Check = {
  id: 'claude-onboarding',
  group: 'settings',
  tool: 'claude',
  title: text('Claude Code does not wait in its first-start dialogs', 'Claude Code 不会停在首次启动引导'),
  badTitle: text('Claude Code will wait in its first-start dialogs', 'Claude Code 会停在首次启动引导'),
  why: text(
    'At its first start Claude Code opens dialogs and, depending on the version, a login: scripts and editors that start it hang there.',
    'Claude Code 首次启动会显示引导，某些版本还会要求登录：由脚本或编辑器启动时会卡在那里。',
  ),
  seed: [7],
  run: async (facts) =>
    onTool(facts, 'claude', (tool) => {
      if (!tool.usesRelay) return skip(notUsed)
      if (valueAt(tool.values.state, ['hasCompletedOnboarding']) === true) return ok()
      return warn({
        cause: text(
          'Claude Code has not been through its first start yet, so it may hang in dialogs although the settings are right.',
          'Claude Code 还没有完成首次启动引导，即使设置正确也可能停在引导界面。',
        ),
        cure: text('Mark the first start as done.', '将首次启动引导标记为已完成。'),
        evidence: [fact('hasCompletedOnboarding', { tool: 'claude', file: fileOf(tool, 'state')?.file.path })],
      })
    }),
  fix: {
    about: text('Sets hasCompletedOnboarding in the state file.', '在状态文件中设置 hasCompletedOnboarding。'),
    plan: async (facts) => {
      const tool = facts.tool('claude')
      return tool === undefined ? undefined : files(await edited(fileOf(tool, 'state'), [setValue(['hasCompletedOnboarding'], true)]))
    },
  },
}
