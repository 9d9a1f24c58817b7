import { randomUUID } from 'node:crypto'
import type { Api } from '../../../shared/contract'
import type { Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { EndpointJob } from '../connection/compare-endpoints'
import type { Contexts } from '../connection/net/trust'
import { withPrimary } from '../endpoints'
import { misused } from '../problem'
import { readProfiles, writeProfiles } from '../profile-store'
import { viewOf } from '../profile-view'
import { changing, type Scope } from '../scope'
import { readSettings } from '../settings-store'
import { absentTool, targetOf } from '../target'
import { keepKey } from '../vault/profile-keys'
import { relayProfile, servedBy } from './launch'

type Methods = Pick<Api, 'connection.endpoints' | 'connection.takeEndpoint'>

/** Methods about the several URLs of one relay. `running` holds every test that `connection.cancel` can end. */
export function endpointMethods(scope: Scope, running: Map<string, AbortController>, contexts: Contexts): Methods {
  const { host, adapters, emit } = scope
  return {
    'connection.endpoints': async ({ profileId, run = randomUUID() }) => {
      const { compareEndpoints } = await import('../connection/compare-endpoints')
      const { TrustStore } = await import('../connection/net/trust')
      const { ownWay } = await import('../connection/own-way')
      const jobs = jobsOf(scope, relayProfile(scope, profileId))
      const control = new AbortController()
      running.set(run, control)
      try {
        const endpoints = await compareEndpoints(jobs, {
          place: ownWay(host.place, readSettings(host)),
          signal: control.signal,
          trustStore: new TrustStore(contexts),
          now: () => host.now(),
          onReport: (report) => emit('connection-endpoint', { run, profileId, report }),
        })
        return { run, profileId, endpoints }
      } finally {
        running.delete(run)
      }
    },
    'connection.takeEndpoint': async ({ profileId, url }) =>
      changing(scope, () => {
        const changed = withPrimary(relayProfile(scope, profileId), url)
        if (changed === undefined) throw unknownEndpoint(url)
        const whole = { ...changed, updatedAt: host.now().toISOString() }
        const { profiles, strange } = readProfiles(host)
        writeProfiles(host, { profiles: profiles.map((each) => (each.id === profileId ? whole : each)), strange })
        return viewOf(whole, adapters)
      }),
  }
}

/** The profile's URL first. All are asked as the first tool that it serves would ask; a base URL of the tool's own leads elsewhere, so it is left out. */
function jobsOf({ adapters }: Scope, profile: Profile): EndpointJob[] {
  const adapter = servedBy(adapters, profile)[0] ?? adapters[0]
  if (adapter === undefined) return []
  const { relay, tools } = profile
  const tool = { ...(tools[adapter.descriptor.id] ?? absentTool), baseUrl: undefined }
  return [relay.url, ...(relay.endpoints ?? [])].map((url) => ({
    url,
    plan: adapter.probe(
      targetOf(adapter, { ...profile, relay: keepKey({ ...relay, url }, relay), tools: { ...tools, [adapter.descriptor.id]: tool } }),
    ),
  }))
}

const unknownEndpoint = (url: string) =>
  misused(
    'unknown-endpoint',
    text(`The profile has no endpoint ${url.slice(0, 100)}.`, `该配置没有备用地址 ${url.slice(0, 100)}。`),
    text('Add it to the profile first.', '请先把它加入配置。'),
  )
