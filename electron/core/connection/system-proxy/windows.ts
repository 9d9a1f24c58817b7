import { addressOf, type SystemProxy } from './system-proxy'

/** What shows the user's setting: the registry key behind Settings > Network > Proxy. */
export const windowsCommand = ['reg.exe', ['query', 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings']] as const

/** @param listing what `reg query` prints: four blanks, name, type, value. `ProxyServer` is one address, or one per scheme. Pure. */
export function parseWindows(listing: string): SystemProxy | undefined {
  const values = new Map(
    [...listing.matchAll(/^ {4}(\S+) {4}REG_\w+ {4}(.*?)\r?$/gm)].map(([, name, value]) => [name ?? '', value?.trim() ?? '']),
  )
  const bypass = (values.get('ProxyOverride') ?? '').split(/[;\s]+/).filter(Boolean)
  const script = values.get('AutoConfigURL')
  if (Number(values.get('ProxyEnable') ?? 0) !== 1) return script ? { source: 'windows', script, bypass } : undefined
  const server = values.get('ProxyServer') ?? ''
  const parts = new Map(
    server
      .split(/[;\s]+/)
      .map((part) => part.split('='))
      .map(([name = '', address]) => (address === undefined ? ['', name] : [name, address])),
  )
  const part = (name: string, scheme: string) => {
    const [, host, port] = /^(?:\w+:\/\/)?(\[[^\]]+\]|[^:/]+)(?::(\d+))?\/?$/.exec(parts.get(name) ?? parts.get('') ?? '') ?? []
    return addressOf(scheme, host, port ?? '80')
  }
  const isPlain = !server.includes('=')
  return {
    source: 'windows',
    http: part('http', 'http'),
    https: part('https', 'http'),
    socks: isPlain ? undefined : part('socks', 'socks5'),
    bypass,
  }
}
