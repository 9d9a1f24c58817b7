import { text } from '../../../shared/model/text'
import type { ToolDescriptor, ToolInfo } from '../../../shared/model/tool'

const claude: ToolDescriptor = {
  id: 'claude',
  label: 'Claude Code',
  protocol: 'anthropic',
  docs: 'https://code.claude.com/docs/en/settings',
  models: [
    {
      id: 'main',
      label: text('Main model', '主模型'),
      hint: text('Used when no other model is chosen.', '未选择其他模型时使用。'),
      placeholder: 'claude-opus-5-5',
    },
    {
      id: 'opus',
      label: text('Opus', 'Opus'),
      hint: text('What the alias opus means.', '别名 opus 对应的模型。'),
      placeholder: 'claude-opus-5-5',
    },
    {
      id: 'sonnet',
      label: text('Sonnet', 'Sonnet'),
      hint: text('What the alias sonnet means.', '别名 sonnet 对应的模型。'),
      placeholder: 'claude-sonnet-5-5',
    },
    {
      id: 'haiku',
      label: text('Small model', '小模型'),
      hint: text('For titles and other background work.', '用于标题等后台任务。'),
      placeholder: 'claude-haiku-5-5',
    },
  ],
  options: [
    {
      id: 'auth',
      kind: 'choice',
      label: text('Send the key as', '密钥发送方式'),
      hint: text(
        'Most relays take a token. Choose the API key only if yours asks for x-api-key.',
        '多数中转站使用令牌；只有当中转站要求 x-api-key 时才选 API 密钥。',
      ),
      default: 'token',
      choices: [
        { id: 'token', label: text('Token (Authorization: Bearer)', '令牌（Authorization: Bearer）') },
        { id: 'api-key', label: text('API key (x-api-key)', 'API 密钥（x-api-key）') },
      ],
    },
    {
      id: 'quiet',
      kind: 'toggle',
      label: text('No telemetry', '关闭遥测'),
      hint: text('Stops requests to anthropic.com that are not needed.', '停止向 anthropic.com 发送不必要的请求。'),
      default: true,
    },
  ],
  keyCommand: { can: true, note: text('Claude Code asks Switchyard for the key.', 'Claude Code 会向 Switchyard 获取密钥。') },
  folderVariable: 'CLAUDE_CONFIG_DIR',
  extraHint: text('Each becomes an entry of env in settings.json.', '每一项写入 settings.json 的 env。'),
}

const codex: ToolDescriptor = {
  id: 'codex',
  label: 'Codex',
  protocol: 'openai-responses',
  docs: 'https://developers.openai.com/codex/config-reference',
  models: [
    {
      id: 'main',
      label: text('Model', '模型'),
      hint: text('The model that Codex asks for.', 'Codex 请求的模型。'),
      placeholder: 'gpt-5.5',
    },
  ],
  options: [
    {
      id: 'auth',
      kind: 'choice',
      label: text('Keep the key in', '密钥保存位置'),
      hint: text(
        'auth.json is for versions before 0.60; it replaces your ChatGPT login.',
        'auth.json 用于 0.60 之前的版本，会替换你的 ChatGPT 登录。',
      ),
      default: 'config',
      choices: [
        { id: 'config', label: text('config.toml (recommended)', 'config.toml（推荐）') },
        { id: 'auth-json', label: text('auth.json (older versions)', 'auth.json（旧版本）') },
      ],
    },
    {
      id: 'effort',
      kind: 'text',
      label: text('Reasoning effort', '推理强度'),
      hint: text('low, medium or high', 'low、medium 或 high'),
      default: '',
      placeholder: 'medium',
    },
  ],
  keyCommand: { can: true, note: text('Codex asks Switchyard for the key.', 'Codex 会向 Switchyard 获取密钥。') },
  folderVariable: 'CODEX_HOME',
  extraHint: text('Each becomes a top-level setting of config.toml.', '每一项写入 config.toml 顶层。'),
}

const gemini: ToolDescriptor = {
  id: 'gemini',
  label: 'Gemini CLI',
  protocol: 'gemini',
  docs: 'https://google-gemini.github.io/gemini-cli/docs/get-started/configuration.html',
  models: [
    {
      id: 'main',
      label: text('Model', '模型'),
      hint: text('The model that Gemini CLI asks for.', 'Gemini CLI 请求的模型。'),
      placeholder: 'gemini-2.5-pro',
    },
  ],
  options: [
    {
      id: 'ignoreLocalEnv',
      kind: 'toggle',
      label: text('Ignore .env files of projects', '忽略项目中的 .env 文件'),
      hint: text('Otherwise a project can point Gemini CLI elsewhere.', '否则项目可能让 Gemini CLI 指向别处。'),
      default: true,
    },
  ],
  keyCommand: {
    can: false,
    note: text(
      'Gemini CLI cannot ask a command: its key is written into its file, readable only by you.',
      'Gemini CLI 无法通过命令获取密钥：密钥会写入它的文件，仅您可读。',
    ),
  },
  folderVariable: 'GEMINI_CLI_HOME',
  folderBelow: '.gemini',
  extraHint: text('Each becomes a line of .env.', '每一项写入 .env 的一行。'),
}

/** The three tools as a machine would show them; Gemini CLI is not installed. */
export const fakeTools: readonly ToolInfo[] = [
  {
    descriptor: claude,
    installation: { path: '/home/ada/.local/bin/claude', version: '2.1.330' },
    files: [
      { id: 'settings', path: '/home/ada/.claude/settings.json', exists: true },
      { id: 'state', path: '/home/ada/.claude.json', exists: true },
    ],
  },
  {
    descriptor: codex,
    installation: { path: '/usr/local/bin/codex', version: '0.169.0' },
    files: [{ id: 'config', path: '/home/ada/.codex/config.toml', exists: true }],
  },
  {
    descriptor: gemini,
    installation: null,
    files: [
      { id: 'env', path: '/home/ada/.gemini/.env', exists: false },
      { id: 'settings', path: '/home/ada/.gemini/settings.json', exists: true },
    ],
  },
]
