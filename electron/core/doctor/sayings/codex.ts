import { text } from '../../../../shared/model/text'
import type { Saying } from './saying'

const saying = (
  id: string,
  says: RegExp,
  cause: Saying['cause'],
  cure: Saying['cure'],
  checks: readonly string[],
  goesOn?: true,
): Saying => ({ id, tool: 'codex', says, cause, cure, checks, ...(goesOn === undefined ? {} : { goesOn }) })

/** From Codex 0.169 against a recording relay. */
export const codexSayings: readonly Saying[] = [
  saying(
    'codex-wire-api',
    /wire_api = "chat"` is no longer supported/i,
    text(
      'A provider in config.toml has the old wire API; Codex speaks only Responses now.',
      'config.toml 中的某个服务使用旧协议；Codex 现在只支持 Responses。',
    ),
    text('Change it to "responses".', '请改为 "responses"。'),
    ['codex-wire-api'],
  ),
  saying(
    'codex-profiles',
    /legacy `profile = |`profiles?`? .{0,40}no longer supported/i,
    text('config.toml has a profile of the old kind, with which Codex does not start.', 'config.toml 中有旧式 profile，Codex 无法启动。'),
    text('Comment it out; the fix of “codex-legacy-profiles” does it.', '请将其注释掉；“codex-legacy-profiles”的修复可完成。'),
    ['codex-legacy-profiles'],
  ),
  saying(
    'codex-config',
    /Error loading config\.toml|Failed to read config file|Model provider `[^`]*` not found|provider name must not be empty/i,
    text('Codex cannot use its config.toml.', 'Codex 无法使用 config.toml。'),
    text(
      'Correct the line that it names; the doctor’s checks of config.toml show it.',
      '请修正它指出的那一行；诊断中的 config.toml 检查会显示位置。',
    ),
    ['config-parses', 'codex-provider', 'codex-legacy-profiles', 'codex-root-keys', 'config-permissions'],
  ),
  saying(
    'codex-home',
    /CODEX_HOME points to/i,
    text('CODEX_HOME names a folder that is not there.', 'CODEX_HOME 指定的文件夹不存在。'),
    text('Create it or remove the variable.', '请创建该文件夹或删除变量。'),
    ['config-folder'],
  ),
  saying(
    'codex-env-key',
    /Missing environment variable/i,
    text('config.toml takes the key from a variable that is not set.', 'config.toml 从一个未设置的变量读取密钥。'),
    text('Let Switchyard keep the key in config.toml, or set the variable.', '请由 Switchyard 把密钥放在 config.toml，或设置该变量。'),
    ['codex-env-key'],
  ),
  saying(
    'codex-waiting',
    /waiting for network/i,
    text(
      'It does not only wait for a network: any failure of TLS, proxy or name looks like this, and Codex never gives up.',
      '它并不只是在等网络：任何 TLS、代理或域名故障都会这样显示，而且 Codex 不会放弃。',
    ),
    text(
      'Stop it. Check the proxy, then the certificate (SSL_CERT_FILE; NODE_* variables do nothing for Codex), then the address.',
      '请停止它。依次检查代理、证书（SSL_CERT_FILE；NODE_* 变量对 Codex 无效）和地址。',
    ),
    ['proxy-dead', 'relay-tls', 'relay-reachable', 'ca-file', 'relay-local', 'leftover-switcher'],
    true,
  ),
  saying(
    'codex-unauthorized',
    /unexpected status 401/i,
    text(
      'The relay does not know the key, or Codex sent none: a faulty auth.json is passed over silently.',
      '中转站不认识该密钥，或 Codex 没有发送密钥：有问题的 auth.json 会被悄悄忽略。',
    ),
    text('Check the key; then auth.json, if the key is there.', '请核对密钥；如密钥在 auth.json 中，再检查该文件。'),
    ['relay-key', 'codex-auth-file', 'codex-daemon', 'key-format'],
  ),
  saying(
    'codex-forbidden',
    /unexpected status 40[23]/i,
    text('The key or plan does not include this model, or the credit is used up.', '密钥或套餐不包含该模型，或额度已用完。'),
    text('Look at the key and the plan on the relay’s website.', '请在中转站网站查看密钥和套餐。'),
    ['relay-permission'],
  ),
  saying(
    'codex-model',
    /ERROR: [^\n]*\bmodel\b[^\n]*(?:does not exist|not exist|not found|not supported|no access|have access)/i,
    text('The relay does not have the model, or the key may not use it.', '中转站没有该模型，或密钥无权使用它。'),
    text('Check the model’s name in the relay’s own list.', '请核对中转站列表里的模型名。'),
    ['relay-model', 'relay-permission', 'codex-model-migration'],
  ),
  saying(
    'codex-path',
    /unexpected status 404|Invalid URL \((POST|GET)/i,
    text(
      'The base URL leads to the wrong path, or the relay has no /v1/responses and so cannot serve Codex.',
      '基础地址指向了错误的路径，或中转站没有 /v1/responses，无法用于 Codex。',
    ),
    text('The base URL must end in /v1, with nothing after it.', '基础地址必须以 /v1 结尾，后面不能有其他内容。'),
    ['base-url-shape', 'relay-model'],
  ),
  saying(
    'codex-rate-limit',
    /exceeded retry limit, last status: 429|Quota exceeded/i,
    text('The relay’s limit or the credit is used up.', '触发了中转站的限流，或额度已用完。'),
    text('Wait, or look at the credit on the relay’s website.', '请稍后再试，或在中转站网站查看额度。'),
    ['relay-rate-limit'],
  ),
  saying(
    'codex-high-demand',
    /currently experiencing high demand/i,
    text('Misleading: the relay answered 500.', '此提示有误导性：实际是中转站返回了 500。'),
    text('Try again, then another model, then ask the relay’s support.', '请重试，再换一个模型，仍不行则联系中转站客服。'),
    ['relay-error'],
  ),
  saying(
    'codex-stream',
    /stream disconnected before completion|stream closed before response\.completed/i,
    text(
      'What came back was no stream of the Responses API: a web page, an empty answer, or one that was cut off by a proxy.',
      '返回的不是 Responses API 的流：可能是网页、空回复，或被代理截断。',
    ),
    text(
      'Check the base URL, then ask the relay whether it speaks the Responses API.',
      '请检查基础地址，再向中转站确认是否支持 Responses API。',
    ),
    ['base-url-shape', 'relay-streaming', 'relay-base-url'],
  ),
  saying(
    'codex-reconnecting',
    /Reconnecting\.\.\. \d+\/\d+/i,
    text(
      'The relay answered with an error that Codex does not show (429, 500, 401 …), or the answer was cut off; Codex goes on trying.',
      '中转站返回了 Codex 不会显示的错误（429、500、401 等），或回复被截断；Codex 会继续重试。',
    ),
    text('Test the connection of the profile: it shows the error.', '请测试该配置的连接，可以看到具体错误。'),
    ['relay-rate-limit', 'relay-error', 'relay-key', 'relay-streaming'],
  ),
]
