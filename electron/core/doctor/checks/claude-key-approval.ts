import { text } from '../../../../shared/model/text'
import type { ConfigValue } from '../../files/editor'
import { valueAt } from '../../same-value'
import { stringAt } from '../../tools/values'
import type { Check } from '../check'
import type { ToolFacts } from '../facts/tools'
import { edited, fileOf, files, setValue } from '../mend'
import { seen } from '../seen'
import { fail, notUsed, ok, onTool, skip, warn } from '../verdict'

export const claudeKeyApproval: Check = {
  id: 'claude-key-approval',
  group: 'settings',
  tool: 'claude',
  title: text('Claude Code may use the key', 'Claude Code 被允许使用该密钥'),
  badTitle: text('Claude Code does not use the key without your consent', '未经您同意，Claude Code 不会使用该密钥'),
  why: text(
    'A key in ANTHROPIC_API_KEY must be approved once in a dialog whose default is “No”. A refused key makes Claude Code say “Not logged in”.',
    'ANTHROPIC_API_KEY 中的密钥需要在对话框中确认一次，而默认选项是“No”。被拒绝的密钥会让 Claude Code 提示“Not logged in”。',
  ),
  seed: [1, 7],
  run: async (facts) =>
    onTool(facts, 'claude', (tool) => {
      const end = ending(tool)
      if (end === undefined) return tool.usesRelay ? ok() : skip(notUsed)
      const file = fileOf(tool, 'state')?.file.path
      if (has(tool, 'rejected', end))
        return fail({
          cause: text(
            'You once told Claude Code not to use this key, so it says “Not logged in”.',
            '您曾在 Claude Code 中选择不使用这个密钥，因此它提示“Not logged in”。',
          ),
          cure: text('Move the key from the refused ones to the approved ones.', '请把该密钥从“已拒绝”移到“已批准”。'),
          evidence: [
            seen('customApiKeyResponses.rejected holds the key', 'customApiKeyResponses.rejected 中有该密钥', { tool: 'claude', file }),
          ],
        })
      if (has(tool, 'approved', end)) return ok()
      return warn({
        cause: text(
          'At its next start Claude Code asks whether to use this key, and “No” is the default.',
          'Claude Code 下次启动会询问是否使用该密钥，而默认选项是“No”。',
        ),
        cure: text(
          'Approve it now, or send the key as a token (ANTHROPIC_AUTH_TOKEN), which is never asked about.',
          '请现在批准，或改用令牌方式（ANTHROPIC_AUTH_TOKEN），后者不会询问。',
        ),
        evidence: [
          seen('customApiKeyResponses.approved does not hold the key', 'customApiKeyResponses.approved 中没有该密钥', {
            tool: 'claude',
            file,
          }),
        ],
      })
    }),
  fix: {
    about: text(
      'Puts the last 20 characters of the key among the approved ones, as Claude Code itself does.',
      '像 Claude Code 自己那样，把密钥的最后 20 个字符加入“已批准”。',
    ),
    async plan(facts) {
      const tool = facts.tool('claude')
      const end = tool === undefined ? undefined : ending(tool)
      if (tool === undefined || end === undefined) return undefined
      const edits = [
        ...(has(tool, 'rejected', end)
          ? [
              setValue(
                ['customApiKeyResponses', 'rejected'],
                list(tool, 'rejected').filter((one) => one !== end),
              ),
            ]
          : []),
        { op: 'include', path: ['customApiKeyResponses', 'approved'], item: end } as const,
      ]
      return files(await edited(fileOf(tool, 'state'), edits))
    },
  },
}

/** What Claude Code keeps of a key; undefined when the key is not sent as an API key (2.1.330). */
function ending({ values, usesRelay }: ToolFacts): string | undefined {
  const key = stringAt(values.settings, ['env', 'ANTHROPIC_API_KEY'])
  return usesRelay ? key?.trim().slice(-20) : undefined
}

function list({ values }: ToolFacts, name: 'approved' | 'rejected'): readonly ConfigValue[] {
  const found = valueAt(values.state, ['customApiKeyResponses', name])
  return Array.isArray(found) ? found : []
}

const has = (tool: ToolFacts, name: 'approved' | 'rejected', end: string): boolean => list(tool, name).includes(end)
