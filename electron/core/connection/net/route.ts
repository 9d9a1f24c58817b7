import type { ProbeRoute } from '../../../../shared/model/probe'
import type { ProxyTraits } from '../plan'
import { bareHost } from './bare-host'
import { noProxyMatch } from './no-proxy'

export type Env = Readonly<Record<string, string | undefined>>

/** The way to a host. `bypass` is the NO_PROXY entry that keeps a proxy out; `broken` a proxy setting that is no URL. */
export interface Route {
  readonly kind: ProbeRoute['kind']
  readonly proxy?: URL
  readonly variable?: string
  readonly bypass?: string
  readonly broken?: string
}

export const direct: Route = { kind: 'direct' }

/**
 * The proxy that a tool uses for a URL, from environment variables: the lower-case name first, as curl does; NO_PROXY wins over all. The tools
 * use a proxy for 127.0.0.1 too (Claude Code 2.1.330, Codex 0.169, Gemini CLI 0.61), so nothing is left out on its own. Pure.
 */
export function routeFor(url: URL, env: Env, traits: Pick<ProxyTraits, 'allProxy'>): Route {
  const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY']
  const variable = [...names, ...(traits.allProxy ? ['all_proxy', 'ALL_PROXY'] : [])].find((name) => env[name]?.trim())
  if (variable === undefined) return direct
  const bypass = noProxyMatch(url, env.no_proxy || env.NO_PROXY || '')
  if (bypass !== undefined) return { kind: 'direct', bypass, variable }
  const value = env[variable]?.trim() ?? ''
  const written = value.includes('://') ? value : `http://${value}`
  if (!URL.canParse(written)) return { kind: 'http-proxy', variable, broken: value }
  const proxy = new URL(written)
  if (/^socks(4|4a|5|5h)?:$/.test(proxy.protocol)) return { kind: 'socks-proxy', proxy, variable }
  return /^https?:$/.test(proxy.protocol) && proxy.hostname !== ''
    ? { kind: 'http-proxy', proxy, variable }
    : { kind: 'http-proxy', variable, broken: value }
}

/** Host and port of a proxy; its login stays out. */
export function proxyAddress(proxy: URL): { readonly host: string; readonly port: number } {
  const usual = proxy.protocol === 'https:' ? 443 : proxy.protocol === 'http:' ? 80 : 1080
  return { host: bareHost(proxy.hostname), port: Number(proxy.port || usual) }
}

/** A route as a report shows it. */
export function shownRoute({ kind, proxy, variable }: Route): ProbeRoute {
  if (proxy === undefined) return { kind, ...(kind === 'direct' ? {} : { variable }) }
  const { host, port } = proxyAddress(proxy)
  return { kind, proxy: `${host}:${port}`, variable }
}
