import { text } from '../../../shared/model/text'
import type { ToolDescriptor } from '../../../shared/model/tool'

export const claudeDescriptor: ToolDescriptor = {
  id: 'claude',
  label: 'Claude Code',
  protocol: 'anthropic',
  docs: 'https://code.claude.com/docs/en/settings',
  models: [
    {
      id: 'main',
      label: text('Main model', '主模型'),
      hint: text(
        'Fills the other three where they are empty: otherwise Claude Code asks for names that a relay may not have.',
        '其余三栏留空时也用它：否则 Claude Code 会请求中转站可能没有的模型名。',
      ),
      placeholder: 'claude-sonnet-4-5',
    },
    {
      id: 'opus',
      label: text('Model for “opus”', '“opus”对应的模型'),
      hint: text('For the alias opus and for planning.', '用于 opus 别名和规划。'),
      placeholder: 'claude-opus-4-5',
    },
    {
      id: 'sonnet',
      label: text('Model for “sonnet”', '“sonnet”对应的模型'),
      hint: text('For the alias sonnet.', '用于 sonnet 别名。'),
      placeholder: 'claude-sonnet-4-5',
    },
    {
      id: 'haiku',
      label: text('Small model', '小模型'),
      hint: text('For the alias haiku and for small tasks in the background.', '用于 haiku 别名和后台小任务。'),
      placeholder: 'claude-haiku-4-5',
    },
  ],
  options: [
    {
      kind: 'choice',
      id: 'auth',
      label: text('How the key is sent', '密钥的发送方式'),
      hint: text(
        'Most relays take both. Choose x-api-key only if the relay asks for it.',
        '大多数中转站两种都支持。只有中转站要求时才选 x-api-key。',
      ),
      default: 'token',
      choices: [
        { id: 'token', label: text('As a token (Authorization: Bearer)', '令牌（Authorization: Bearer）') },
        { id: 'api-key', label: text('As an API key (x-api-key)', 'API 密钥（x-api-key）') },
      ],
    },
    {
      kind: 'toggle',
      id: 'quiet',
      label: text('No traffic past the relay', '不发送多余的流量'),
      hint: text(
        'Turns off telemetry, error reports and update checks that go to Anthropic directly.',
        '关闭直接发往 Anthropic 的遥测、错误报告和更新检查。',
      ),
      default: true,
    },
  ],
  keyCommand: {
    can: true,
    note: text(
      'Claude Code asks Switchyard for the key (apiKeyHelper) and sends it in both headers, Authorization and x-api-key.',
      'Claude Code 会向 Switchyard 获取密钥（apiKeyHelper），并同时放在 Authorization 和 x-api-key 两个请求头中发送。',
    ),
  },
  folderVariable: 'CLAUDE_CONFIG_DIR',
  extraHint: text('Each entry becomes a variable in "env" of settings.json.', '每一项会成为 settings.json 中 "env" 里的一个变量。'),
}
