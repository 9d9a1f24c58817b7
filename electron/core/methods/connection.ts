import { randomUUID } from 'node:crypto'
import type { Api, MethodName } from '../../../shared/contract'
import type { ProbeDepth } from '../../../shared/model/probe'
import { OFFICIAL_ID, type Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { Job } from '../connection/bulk'
import type { Contexts } from '../connection/net/trust'
import { misused } from '../problem'
import { profileById } from '../profile-lookup'
import { unknownTool } from '../profile-names'
import { readProfiles, writeProfiles } from '../profile-store'
import { viewOf } from '../profile-view'
import { changing, type Scope } from '../scope'
import { absentTool, targetOf } from '../target'
import { endpointMethods } from './endpoints'
import { relayProfile, servedBy } from './launch'

type Methods = Pick<Api, Extract<MethodName, `connection.${string}`>>

/** Methods about the way to a relay. Everything that touches the network is loaded with the first call. */
export function connectionMethods(scope: Scope): Methods {
  const { host, adapters } = scope
  const running = new Map<string, AbortController>()
  const contexts: Contexts = new Map()
  const plansOf = (profile: Profile, tools: readonly string[] | undefined): Job[] =>
    servedBy(adapters, profile, tools).map((adapter) => ({ profileId: profile.id, plan: adapter.probe(targetOf(adapter, profile)) }))

  return {
    ...endpointMethods(scope, running, contexts),
    'connection.test': async ({ run = randomUUID(), profileIds, tools, deep, free }) => {
      for (const tool of tools ?? []) if (!adapters.some(({ descriptor }) => descriptor.id === tool)) throw unknownTool(tool, adapters)
      const profiles = profileIds === undefined ? readProfiles(host).profiles : profileIds.map((id) => relayProfile(scope, id))
      const control = new AbortController()
      running.set(run, control)
      try {
        const depth: ProbeDepth = free ? 'free' : deep ? 'deep' : 'answer'
        const { testProfiles } = await import('./test-profiles')
        return await testProfiles(scope, profiles, {
          run,
          depth,
          signal: control.signal,
          contexts,
          jobs: profiles.flatMap((profile) => plansOf(profile, tools)),
        })
      } finally {
        running.delete(run)
      }
    },
    'connection.cancel': async ({ run }) => {
      for (const [id, control] of running) if (run === undefined || run === id) control.abort()
      return null
    },
    'connection.results': async () => {
      const { readResults } = await import('../connection/results')
      return readResults(host.dataFolder)
    },
    'connection.curl': async ({ profileId, tool, step, shell, reveal = false }) => {
      const { curlCommand } = await import('../connection/curl')
      const adapter = adapters.find(({ descriptor }) => descriptor.id === tool)
      if (adapter === undefined) throw unknownTool(tool, adapters)
      return { text: curlCommand(adapter.probe(targetOf(adapter, relayProfile(scope, profileId))), { step, shell, reveal }) }
    },
    'connection.takeModel': async ({ profileId, tool, model }) => {
      const slot = adapters.find(({ descriptor }) => descriptor.id === tool)?.descriptor.models[0]?.id
      if (slot === undefined) throw unknownTool(tool, adapters)
      if (profileId === OFFICIAL_ID)
        throw misused(
          'built-in',
          text('"Official" has no model to set.', '“Official”没有可设置的模型。'),
          text('Name a profile with a relay.', '请指定一个带中转站的配置。'),
        )
      return changing(scope, () => {
        const profile = profileById(host, profileId)
        const own = profile.tools[tool] ?? absentTool
        const changed: Profile = {
          ...profile,
          updatedAt: host.now().toISOString(),
          tools: { ...profile.tools, [tool]: { ...own, models: { ...own.models, [slot]: model } } },
        }
        const stored = readProfiles(host)
        writeProfiles(host, { profiles: stored.profiles.map((each) => (each.id === profileId ? changed : each)), strange: stored.strange })
        return viewOf(changed, adapters)
      })
    },
  }
}
