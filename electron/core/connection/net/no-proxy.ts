import { bareHost } from './bare-host'

/**
 * The entry of a NO_PROXY list that fits a URL. An entry is a host (which also covers its subdomains), may begin with `.` or `*.`, may end in a port;
 * `*` covers everything. That is what curl, reqwest and undici have in common; none of the tools reads network ranges in it reliably.
 */
export function noProxyMatch(url: URL, list: string): string | undefined {
  const host = bareHost(url.hostname).toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list.split(/[\s,]+/).find((entry) => entry !== '' && fits(entry.toLowerCase(), host, port))
}

function fits(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  const [, name = '', entryPort] = /^(\[[^\]]*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (entryPort !== undefined && entryPort !== port) return false
  const bare = bareHost(name).replace(/^\*?\.?/, '')
  return bare !== '' && (host === bare || host.endsWith(`.${bare}`))
}
