import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { dnsFailed, dnsTimedOut } from '../findings/network'
import { since, tick } from './clock'
import { ProbeFailure } from './failure'
import { waitFor } from './wait-for'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

interface Looked {
  readonly addresses: readonly Address[]
  /** Absent when the host is an address already. */
  readonly dnsMs?: number
}

/** The addresses of a host, from the system's own resolver, as the tools ask it. `proxy`: the host is the proxy's. */
export async function resolveHost(
  host: string,
  options: { readonly ms: number; readonly signal?: AbortSignal; readonly proxy?: boolean; readonly lookup?: LookupFunction },
): Promise<Looked> {
  const known = isIP(host)
  if (known !== 0) return { addresses: [{ address: host, family: known === 6 ? 6 : 4 }] }
  const start = tick()
  const late = () => new ProbeFailure(dnsTimedOut(host, options), { totalMs: since(start) })
  const addresses = await waitFor<Address[]>(
    (resolve, reject) => {
      const lookup: LookupFunction = options.lookup ?? systemLookup
      lookup(host, { all: true, verbatim: true }, (error, found) => {
        if (error) reject(new ProbeFailure(dnsFailed(host, error.code ?? error.message, options), { totalMs: since(start) }))
        else
          resolve(
            [found]
              .flat()
              .flatMap((each) => (typeof each === 'string' ? [] : [{ address: each.address, family: each.family === 6 ? 6 : 4 }])),
          )
      })
    },
    { ...options, late, stop: () => undefined },
  )
  return { addresses, dnsMs: since(start) }
}
