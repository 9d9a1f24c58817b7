import { addressOf, type SystemProxy } from './system-proxy'

/** What shows the setting of the network in use (scutil(8)). */
export const macosCommand = ['/usr/sbin/scutil', ['--proxy']] as const

/** @param listing a dictionary such as `HTTPSProxy : 127.0.0.1`, with the list `ExceptionsList`. Pure. */
export function parseScutil(listing: string): SystemProxy | undefined {
  const values = new Map([...listing.matchAll(/^\s*(\w+) : ([^<\n]+)$/gm)].map(([, key, value]) => [key ?? '', value?.trim() ?? '']))
  const bypass = [...listing.matchAll(/^\s*\d+ : (.+)$/gm)].map((found) => found[1]?.trim() ?? '')
  const part = (name: string, scheme: string) =>
    values.get(`${name}Enable`) === '1' ? addressOf(scheme, values.get(`${name}Proxy`), values.get(`${name}Port`)) : undefined
  const found = {
    source: 'macos' as const,
    http: part('HTTP', 'http'),
    https: part('HTTPS', 'http'),
    socks: part('SOCKS', 'socks5'),
    bypass,
  }
  if (found.http ?? found.https ?? found.socks) return found
  if (values.get('ProxyAutoConfigEnable') === '1')
    return { source: 'macos', script: values.get('ProxyAutoConfigURLString') ?? 'WPAD', bypass }
  return values.get('ProxyAutoDiscoveryEnable') === '1' ? { source: 'macos', script: 'WPAD', bypass } : undefined
}
