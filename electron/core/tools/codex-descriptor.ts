import { text } from '../../../shared/model/text'
import type { ToolDescriptor } from '../../../shared/model/tool'

export const codexDescriptor: ToolDescriptor = {
  id: 'codex',
  label: 'Codex',
  protocol: 'openai-responses',
  docs: 'https://developers.openai.com/codex/config-reference',
  models: [
    {
      id: 'main',
      label: text('Model', '模型'),
      hint: text('Left empty, Codex asks for the default of its own.', '留空时，Codex 会使用它自己的默认模型。'),
      placeholder: 'gpt-5-codex',
    },
  ],
  options: [
    {
      kind: 'choice',
      id: 'keyIn',
      label: text('Where the key is kept', '密钥保存位置'),
      hint: text(
        'config.toml leaves your ChatGPT login alone. auth.json is the way of older versions.',
        'config.toml 不影响您的 ChatGPT 登录；auth.json 是旧版本的方式。',
      ),
      default: 'auto',
      choices: [
        { id: 'auto', label: text('What the installed version needs', '按已安装的版本选择') },
        { id: 'config', label: text('In config.toml', '放在 config.toml') },
        { id: 'auth-json', label: text('In auth.json', '放在 auth.json') },
      ],
    },
  ],
  keyCommand: {
    can: true,
    note: text(
      'Codex asks Switchyard for the key, from version 0.118 on. An older one gets it in its file, readable only by you.',
      'Codex 0.118 及以上版本会向 Switchyard 获取密钥；更旧的版本会把密钥写入它的文件，仅您可读。',
    ),
  },
  folderVariable: 'CODEX_HOME',
  extraHint: text(
    'Each entry becomes a key of config.toml, written with dots: model_reasoning_effort or features.web_search.',
    '每一项会成为 config.toml 的一个键，用点号分隔，例如 model_reasoning_effort 或 features.web_search。',
  ),
}
