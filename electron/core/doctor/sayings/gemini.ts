import { text } from '../../../../shared/model/text'
import type { Saying } from './saying'

const saying = (
  id: string,
  says: RegExp,
  cause: Saying['cause'],
  cure: Saying['cure'],
  checks: readonly string[],
  goesOn?: true,
): Saying => ({ id, tool: 'gemini', says, cause, cure, checks, ...(goesOn === undefined ? {} : { goesOn }) })

/** From Gemini CLI 0.61 against a recording relay. */
export const geminiSayings: readonly Saying[] = [
  saying(
    'gemini-no-key',
    /must specify the GEMINI_API_KEY/i,
    text(
      'The key is most likely there, but not read: the folder is not trusted, or a project’s .env hides yours.',
      '密钥多半已经写好，只是没有被读取：文件夹未受信任，或项目的 .env 遮住了您的设置。',
    ),
    text(
      'Trust the folder, and let Gemini CLI ignore projects’ .env files. Run the doctor with --folder.',
      '请信任该文件夹，并让 Gemini CLI 忽略项目的 .env。可用 --folder 运行诊断。',
    ),
    ['gemini-trust', 'gemini-env-shadow', 'gemini-auth-type'],
  ),
  saying(
    'gemini-untrusted',
    /not running in a trusted directory/i,
    text('The folder is not trusted.', '该文件夹未受信任。'),
    text('Trust it, or start with --skip-trust.', '请信任它，或用 --skip-trust 启动。'),
    ['gemini-trust'],
  ),
  saying(
    'gemini-auth-type',
    /Invalid auth method selected|Please set an Auth method|The enforced authentication type is/i,
    text('settings.json does not say that the key is the way to log in.', 'settings.json 没有指定使用密钥登录。'),
    text('Set security.auth.selectedType to “gemini-api-key”.', '请将 security.auth.selectedType 设为“gemini-api-key”。'),
    ['gemini-auth-type'],
  ),
  saying(
    'gemini-settings',
    /Error in [^\n]*settings\.json:|Please fix the configuration file/i,
    text(
      'Gemini CLI cannot read its settings.json: it allows comments, but no comma before a closing bracket.',
      'Gemini CLI 无法读取 settings.json：允许注释，但右括号前不能有逗号。',
    ),
    text('Correct that line; the fix of “config-parses” may do it.', '请修正该行；“config-parses”的修复可能可以完成。'),
    ['config-parses', 'config-permissions'],
  ),
  saying(
    'gemini-url',
    /Invalid custom base URL/i,
    text('The base URL has no https:// at its start, or is no URL.', '基础地址缺少 https://，或不是有效的 URL。'),
    text('Write it as https://host, without a path.', '请写成 https://主机，不带路径。'),
    ['base-url-shape'],
  ),
  saying(
    'gemini-model',
    /ModelNotFoundError|It seems like you don't have access to/i,
    text(
      'The relay answered 404: a base URL with /v1beta/models at its end doubles the path, or the relay lacks the model.',
      '中转站返回 404：基础地址末尾的 /v1beta/models 会造成路径重复，或中转站没有该模型。',
    ),
    text('The base URL must be bare (https://host); then check the model’s name.', '基础地址应为纯主机（https://主机）；再核对模型名。'),
    ['base-url-shape', 'relay-model'],
  ),
  saying(
    'gemini-fetch',
    /TypeError: fetch failed|exception .*fetch failed sending request/i,
    text(
      'TLS, proxy or name: Gemini CLI hides which. A proxy program that was closed looks like this.',
      'TLS、代理或域名的问题：Gemini CLI 不说明是哪一个。代理程序已关闭也会这样。',
    ),
    text(
      'Check the proxy, then the certificate (NODE_EXTRA_CA_CERTS in the shell, not in .env), then the address.',
      '请依次检查代理、证书（NODE_EXTRA_CA_CERTS 要写在终端而不是 .env）和地址。',
    ),
    ['proxy-dead', 'relay-tls', 'relay-reachable', 'ca-file', 'relay-local'],
    true,
  ),
  saying(
    'gemini-rate-limit',
    /RetryableQuotaError|Suggested retry after|failed with status 429/i,
    text('The relay’s limit was reached (429).', '触发了中转站的限流（429）。'),
    text('Wait, or ask the relay for a higher limit.', '请稍后再试，或向中转站申请提高限额。'),
    ['relay-rate-limit'],
    true,
  ),
  saying(
    'gemini-server',
    /failed with status 5\d\d/i,
    text('The relay or the provider behind it has an error of its own.', '中转站或其上游自身出错。'),
    text('Try again in a minute, then another model.', '请一分钟后重试，再换一个模型。'),
    ['relay-error'],
    true,
  ),
  saying(
    'gemini-html',
    /Incomplete JSON segment at the end/i,
    text(
      'A web page or a broken answer came back: the base URL is that of a console, or a proxy is in between.',
      '返回的是网页或损坏的回复：基础地址是控制台，或中间有代理。',
    ),
    text('Use the relay’s API address.', '请使用中转站的 API 地址。'),
    ['base-url-shape', 'relay-base-url'],
  ),
  saying(
    'gemini-cut',
    /Model stream ended without a finish reason/i,
    text('The answer was empty or cut off on its way.', '回复为空或在途中被截断。'),
    text('Test streaming; a proxy in between is the usual cause.', '请测试流式输出；常见原因是中间的代理。'),
    ['relay-streaming', 'relay-error'],
  ),
  saying(
    'gemini-refused',
    /_ApiError[\s\S]{0,400}?"?(?:status|code)"?: ?401|API key not valid/i,
    text('The relay does not know the key.', '中转站不认识该密钥。'),
    text(
      'Check the key on the relay’s website, and whether a GEMINI_API_KEY of your shell wins over it.',
      '请到中转站网站核对密钥，并检查终端里的 GEMINI_API_KEY 是否覆盖了它。',
    ),
    ['relay-key', 'env-overrides'],
  ),
  saying(
    'gemini-forbidden',
    /_ApiError[\s\S]{0,400}?"?(?:status|code)"?: ?403/i,
    text('The key or plan does not include this model.', '密钥或套餐不包含该模型。'),
    text('Look at the key and the plan on the relay’s website.', '请在中转站网站查看密钥和套餐。'),
    ['relay-permission'],
  ),
]
