import type { RateLimit } from '../../../../shared/model/probe'
import { type LocalText, text } from '../../../../shared/model/text'
import { finding } from './finding'

type Extra = { readonly evidence?: string }

/** The words for what a status means. */
export const statusFindings = {
  keyRefused: (extra: Extra) =>
    finding(
      'auth',
      'key-refused',
      text('The relay does not accept this key.', '中转站不接受这个密钥。'),
      text(
        "Copy the key again from the relay's website. Check there that it is active and has credit.",
        '请到中转站网站重新复制密钥，并确认它已启用、有余额。',
      ),
      { guide: 1, ...extra },
    ),
  wrongHeader: (sent: string, wanted: string, cure: LocalText, extra: Extra) =>
    finding(
      'auth',
      'wrong-header',
      text(
        `The key is good, but the relay wants it in the header ${wanted}, and this tool sends ${sent}.`,
        `密钥有效，但中转站要求放在 ${wanted} 请求头中，而该工具使用 ${sent}。`,
      ),
      cure,
      { guide: 1, ...extra },
    ),
  noCredit: (extra: Extra) =>
    finding(
      'auth',
      'no-credit',
      text('The key has no credit left, or its quota is used up.', '密钥余额不足，或额度已用完。'),
      text("Top up on the relay's website, or use another key.", '请到中转站网站充值，或换一个密钥。'),
      { guide: 2, ...extra },
    ),
  region: (extra: Extra) =>
    finding(
      'http',
      'region',
      text('The service is not offered where this request comes from.', '该服务不对请求所在的地区开放。'),
      text(
        'Ask the relay for a route that works in your region, or use its other address.',
        '请向中转站索取您所在地区可用的线路，或换用它的其他地址。',
      ),
      { guide: 2, ...extra },
    ),
  forbidden: (model: string | undefined, extra: Extra) =>
    finding(
      'auth',
      'forbidden',
      model === undefined
        ? text('The relay knows the key and forbids this request.', '中转站认识这个密钥，但禁止此请求。')
        : text(
            `The relay forbids this key the model ${model}, or this kind of request.`,
            `中转站不允许该密钥使用模型 ${model} 或此类请求。`,
          ),
      text(
        "Look at the key's models, group and allowed addresses on the relay's website, or choose another model.",
        '请到中转站网站查看密钥可用的模型、分组和 IP 限制，或换一个模型。',
      ),
      { guide: 2, ...extra },
    ),
  wrongPath: (url: string, baseUrl: string, protocol: string, extra: Extra) =>
    finding(
      'http',
      'wrong-path',
      text(
        `The relay has nothing at ${url}: the base URL is wrong, or it does not speak ${protocol}.`,
        `中转站没有 ${url}：基础地址有误，或它不支持 ${protocol}。`,
      ),
      text(`Compare ${baseUrl} with the relay's instructions for this tool.`, `请对照中转站给该工具的说明检查 ${baseUrl}。`),
      { guide: 11, ...extra },
    ),
  noModel: (model: string, suggestions: readonly string[], extra: Extra) =>
    finding(
      'model',
      'model-not-found',
      text(`The relay does not offer the model ${model} to this key.`, `中转站没有向该密钥提供模型 ${model}。`),
      suggestions.length > 0
        ? text(`Take one that it has, such as ${suggestions.join(', ')}.`, `请换用它提供的模型，例如 ${suggestions.join('、')}。`)
        : text("Copy a model's name from the relay's website.", '请从中转站网站复制模型名称。'),
      { guide: 3, suggestions, ...extra },
    ),
  rateLimited: (limit: RateLimit | undefined, extra: Extra) => {
    const ms = limit?.retryAfterMs
    const seconds = ms === undefined ? undefined : Math.ceil(ms / 1000)
    return finding(
      'http',
      'rate-limited',
      text('The relay takes no more requests from this key for now.', '中转站暂时不接受该密钥的更多请求。'),
      seconds === undefined
        ? text(
            'Wait a minute and try again. If it happens often, ask the relay for a higher limit.',
            '请等一分钟再试；如果经常发生，请向中转站申请更高的限额。',
          )
        : text(
            `Try again in ${seconds} s: the relay asks for that. If it happens often, ask for a higher limit.`,
            `中转站要求等待 ${seconds} 秒后再试；如果经常发生，请申请更高的限额。`,
          ),
      { guide: 4, ...extra },
    )
  },
  refusedRequest: (status: number, extra: Extra) =>
    finding(
      'answer',
      'request-refused',
      text(`The relay refuses the request as not valid (HTTP ${status}).`, `中转站认为请求无效（HTTP ${status}）。`),
      text(
        'Read what it says below. Often another model helps; else show it to the relay.',
        '请看下面的原话。换一个模型往往就好；否则请把它提供给中转站。',
      ),
      extra,
    ),
  relayError: (status: number, extra: Extra) =>
    finding(
      'http',
      'relay-error',
      text(`The relay failed by itself (HTTP ${status}).`, `中转站内部出错（HTTP ${status}）。`),
      text(
        'Try again in a few seconds, then with another model. If it stays so, tell the relay.',
        '请过几秒再试，再换一个模型试；如果一直这样，请联系中转站。',
      ),
      { guide: 5, ...extra },
    ),
  upstream: (status: number, extra: Extra) =>
    finding(
      'http',
      'upstream-down',
      text(
        `The relay is reached, but what stands behind it is not (HTTP ${status}).`,
        `已到达中转站，但它背后的服务不可用（HTTP ${status}）。`,
      ),
      text(
        'Nothing is wrong on your side. Try again in a few minutes, or use another model.',
        '您这边没有问题。请过几分钟再试，或换一个模型。',
      ),
      { guide: 5, ...extra },
    ),
  overloaded: (status: number, extra: Extra) =>
    finding(
      'http',
      'overloaded',
      text(`The relay or its provider is overloaded (HTTP ${status}).`, `中转站或其上游负载过高（HTTP ${status}）。`),
      text('Wait a little and try again, or use another model.', '请稍等再试，或换一个模型。'),
      { guide: 5, ...extra },
    ),
  upstreamTimeout: (status: number, extra: Extra) =>
    finding(
      'http',
      'upstream-timeout',
      text(`The relay waited too long for its provider (HTTP ${status}).`, `中转站等待上游超时（HTTP ${status}）。`),
      text('Try again, or use a faster model. If it stays so, tell the relay.', '请重试或换一个更快的模型；如果一直这样，请联系中转站。'),
      { guide: 6, ...extra },
    ),
  wall: (extra: Extra) =>
    finding(
      'http',
      'waf',
      text('A protection before the relay (such as Cloudflare) stopped the request.', '中转站前面的防护（如 Cloudflare）拦截了请求。'),
      text(
        'Try another network or leave the proxy. If it stays so, ask the relay to let API clients through.',
        '请换一个网络或关闭代理再试；如果一直这样，请让中转站放行 API 请求。',
      ),
      { guide: 2, ...extra },
    ),
  proxyLogin: (extra: Extra) =>
    finding(
      'proxy',
      'proxy-login',
      text('A proxy on the way wants a login (HTTP 407).', '途中的代理需要登录（HTTP 407）。'),
      text(
        'Write the login into the proxy variable: http://user:password@host:port.',
        '请把登录信息写进代理变量：http://用户名:密码@主机:端口。',
      ),
      { guide: 6, ...extra },
    ),
  networkLogin: (extra: Extra) =>
    finding(
      'http',
      'network-login',
      text('Your network wants you to log in first (HTTP 511).', '当前网络要求先登录（HTTP 511）。'),
      text('Open any website in a browser and log in, then try again.', '请在浏览器中打开任意网页完成登录，然后重试。'),
      { guide: 6, ...extra },
    ),
  html: (baseUrl: string, extra: Extra) =>
    finding(
      'http',
      'html-200',
      text(
        'A web page comes back where the API should answer: the base URL leads to a website.',
        '返回的是网页而不是 API 回答：基础地址指向了网站。',
      ),
      text(
        `Compare ${baseUrl} with the relay's instructions: another host, or a path before /v1, is missing.`,
        `请对照中转站说明检查 ${baseUrl}：可能是域名不对，或缺少 /v1 前的路径。`,
      ),
      { guide: 11, ...extra },
    ),
  unexpected: (status: number, extra: Extra) =>
    finding(
      'http',
      'odd-status',
      text(`The relay answers with HTTP ${status}, which no API of this kind does.`, `中转站返回 HTTP ${status}，此类 API 不会这样回答。`),
      text('Check the base URL, then show this to the relay.', '请检查基础地址，再把此结果提供给中转站。'),
      { guide: 11, ...extra },
    ),
} as const
