import { isIP, isIPv6 } from 'node:net'

const privateV4 = /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/
const privateV6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/
const localName = /(?:^|\.)(?:localhost|local|lan|internal|home\.arpa)$/

/**
 * True for hosts that are this machine or a private network, where relays rarely have a certificate (RFC 1918, 4193, 3927, 6598, 6761, 6762).
 * @param hostname as `URL.hostname` gives it
 */
export function isPrivateHost(hostname: string): boolean {
  const version = isIP(hostname)
  if (version === 4) return privateV4.test(hostname)
  return privateV6.test(hostname) || localName.test(hostname)
}

/** `host`, `host:port`, or an IPv6 address that lacks its brackets, as a URL wants it. An IPv6 address without brackets has no port unless it is written out in full. */
export function bracketed(authority: string): string {
  if (isIPv6(authority)) return `[${authority}]`
  const [, address, port] = /^(.+):(\d+)$/.exec(authority) ?? []
  return address !== undefined && isIPv6(address) ? `[${address}]:${port}` : authority
}

/** True for an IPv6 address in brackets, an IPv4 address, and names made of labels that name servers know. `URL` lets far more pass. */
export const isHostName = (hostname: string): boolean => /^\[.+\]$|^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(hostname)
