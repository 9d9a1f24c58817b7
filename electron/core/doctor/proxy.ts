import { isLoopback } from './facts/ports'

/** A proxy as a variable names it. */
export interface ProxyVariable {
  readonly name: string
  readonly value: string
  readonly host: string
  readonly port: number
  readonly scheme: string
}

export const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'] as const

const usualPort: Readonly<Record<string, number>> = { http: 80, https: 443, socks: 1080, socks4: 1080, socks5: 1080, socks5h: 1080 }

/** Every proxy that the variables name; a value that is no URL has host "". */
export function proxiesIn(env: Readonly<Record<string, string | undefined>>): readonly ProxyVariable[] {
  return proxyNames.flatMap((name): ProxyVariable[] => {
    const value = env[name]?.trim()
    if (value === undefined || value === '') return []
    const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`
    if (!URL.canParse(full)) return [{ name, value, host: '', port: 0, scheme: '' }]
    const { hostname, port, protocol } = new URL(full)
    const scheme = protocol.replace(':', '')
    return [{ name, value, host: hostname, port: Number(port || usualPort[scheme] || 80), scheme }]
  })
}

/** True when a host is left out of the proxy: exact names, domains with or without a dot or a star, `*`. */
export function isExempt(host: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const list = `${env.NO_PROXY ?? ''},${env.no_proxy ?? ''}`.split(/[,\s]+/).filter(Boolean)
  return list.some((entry) => {
    const bare = entry
      .replace(/^\*?\./, '')
      .replace(/:\d+$/, '')
      .toLowerCase()
    return entry === '*' || host.toLowerCase() === bare || host.toLowerCase().endsWith(`.${bare}`)
  })
}

export const isLocalRelay = (baseUrl: string | undefined): boolean =>
  URL.canParse(baseUrl ?? '') && isLoopback(new URL(baseUrl ?? '').hostname)
