import type { Facts } from './facts'
import { isLoopback } from './facts/ports'
import type { ToolFacts } from './facts/tools'

/** Where a tool is pointed to on this very machine. */
export interface LocalAddress {
  readonly baseUrl: string
  readonly host: string
  readonly port: number
  /** The program that usually listens there. */
  readonly owner: string | undefined
  /** True when another switcher sets this address by itself; false when it is a relay that people set up. */
  readonly bySwitcher: boolean
}

/** Ports of programs that stand between a tool and its relay: from their documentation. */
const owners: Readonly<Record<number, { readonly name: string; readonly bySwitcher: boolean }>> = {
  15721: { name: 'CC-Switch', bySwitcher: true },
  3456: { name: 'claude-code-router', bySwitcher: true },
  8317: { name: 'CLIProxyAPI', bySwitcher: true },
  3000: { name: 'One API / New API', bySwitcher: false },
}

/** The address of a tool whose base URL leads to this machine; undefined for any other. */
export function localAddress({ live }: ToolFacts): LocalAddress | undefined {
  const { baseUrl } = live
  if (baseUrl === undefined || !URL.canParse(baseUrl)) return undefined
  const { hostname, port, protocol } = new URL(baseUrl)
  if (!isLoopback(hostname)) return undefined
  const number = Number(port || (protocol === 'https:' ? 443 : 80))
  const owner = owners[number]
  return { baseUrl, host: hostname, port: number, owner: owner?.name, bySwitcher: owner?.bySwitcher ?? false }
}

/** True when the active profile itself names the address that the tool has. */
export const isProfiles = ({ target, live }: ToolFacts): boolean => target !== undefined && target.baseUrl === live.baseUrl

export const answers = (facts: Facts, { host, port }: LocalAddress): Promise<boolean> => facts.isOpen(host, port)
