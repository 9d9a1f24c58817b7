import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { hasHelper, helperOf } from './claude-env'
import { relativePathNotices } from './paths'
import type { ToolContext, ToolTarget } from './tool'
import { valueAt } from './values'

/** Traps of Claude Code that its two files alone do not solve. */
export function claudeNotices(target: ToolTarget, context: ToolContext): readonly Notice[] {
  const notices: Notice[] = [...relativePathNotices(context.place, ['CLAUDE_CONFIG_DIR'])]
  if (target.models.main === undefined)
    notices.push({
      id: 'claude-no-model',
      severity: 'info',
      message: text(
        'No main model is set, so Claude Code asks the relay for a name of its own choice.',
        '没有设置主模型，Claude Code 会向中转站请求它自己默认的模型名。',
      ),
      cure: text(
        "If the relay does not know it, set the main model to a name of the relay's list.",
        '如果中转站没有这个模型，请把主模型设为中转站列表里的名称。',
      ),
    })
  const asked = helperOf(target) !== undefined
  if (asked)
    notices.push({
      id: 'claude-key-both-headers',
      severity: 'info',
      message: text(
        'Claude Code asks Switchyard for the key and sends it in both headers (Authorization and x-api-key), whatever the profile says of it.',
        'Claude Code 会向 Switchyard 获取密钥，并同时放在两个请求头（Authorization 和 x-api-key）中发送，与配置中的发送方式无关。',
      ),
      cure: text('If the relay refuses that, let the key be written into the file.', '如果中转站不接受，请改为把密钥写入文件。'),
    })
  if (hasHelper(context) && asked)
    notices.push({
      id: 'claude-api-key-helper',
      severity: 'info',
      message: text(
        "settings.json has an apiKeyHelper of yours. Switchyard's stands in its place while this profile is active.",
        'settings.json 里有您自己的 apiKeyHelper；使用此配置期间由 Switchyard 的代替。',
      ),
      cure: text('It comes back when you switch to Official.', '切换回“官方”时会恢复原样。'),
    })
  else if (hasHelper(context))
    notices.push({
      id: 'claude-api-key-helper',
      severity: 'info',
      message: text(
        'settings.json has an apiKeyHelper. It would send a second key to the relay, so it is blank while this profile is active.',
        'settings.json 里有 apiKeyHelper，它会把另一个密钥也发给中转站，因此在使用此配置期间会被置空。',
      ),
      cure: text('It comes back when you switch to Official.', '切换回“官方”时会恢复原样。'),
    })
  const rejected = valueAt(context.values.state, ['customApiKeyResponses', 'rejected'])
  if (!asked && target.options.auth === 'api-key' && Array.isArray(rejected) && rejected.includes(target.key.slice(-20)))
    notices.push({
      id: 'claude-key-rejected',
      severity: 'warn',
      message: text('You once told Claude Code not to use this key.', '您曾在 Claude Code 中选择不使用这个密钥。'),
      cure: text(
        'In Claude Code open /config and turn on “Use custom API key”, or send the key as a token.',
        '请在 Claude Code 的 /config 中打开“Use custom API key”，或改用令牌方式发送密钥。',
      ),
    })
  notices.push({
    id: 'claude-running',
    severity: 'info',
    message: text(
      'A running Claude Code uses the new relay and key from its next prompt on, but keeps its model.',
      '正在运行的 Claude Code 从下一次提问起使用新的中转站和密钥，但模型不变。',
    ),
    cure: text('Restart it to change the model too.', '如需同时更换模型，请重新启动它。'),
  })
  return notices
}
