import { addressOf, type SystemProxy } from './system-proxy'

/** What shows the setting: all of GNOME's keys about proxies, one per line. Also read by Cinnamon, MATE, Unity and Chromium. */
export const gnomeCommand = ['gsettings', ['list-recursively', 'org.gnome.system.proxy']] as const

/** @param listing such as `org.gnome.system.proxy.http host '127.0.0.1'` (gsettings(1), GVariant's text form). Pure. */
export function parseGnome(listing: string): SystemProxy | undefined {
  const values = new Map<string, string>(
    listing.split('\n').flatMap((line) => {
      const [, schema, key, value] = /^(org\.gnome\.system\.proxy[.\w]*) (\S+) (.*)$/.exec(line.trim()) ?? []
      return schema === undefined ? [] : [[`${schema.slice('org.gnome.system.proxy'.length)}/${key}`, value ?? ''] as const]
    }),
  )
  const word = (name: string) => values.get(name)?.replace(/^'(.*)'$/, '$1') || undefined
  const part = (kind: string, scheme: string) => addressOf(scheme, word(`.${kind}/host`), word(`.${kind}/port`))
  const bypass = [...(values.get('/ignore-hosts') ?? '').matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '')
  const mode = word('/mode')
  if (mode === 'auto') return { source: 'gnome', script: word('/autoconfig-url') ?? 'WPAD', bypass }
  if (mode !== 'manual') return undefined
  return { source: 'gnome', http: part('http', 'http'), https: part('https', 'http'), socks: part('socks', 'socks5'), bypass }
}
