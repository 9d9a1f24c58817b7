import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { commandOf, keyPlace, PROVIDER, tooOldForToken } from './codex-layout'
import { relativePathNotices, variable } from './paths'
import type { ToolContext, ToolTarget } from './tool'
import { isObject, stringAt, valueAt } from './values'
import { olderThan } from './version'

/** Ids of Codex's own providers; a table of the same name stops Codex (0.169). */
const builtIn = ['openai', 'ollama', 'lmstudio', 'amazon-bedrock']

/** Traps of Codex that its two files alone do not solve. */
export function codexNotices(target: ToolTarget, context: ToolContext): readonly Notice[] {
  const asked = commandOf(target, context.version) !== undefined
  return [
    ...relativePathNotices(context.place, ['CODEX_HOME']),
    ...brokenConfig(context),
    ...(!asked && keyPlace(target, context.version) === 'auth-json' ? authFile(context) : []),
    ...(!asked && tooOldForToken(target, context.version)
      ? [
          {
            id: 'codex-too-old',
            severity: 'warn',
            message: text(
              `Codex ${context.version} may not read a key from config.toml.`,
              `Codex ${context.version} 可能不支持从 config.toml 读取密钥。`,
            ),
            cure: text('Update Codex, or choose auth.json for the key.', '请更新 Codex，或选择把密钥放在 auth.json。'),
          } as const,
        ]
      : []),
    ...model(target, context),
  ]
}

/** What stops Codex, or leads it past our provider, whatever the profile says. */
function brokenConfig({ values, version }: ToolContext): readonly Notice[] {
  const notices: Notice[] = []
  if (valueAt(values.config, ['profile']) !== undefined || valueAt(values.config, ['profiles']) !== undefined)
    notices.push({
      id: 'codex-profiles',
      severity: 'warn',
      message: text(
        'config.toml has `profile` or [profiles]. Newer versions of Codex refuse to start with them, older ones may use another provider.',
        'config.toml 里有 `profile` 或 [profiles]。新版 Codex 会因此拒绝启动，旧版可能改用别的服务。',
      ),
      cure: text(
        'Move each profile to a file <name>.config.toml beside it and start with `codex -p <name>`.',
        '请把每个 profile 移到同一文件夹的 <名称>.config.toml，并用 `codex -p <名称>` 启动。',
      ),
    })
  const providers = valueAt(values.config, ['model_providers'])
  const tables = isObject(providers) ? Object.entries(providers) : []
  const chat = tables.filter(([id, table]) => id !== PROVIDER && isObject(table) && table.wire_api === 'chat').map(([id]) => id)
  if (chat.length > 0 && !olderThan(version, '0.64'))
    notices.push({
      id: 'codex-wire-chat',
      severity: 'warn',
      message: text(
        `config.toml has wire_api = "chat" for ${chat.join(', ')}. Newer versions of Codex refuse to start with it.`,
        `config.toml 中 ${chat.join('、')} 的 wire_api 为 "chat"。新版 Codex 会因此拒绝启动。`,
      ),
      cure: text('Change it to "responses" or remove that provider.', '请改为 "responses"，或删除该服务。'),
    })
  const reserved = tables.map(([id]) => id).filter((id) => builtIn.includes(id))
  if (reserved.length > 0)
    notices.push({
      id: 'codex-reserved-provider',
      severity: 'warn',
      message: text(
        `config.toml defines ${reserved.map((id) => `[model_providers.${id}]`).join(', ')}. Codex refuses to start with a table of this name.`,
        `config.toml 定义了 ${reserved.map((id) => `[model_providers.${id}]`).join('、')}，Codex 不接受这个名称并会拒绝启动。`,
      ),
      cure: text('Rename or remove that table.', '请给这个表改名或删除它。'),
    })
  return notices
}

/** Traps of the classic way. */
function authFile({ place, values, version }: ToolContext): readonly Notice[] {
  const notices: Notice[] = []
  if (!olderThan(version, '0.129'))
    notices.push({
      id: 'codex-daemon',
      severity: 'warn',
      message: text(
        "Codex's background process may keep the old key and send it to the new relay.",
        'Codex 的后台进程可能保留旧密钥，并把它发给新的中转站。',
      ),
      cure: text(
        'Run `codex app-server daemon stop`, or keep the key in config.toml.',
        '请运行 `codex app-server daemon stop`，或把密钥改放在 config.toml。',
      ),
    })
  if (valueAt(values.auth, ['tokens']) !== undefined)
    notices.push({
      id: 'codex-chatgpt-login',
      severity: 'info',
      message: text(
        'Your ChatGPT login in auth.json rests while this profile is active.',
        '使用此配置期间，auth.json 中的 ChatGPT 登录暂不生效。',
      ),
      cure: text('It comes back when you switch to Official.', '切换回“官方”时会恢复。'),
    })
  const store = stringAt(values.config, ['cli_auth_credentials_store'])
  if (store !== undefined && store !== 'auto' && store !== 'file')
    notices.push({
      id: 'codex-credential-store',
      severity: 'info',
      message: text(
        'config.toml keeps the login outside auth.json; it is set to "file" while this profile is active.',
        'config.toml 把登录凭据存在 auth.json 之外；使用此配置期间会改为 "file"。',
      ),
      cure: text('To leave it as it is, keep the key in config.toml.', '如不想改动，请把密钥放在 config.toml。'),
    })
  if (variable(place, 'CODEX_API_KEY') !== undefined)
    notices.push({
      id: 'codex-shell-key',
      severity: 'warn',
      message: text(
        'CODEX_API_KEY is set in the environment and wins over auth.json in `codex exec`.',
        '环境变量 CODEX_API_KEY 已设置，在 `codex exec` 中会优先于 auth.json。',
      ),
      cure: text('Remove it from your shell, or keep the key in config.toml.', '请从 shell 中删除它，或把密钥放在 config.toml。'),
    })
  return notices
}

function model({ models: { main }, extra }: ToolTarget, { values }: ToolContext): readonly Notice[] {
  if (main === undefined)
    return [
      {
        id: 'codex-no-model',
        severity: 'info',
        message: text(
          'No model is set, so Codex asks the relay for a name of its own choice.',
          '没有设置模型，Codex 会向中转站请求它自己默认的模型名。',
        ),
        cure: text(
          "If the relay does not know it, set the model to a name of the relay's list.",
          '如果中转站没有这个模型，请设为中转站列表里的名称。',
        ),
      },
    ]
  const settled =
    valueAt(values.config, ['notice', 'model_migrations', main]) !== undefined ||
    Object.keys(extra).some((key) => key.startsWith('notice.model_migrations'))
  if (!/^gpt-\d/.test(main) || settled) return []
  return [
    {
      id: 'codex-model-migration',
      severity: 'info',
      message: text(
        'Codex may offer a newer model at its start and write it into config.toml.',
        'Codex 启动时可能建议换成新模型，并写入 config.toml。',
      ),
      cure: text('If the relay does not have it, choose “Use existing model”.', '如果中转站没有新模型，请选择“Use existing model”。'),
    },
  ]
}
