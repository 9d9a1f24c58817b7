import type { IncomingHttpHeaders } from 'node:http'
import { allowsHost, hostName } from './addresses'
import { type Refusal, wrongHost, wrongOrigin, wrongType } from './refusal'

/** Names that this server answers to. */
export interface Hosts {
  readonly scheme: 'http' | 'https'
  readonly boundTo: string
  readonly machine: string
  /** Whether the server's certificate stands for a name; without a certificate none does. */
  readonly isCertified?: (name: string) => boolean
}

/** Refuses a request that came under a foreign host name: DNS rebinding. */
export function guardHost(headers: IncomingHttpHeaders, hosts: Hosts): Refusal | undefined {
  const name = hostName(headers.host)
  if (name === undefined) return wrongHost()
  return allowsHost(name, hosts.boundTo, hosts.machine) || hosts.isCertified?.(name) ? undefined : wrongHost()
}

/**
 * Refuses what another site's page sends. A POST must name its origin (every browser does); a GET of the same origin carries none, there the
 * browser's own word (Sec-Fetch-Site) counts where it is given.
 */
export function guardOrigin(method: string, headers: IncomingHttpHeaders, { scheme }: Pick<Hosts, 'scheme'>): Refusal | undefined {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return wrongOrigin()
  if (headers.origin === undefined) return method === 'POST' ? wrongOrigin() : undefined
  return headers.origin.toLowerCase() === `${scheme}://${headers.host ?? ''}`.toLowerCase() ? undefined : wrongOrigin()
}

/** A form of another site can send text or form data without asking, but not JSON. */
export function guardType(headers: IncomingHttpHeaders): Refusal | undefined {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' ? undefined : wrongType()
}
