import { addressOf, type SystemProxy } from './system-proxy'

/** @param file text of `~/.config/kioslaverc` (KDE Plasma 5 and 6; ProxyType: 0 none, 1 by hand, 2 script, 3 WPAD, 4 from variables). Pure. */
export function parseKde(file: string): SystemProxy | undefined {
  const section = /^\[Proxy Settings\][^\n]*\n([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(file)?.[1] ?? ''
  const values = new Map(
    section.split('\n').flatMap((line) => {
      const [, key, value] = /^([^=[]+?)(?:\[\$e\])?=(.*)$/.exec(line.trim()) ?? []
      return key === undefined ? [] : [[key, value?.trim() ?? ''] as const]
    }),
  )
  // Written as `http://host 7890`, by older versions as `http://host:7890`.
  const part = (key: string, scheme: string) => {
    const [, host, port] = /^(?:\w+:\/\/)?(?:[^@\s]*@)?(\[[^\]]+\]|[^\s:]+)[\s:]+(\d+)\/?$/.exec(values.get(key) ?? '') ?? []
    return addressOf(scheme, host, port)
  }
  const bypass = (values.get('NoProxyFor') ?? '').split(/[\s,]+/).filter(Boolean)
  const type = values.get('ProxyType')
  if (type === '2' || type === '3') return { source: 'kde', script: (type === '2' && values.get('Proxy Config Script')) || 'WPAD', bypass }
  if (type !== '1') return undefined
  return { source: 'kde', http: part('httpProxy', 'http'), https: part('httpsProxy', 'http'), socks: part('socksProxy', 'socks5'), bypass }
}
