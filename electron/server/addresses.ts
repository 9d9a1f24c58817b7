import { isIP } from 'node:net'

/** True for names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The host name of a Host header, in lower case, without port and brackets; undefined when it is not well formed. */
export function hostName(header: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header ?? '')
  return match?.[1]?.toLowerCase().replace(/^\[|\]$/g, '')
}

/**
 * Which host names are answered. A page that rebinds its own name to this machine arrives with that name, so only names that cannot be rebound
 * are taken: loopback, the host that was asked for, and, when other machines may connect, bare addresses and this machine's own name.
 * The port is left open, because a tunnel may change it.
 */
export function allowsHost(name: string, boundTo: string, machine: string): boolean {
  if (name === 'localhost' || name === '::1' || name === '127.0.0.1' || name === boundTo.toLowerCase()) return true
  return !isLoopback(boundTo) && (isIP(name) !== 0 || name === machine.toLowerCase())
}

/** Host and port as they stand in a URL. */
export const authority = (host: string, port: number): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`)
