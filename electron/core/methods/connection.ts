import { randomUUID } from 'node:crypto'
import type { Api } from '../../../shared/contract'
import type { ConnectionReport, ProbeDepth } from '../../../shared/model/probe'
import { OFFICIAL_ID, type Profile } from '../../../shared/model/profile'
import { text } from '../../../shared/model/text'
import type { Job } from '../connection/bulk'
import { misused } from '../problem'
import { profileById } from '../profile-lookup'
import { readProfiles, writeProfiles } from '../profile-store'
import { unknownTool, viewOf } from '../profiles'
import { changing, type Scope } from '../scope'
import { readSettings } from '../settings-store'
import { absentTool, targetOf } from '../target'
import { relayProfile, servedBy } from './launch'

type Methods = Pick<Api, 'connection.test' | 'connection.cancel' | 'connection.results' | 'connection.curl' | 'connection.takeModel'>

/** Methods about the way to a relay. Everything that touches the network is loaded with the first call. */
export function connectionMethods(scope: Scope): Methods {
  const { host, adapters } = scope
  const running = new Map<string, AbortController>()
  const plansOf = (profile: Profile, tools: readonly string[] | undefined): Job[] =>
    servedBy(adapters, profile, tools).map((adapter) => ({ profileId: profile.id, plan: adapter.probe(targetOf(adapter, profile)) }))

  return {
    'connection.test': async ({ run = randomUUID(), profileIds, tools, deep, free }) => {
      for (const tool of tools ?? []) if (!adapters.some(({ descriptor }) => descriptor.id === tool)) throw unknownTool(tool, adapters)
      const profiles = profileIds === undefined ? readProfiles(host).profiles : profileIds.map((id) => relayProfile(scope, id))
      const control = new AbortController()
      running.set(run, control)
      try {
        const depth: ProbeDepth = free ? 'free' : deep ? 'deep' : 'answer'
        return await testProfiles(scope, profiles, {
          run,
          depth,
          signal: control.signal,
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

interface Run {
  readonly run: string
  readonly depth: ProbeDepth
  readonly signal: AbortSignal
  readonly jobs: readonly Job[]
}

/** Tests, tells every step, remembers. */
async function testProfiles(
  { host, emit }: Scope,
  profiles: readonly Profile[],
  { run, depth, signal, jobs }: Run,
): Promise<ConnectionReport> {
  const { testMany } = await import('../connection/bulk')
  const { probeProtocols, supportIn } = await import('../connection/protocol-support')
  const { remember } = await import('../connection/results')
  const { ownWay } = await import('../connection/own-way')
  const options = { place: ownWay(host.place, readSettings(host)), depth, signal, now: () => host.now() }
  const reports = await testMany(jobs, {
    ...options,
    onStep: ({ profileId, plan }, step) => emit('connection-step', { run, profileId, tool: plan.tool, step }),
    onReport: ({ profileId }, report) => emit('connection-report', { run, profileId, report }),
  })
  const found = await Promise.all(
    profiles.map(async (profile) => {
      const own = reports.filter((_, at) => jobs[at]?.profileId === profile.id)
      const plan = jobs.find(({ profileId }) => profileId === profile.id)?.plan
      const reached = own.some(({ timings }) => timings !== undefined)
      const asked = depth === 'deep' && plan && reached && !signal.aborted ? await probeProtocols(plan, profile.relay.url, options) : {}
      return { profileId: profile.id, name: profile.name, tools: own, protocols: Object.assign({}, asked, ...own.map(supportIn)) }
    }),
  )
  const known = new Set(readProfiles(host).profiles.map(({ id }) => id))
  await remember(
    host.dataFolder,
    found.map(({ profileId, tools, protocols }) => ({ profileId, reports: tools, protocols })),
    known,
  )
  return { run, profiles: found.map(({ profileId, name, tools }) => ({ profileId, name, tools })) }
}
