import type { ProbeFinding } from '../../../../shared/model/probe'
import { text } from '../../../../shared/model/text'
import { finding } from './finding'

const offline = text(
  'Check your internet connection, then try another network. If you need a proxy, set HTTPS_PROXY.',
  '请检查网络连接，或换一个网络再试。如果需要代理，请设置 HTTPS_PROXY。',
)

/** A name that was not resolved. `code` is the resolver's (ENOTFOUND, EAI_AGAIN). */
export function dnsFailed(host: string, code: string, { proxy = false }: { readonly proxy?: boolean } = {}): ProbeFinding {
  if (proxy)
    return finding(
      'proxy',
      'proxy-name',
      text(`The proxy's name ${host} is not known (${code}).`, `找不到代理的域名 ${host}（${code}）。`),
      text('Correct the proxy variable, or remove it if you need no proxy.', '请改正代理变量；如果不需要代理，请删除它。'),
      { guide: 6 },
    )
  const unknown = code === 'ENOTFOUND' || code === 'ENODATA'
  return finding(
    'dns',
    unknown ? 'dns-unknown' : 'dns-unreachable',
    unknown
      ? text(`The name ${host} does not exist, or your DNS does not know it.`, `域名 ${host} 不存在，或您的 DNS 查不到它。`)
      : text(`The DNS server did not answer for ${host} (${code}).`, `DNS 服务器没有回应对 ${host} 的查询（${code}）。`),
    unknown
      ? text(
          "Check the address for typos against the relay's website. Else try another DNS server or network.",
          '请对照中转站网站检查地址拼写；如果没错，请换一个 DNS 或网络。',
        )
      : offline,
    { guide: 6 },
  )
}

export const dnsTimedOut = (host: string, options: { readonly proxy?: boolean }): ProbeFinding => dnsFailed(host, 'ETIMEDOUT', options)

export interface ConnectTrouble {
  readonly host: string
  readonly port: number
  readonly what: 'relay' | 'proxy'
  /** System code: ECONNREFUSED, ETIMEDOUT and so on. */
  readonly code: string
}

/** A TCP connection that did not come about. */
export function connectFailed({ host, port, what, code }: ConnectTrouble): ProbeFinding {
  const at = `${host}:${port}`
  if (what === 'proxy')
    return finding(
      'proxy',
      'proxy-dead',
      text(
        `The proxy ${at} does not answer (${code}). Nothing can leave through it.`,
        `代理 ${at} 没有响应（${code}），所有请求都出不去。`,
      ),
      text(
        'Start the proxy program (Clash, V2Ray and the like), or remove the proxy variable and open a new terminal.',
        '请启动代理软件（如 Clash、V2Ray），或删除代理环境变量后重新打开终端。',
      ),
      { guide: 6 },
    )
  if (code === 'ECONNREFUSED')
    return finding(
      'tcp',
      'refused',
      text(`${at} is up but nothing listens there.`, `${at} 可达，但该端口没有服务。`),
      text(
        'Check the port in the URL. If it is right, the relay is down, or a firewall refuses you.',
        '请检查 URL 里的端口；如果没错，说明中转站已停机，或被防火墙拒绝。',
      ),
      { guide: 6, evidence: code },
    )
  if (code === 'ECONNRESET')
    return finding(
      'tcp',
      'reset',
      text(`${at} broke the connection off.`, `${at} 中断了连接。`),
      text(
        'Try another network or a proxy: a firewall on the way often does this.',
        '请换一个网络或使用代理：这通常是途中的防火墙造成的。',
      ),
      { guide: 6, evidence: code },
    )
  const unreachable = code === 'ENETUNREACH' || code === 'EHOSTUNREACH' || code === 'EADDRNOTAVAIL'
  return finding(
    'tcp',
    unreachable ? 'unreachable' : 'connect-timeout',
    unreachable
      ? text(`There is no way from here to ${at} (${code}).`, `从本机无法到达 ${at}（${code}）。`)
      : text(`${at} does not answer: no connection in time.`, `${at} 没有响应：连接超时。`),
    offline,
    { guide: 6, evidence: code },
  )
}
