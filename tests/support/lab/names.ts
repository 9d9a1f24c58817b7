import type { Addresses, Lookup } from './types'

/** A name that no resolver knows (RFC 6761). Without any name server the code is EAI_AGAIN instead of ENOTFOUND. */
export const unknownHost = 'relay.switchyard.invalid'

/**
 * A stand-in for `dns.lookup`: resolves these names only, in the order given, after `delayMs`.
 * Every other name fails with ENOTFOUND, as a real resolver would say.
 */
export function lookupFor(addresses: Addresses, delayMs = 0): Lookup {
  return (host, options, callback) => {
    const family = options.family === 4 || options.family === 6 ? options.family : 0
    const known = (addresses[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const found = known.filter((entry) => family === 0 || entry.family === family)
    setTimeout(() => {
      const first = found[0]
      if (first === undefined) callback(notFound(host), '', 0)
      else if (options.all) callback(null, found)
      else callback(null, first.address, first.family)
    }, delayMs)
  }
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: host })
}
