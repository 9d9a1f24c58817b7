import { text } from '../../../../shared/model/text'
import type { Saying } from './saying'

const saying = (id: string, says: RegExp, cause: Saying['cause'], cure: Saying['cure'], checks: readonly string[]): Saying => ({
  id,
  tool: 'claude',
  says,
  cause,
  cure,
  checks,
})

/** From Claude Code 2.1.330 against a recording relay. */
export const claudeSayings: readonly Saying[] = [
  saying(
    'claude-helper',
    /Your apiKeyHelper script is failing/i,
    text('An apiKeyHelper that was left in settings.json fails.', 'settings.json 里遗留的 apiKeyHelper 运行失败。'),
    text('Blank apiKeyHelper while a relay is in use.', '使用中转站期间请将 apiKeyHelper 置空。'),
    ['claude-api-key-helper'],
  ),
  saying(
    'claude-key-refused',
    /ANTHROPIC_API_KEY not used here|turn on .Use custom API key/i,
    text('You once told Claude Code not to use this key.', '您曾在 Claude Code 中选择不使用这个密钥。'),
    text(
      'Approve the key (the fix of “claude-key-approval” does it), or send it as a token.',
      '请批准该密钥（“claude-key-approval”的修复可完成），或改用令牌方式。',
    ),
    ['claude-key-approval'],
  ),
  saying(
    'claude-settings-void',
    /These settings did not load|Invalid or malformed JSON/i,
    text(
      'One wrong character or value makes Claude Code ignore all of settings.json.',
      '一个错误的字符或值会让 Claude Code 忽略整个 settings.json。',
    ),
    text(
      'Correct that value; “config-parses” and “claude-bad-value” show the line.',
      '请修正该值；“config-parses”和“claude-bad-value”会指出位置。',
    ),
    ['config-parses', 'claude-bad-value'],
  ),
  saying(
    'claude-not-logged-in',
    /Not logged in|Please run \/login/i,
    text(
      'This is not about your login: the relay answered 401 to the key, or settings.json was not loaded at all.',
      '这与登录无关：中转站对密钥返回了 401，或者 settings.json 根本没有加载。',
    ),
    text(
      'Check the key on the relay’s website, then that settings.json is valid. Do not run /login.',
      '请先到中转站网站核对密钥，再检查 settings.json 是否有效。不要运行 /login。',
    ),
    ['relay-key', 'key-format', 'config-parses', 'claude-bad-value', 'claude-second-credential', 'claude-key-approval'],
  ),
  saying(
    'claude-invalid-key',
    /Invalid API key|invalid x-api-key/i,
    text(
      'The relay answered 401: it does not know the key that was sent as x-api-key.',
      '中转站返回 401：它不认识以 x-api-key 发送的密钥。',
    ),
    text(
      'Check the key on the relay’s website; see whether a second key of your shell is sent instead.',
      '请到中转站网站核对密钥，并检查是否发送了终端里的另一个密钥。',
    ),
    ['relay-key', 'claude-second-credential', 'env-overrides'],
  ),
  saying(
    'claude-model-or-path',
    /There's an issue with the selected model|It may not exist or you may not have access/i,
    text(
      'The relay answered 404. Often it is not the model but the base URL: a /v1 too many gives /v1/v1/messages.',
      '中转站返回 404。很多时候不是模型有误，而是基础地址：多写 /v1 会变成 /v1/v1/messages。',
    ),
    text('Check the base URL first, then the model’s name in the relay’s own list.', '请先检查基础地址，再核对中转站列表里的模型名。'),
    ['base-url-shape', 'relay-model', 'why-ignored'],
  ),
  saying(
    'claude-forbidden',
    /Failed to authenticate\. API Error: 403|API Error: 403/i,
    text('The relay answered 403: the key or plan does not include this model.', '中转站返回 403：密钥或套餐不包含该模型。'),
    text('Look at the key’s permissions and the plan on the relay’s website.', '请在中转站网站查看密钥权限和套餐。'),
    ['relay-permission'],
  ),
  saying(
    'claude-rate-limit',
    /Request rejected \(429\)|Repeated 529 Overloaded/i,
    text(
      'The relay’s limit was reached (429), or it is overloaded; Claude Code tried for three minutes before it said so.',
      '触发了中转站的限流（429）或其过载；Claude Code 重试三分钟后才提示。',
    ),
    text('Wait, or ask the relay for a higher limit.', '请稍后再试，或向中转站申请提高限额。'),
    ['relay-rate-limit'],
  ),
  saying(
    'claude-server',
    /API Error: 5\d\d|server-side issue, usually temporary/i,
    text('The relay or the provider behind it has an error of its own.', '中转站或其上游自身出错。'),
    text(
      'Try again in a minute, then another model, then ask the relay’s support.',
      '请一分钟后重试，再换一个模型，仍不行则联系中转站客服。',
    ),
    ['relay-error'],
  ),
  saying(
    'claude-html',
    /empty or malformed response \(HTTP 200\)|body is an HTML page/i,
    text(
      'A web page came back instead of an answer: the base URL is that of a console, or a proxy or login page is in between.',
      '返回的是网页而不是回复：基础地址是控制台，或中间有代理或登录页。',
    ),
    text('Use the relay’s API address; look at the proxy.', '请使用中转站的 API 地址，并检查代理。'),
    ['base-url-shape', 'relay-base-url', 'proxy-rules'],
  ),
  saying(
    'claude-tls',
    /Self-signed certificate detected|SSL certificate (verification failed|has expired|hostname mismatch)|UNABLE_TO_VERIFY_LEAF_SIGNATURE|DEPTH_ZERO_SELF_SIGNED_CERT/i,
    text(
      'The relay’s certificate is not trusted, has expired or is for another name; a wrong clock looks the same.',
      '中转站的证书不受信任、已过期或域名不符；系统时间错误也是同样表现。',
    ),
    text(
      'Check the clock. For a company’s or private CA name its file in NODE_EXTRA_CA_CERTS.',
      '请检查系统时间。如使用公司或私有 CA，请在 NODE_EXTRA_CA_CERTS 中指定其文件。',
    ),
    ['relay-tls', 'clock', 'ca-file'],
  ),
  saying(
    'claude-network',
    /ECONNREFUSED|ENOTFOUND|ECONNRESET|ERR_PROXY_TUNNEL|Can't reach the API server|Request timed out/i,
    text(
      'The relay cannot be reached: name, network or proxy. A proxy program that was closed looks like this.',
      '无法连接中转站：域名、网络或代理的问题。代理程序已关闭也会这样。',
    ),
    text('Check whether the proxy of HTTPS_PROXY runs, then the address.', '请检查 HTTPS_PROXY 指定的代理是否在运行，再检查地址。'),
    ['proxy-dead', 'relay-reachable', 'relay-local', 'leftover-switcher'],
  ),
  saying(
    'claude-aws',
    /Could not load AWS credentials|Could not load the default credentials/i,
    text('A variable turns Claude Code to Bedrock or Vertex.', '有变量把 Claude Code 转到了 Bedrock 或 Vertex。'),
    text(
      'Blank CLAUDE_CODE_USE_BEDROCK (or _VERTEX, _FOUNDRY) in settings.json.',
      '请在 settings.json 中将 CLAUDE_CODE_USE_BEDROCK（或 _VERTEX、_FOUNDRY）置空。',
    ),
    ['claude-provider-switch'],
  ),
]
