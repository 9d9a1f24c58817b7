import { isIP } from 'node:net'
import type { SystemProxyUse } from '../../../../shared/model/probe'
import { bareHost } from '../net/bare-host'
import { proxyAddress, type Route } from '../net/route'

/** What the operating system is set to, where no environment variable says otherwise. Addresses are URLs without a login. */
export interface SystemProxy {
  readonly source: SystemProxyUse['source']
  readonly http?: string
  readonly https?: string
  readonly socks?: string
  /** URL of a script that chooses the proxy, or `WPAD`. Switchyard does not run it. */
  readonly script?: string
  /** Hosts that are reached without it, in the system's own spelling. */
  readonly bypass: readonly string[]
}

/** A proxy's URL; undefined where host or port is missing. Pure. */
export function addressOf(scheme: string, host: string | undefined, port: string | undefined): string | undefined {
  const number = Number(port)
  if (!host || !Number.isInteger(number) || number <= 0 || number > 65_535) return undefined
  const bare = bareHost(host.replace(/^\w+:\/\//, ''))
  const written = `${scheme}://${bare.includes(':') ? `[${bare}]` : bare}:${number}`
  return URL.canParse(written) ? written : undefined
}

/** The way that the system's setting gives to a URL; undefined where it says nothing that can be followed. Pure. */
export function systemRoute(url: URL, system: SystemProxy): Route | undefined {
  const entry = system.bypass.find((each) => fits(bareHost(url.hostname).toLowerCase(), each.toLowerCase()))
  if (entry !== undefined) return { kind: 'direct', bypass: entry }
  const http = url.protocol === 'https:' ? system.https : system.http
  const address = http ?? system.socks
  if (address === undefined) return undefined
  return { kind: http === undefined ? 'socks-proxy' : 'http-proxy', proxy: new URL(address) }
}

/** The setting as a report shows it, for one URL. Pure. */
export function systemUse(url: URL, system: SystemProxy): SystemProxyUse {
  const { source, script } = system
  const route = systemRoute(url, system)
  const { host, port } = route?.proxy ? proxyAddress(route.proxy) : {}
  return {
    source,
    ...(host !== undefined && { proxy: `${host}:${port}` }),
    ...(script !== undefined && { script }),
    ...(route?.bypass !== undefined && { bypass: route.bypass }),
  }
}

/** `<local>`: a name without dots. `*` stands for anything, a network is `10.0.0.0/8` (macOS: `169.254/16`), a name covers what is below it. */
function fits(host: string, entry: string): boolean {
  if (entry === '<local>') return !host.includes('.') && isIP(host) === 0
  const [, net, bits] = /^([\d.]+)\/(\d+)$/.exec(entry) ?? []
  if (net !== undefined) return isIP(host) === 4 && inNetwork(host, net, Number(bits))
  const bare = entry.replace(/^\*?\./, '')
  if (!bare.includes('*')) return host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`))
  const pattern = entry.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${pattern}$`).test(host)
}

function inNetwork(host: string, net: string, bits: number): boolean {
  const base = [...net.split('.'), '0', '0', '0'].slice(0, 4).join('.')
  if (isIP(base) !== 4 || bits > 32) return false
  const size = 2 ** (32 - bits)
  return Math.floor(asNumber(host) / size) === Math.floor(asNumber(base) / size)
}

const asNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
