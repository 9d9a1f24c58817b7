import type { ProbeFinding } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { finding } from '../findings/finding'
import type { HttpAnswer } from '../net/send'
import { evidenceOf } from '../redact'

/** What a redirect means. It is never followed: the key would go along, perhaps to another host. Pure. */
export function redirectFinding(
  { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>,
  { url, key }: { readonly url: string; readonly key: string },
): ProbeFinding {
  const from = new URL(url)
  const written = headers.location ?? ''
  const to = URL.canParse(written, url) ? new URL(written, url) : undefined
  const shown = to === undefined ? written : `${to.origin}${to.pathname}`
  const more = { guide: 11, evidence: evidenceOf(`HTTP ${status} → ${shown}`, key) }
  if (to === undefined || to.href === from.href)
    return finding(
      'http',
      'redirect-loop',
      text('The relay sends the request in a circle.', '中转站把请求重定向成了死循环。'),
      text(
        "Check the base URL against the relay's instructions; if it is right, tell the relay.",
        '请对照中转站说明检查基础地址；如果没错，请联系中转站。',
      ),
      more,
    )
  if (/log-?in|sign-?in|\bauth\b|\bsso\b|passport|oauth/i.test(`${to.hostname}${to.pathname}`))
    return finding(
      'http',
      'redirect-login',
      text(`The address leads to a login page: ${shown}.`, `该地址会跳转到登录页：${shown}。`),
      text(
        "That is the relay's website, or your network's login. Use the relay's API address; on a guest network, log in first.",
        '这是中转站的网站，或网络的登录页。请使用中转站的 API 地址；如在访客网络，请先登录网络。',
      ),
      more,
    )
  if (from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname)
    return finding(
      'http',
      'redirect-https',
      text('The relay wants https, and the URL says http.', '中转站要求 https，而 URL 写的是 http。'),
      text(
        'Write https:// in the URL. The key has just crossed the network unprotected: better make a new one.',
        '请把 URL 改为 https://。密钥刚才以明文传输，建议更换。',
      ),
      more,
    )
  return finding(
    'http',
    'redirect',
    text(`The relay sends the request on to ${shown}.`, `中转站把请求转到了 ${shown}。`),
    text(
      "If that address is the relay's, write it into the URL. Tools change POST to GET on the way, or hand your key to another host.",
      '如果该地址属于中转站，请直接写进 URL。跟随跳转时，工具会把 POST 变成 GET，或把密钥交给其他主机。',
    ),
    more,
  )
}
