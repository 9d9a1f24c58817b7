import { variable } from '../../tools/paths'
import type { Place } from '../../tools/tool'
import { answerOf } from './ask'

/** The proxy of the system's own settings: browsers use it, the tools do not. */
export interface SystemProxy {
  readonly host: string
  readonly port: number
}

const PATIENCE = 1_500
const internetSettings = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'

/** Asks the system; undefined when it has none, or does not tell. Programs are looked for on the PATH, those of the system in their own place. */
export async function systemProxy(place: Place): Promise<SystemProxy | undefined> {
  if (place.platform === 'darwin') return parseScutil(await answerOf('/usr/sbin/scutil', ['--proxy'], PATIENCE))
  if (place.platform === 'win32') return parseInternetSettings(await answerOf('reg.exe', ['query', internetSettings], PATIENCE))
  // gsettings needs the session of a desktop; without one it would start it.
  if (variable(place, 'DBUS_SESSION_BUS_ADDRESS') === undefined) return undefined
  const env = { PATH: place.env.PATH, HOME: place.home, DBUS_SESSION_BUS_ADDRESS: place.env.DBUS_SESSION_BUS_ADDRESS }
  return parseGsettings(await answerOf('gsettings', ['list-recursively', 'org.gnome.system.proxy'], PATIENCE, env))
}

const proxyOf = (host: string | undefined, port: string | undefined): SystemProxy | undefined =>
  host === undefined || host === '' || !(Number(port) > 0) ? undefined : { host, port: Number(port) }

/** `scutil --proxy` of macOS: lines such as `HTTPSEnable : 1`, `HTTPSProxy : 127.0.0.1`, `HTTPSPort : 7890`. */
export function parseScutil(listing: string): SystemProxy | undefined {
  const values = new Map([...listing.matchAll(/^\s*(\w+) : (\S+)\s*$/gm)].map(([, name = '', value = '']) => [name, value]))
  const kind = ['HTTPS', 'HTTP', 'SOCKS'].find((one) => values.get(`${one}Enable`) === '1')
  return kind === undefined ? undefined : proxyOf(values.get(`${kind}Proxy`), values.get(`${kind}Port`))
}

/** `reg query` of Windows: `ProxyEnable REG_DWORD 0x1`, `ProxyServer REG_SZ host:port` or `http=host:port;https=host:port`. */
export function parseInternetSettings(listing: string): SystemProxy | undefined {
  const value = (name: string) => new RegExp(`^\\s+${name}\\s+REG_\\w+\\s+(.*?)\\s*$`, 'm').exec(listing)?.[1]
  if (!/^0x0*1$/.test(value('ProxyEnable') ?? '')) return undefined
  const entries = (value('ProxyServer') ?? '').split(';')
  const chosen =
    entries.find((entry) => entry.startsWith('https=')) ?? entries.find((entry) => entry.startsWith('http=')) ?? entries[0] ?? ''
  const [, host, port] = /^(?:\w+=)?(?:\w+:\/\/)?([^:/]+):(\d+)/.exec(chosen) ?? []
  return proxyOf(host, port)
}

/** `gsettings list-recursively org.gnome.system.proxy`: `org.gnome.system.proxy mode 'manual'`, `….https host '127.0.0.1'`, `….https port 7890`. */
export function parseGsettings(listing: string): SystemProxy | undefined {
  const value = (schema: string, key: string) =>
    new RegExp(`^org\\.gnome\\.system\\.proxy${schema} ${key} '?([^'\\n]*)'?$`, 'm').exec(listing)?.[1]
  if (value('', 'mode') !== 'manual') return undefined
  const found = ['.https', '.http', '.socks'].map((schema) => proxyOf(value(schema, 'host'), value(schema, 'port')))
  return found.find((proxy) => proxy !== undefined)
}
