import { isObject, valueAt } from '../tools/values'
import type { Facts } from './facts'
import { isLoopback } from './facts/ports'
import { proxiesIn } from './proxy'

/**
 * Names of the proxies that stand between this machine and the relay: they tell whose network it is. Those of variables, of the tools' own
 * settings and of the system; without this machine itself and without a relay, which a report is about.
 */
export async function proxyHosts(facts: Facts): Promise<readonly string[]> {
  const ofTools = facts.tools.flatMap(({ values }) => Object.values(values).map((held) => valueAt(held, ['env'])))
  const tables = [facts.place.env, await facts.terminal(), ...ofTools.filter(isObject)]
  const named = tables.flatMap((table) => proxiesIn(textsOf(table))).map(({ host }) => host)
  const system = (await facts.systemProxy())?.host
  const relays = facts.tools.flatMap(({ live }) => (URL.canParse(live.baseUrl ?? '') ? new URL(live.baseUrl ?? '').hostname : []))
  const all = [...named, ...(system === undefined ? [] : [system])].filter((host) => host !== '' && !isLoopback(host))
  // A long name may end with a short one.
  return [...new Set(all)].filter((host) => !relays.includes(host)).sort((a, b) => b.length - a.length)
}

const textsOf = (table: object): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(table).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))
