import type { Api, MethodName } from '../../../shared/contract'
import type { EventName, Events } from '../../../shared/events'
import type { EndpointReport, ProfileConnection, ToolProbeReport } from '../../../shared/model/probe'
import type { Profile, ProfileView } from '../../../shared/model/profile'
import { maskKey } from './derive'
import { enabledTools, endpointOf, historyOf, reportOf, stepsOf } from './probes'
import { type FakeState, refuse } from './state'

type ConnectionApi = Pick<Api, Extract<MethodName, `connection.${string}`>>

export interface FakeConnectionTools {
  readonly state: FakeState
  readonly emit: <E extends EventName>(name: E, payload: Events[E]) => void
  readonly now: () => string
  /** Milliseconds between two steps. */
  readonly pace: number
  readonly put: (profile: Profile) => ProfileView
}

/** The connection tester of the fake host. Two of its profiles were tested before. */
export function fakeConnection({ state, emit, now, pace, put }: FakeConnectionTools): ConnectionApi {
  const cancelled = new Set<string>()
  const running = new Set<string>()
  const results = new Map<string, ProfileConnection>()
  const profile = (id: string) =>
    state.profiles.find((one) => one.id === id) ?? refuse('profile-unknown', `There is no profile ${id}.`, `没有配置 ${id}。`)
  const remember = (id: string, report: ToolProbeReport) => {
    const known = results.get(id)
    const history = known?.tools[report.tool]?.history ?? historyOf(profile(id), report.tool)
    const protocols = { ...known?.protocols, [report.protocol]: { speaks: true, at: report.at } }
    results.set(id, { profileId: id, protocols, tools: { ...known?.tools, [report.tool]: { last: report, history } } })
  }
  for (const one of state.profiles.filter(({ id }) => id === 'northline' || id === 'harbor'))
    for (const tool of enabledTools(state, one.id)) remember(one.id, reportOf(one, tool, 'answer', '2026-11-23T04:00:00.000Z'))

  return {
    async 'connection.test'({ run = 'run', profileIds, deep, free }) {
      const depth = free ? 'free' : deep ? 'deep' : 'answer'
      running.add(run)
      const chosen = profileIds ? profileIds.map(profile) : state.profiles
      const testOne = async (one: Profile, tool: string): Promise<ToolProbeReport> => {
        for (const step of stepsOf(one.id, tool, depth)) {
          await new Promise((resolve) => setTimeout(resolve, pace))
          if (cancelled.has(run)) break
          emit('connection-step', { run, profileId: one.id, tool, step })
        }
        const whole = reportOf(one, tool, depth, now())
        const report: ToolProbeReport = cancelled.has(run)
          ? { ...whole, steps: [], timings: undefined, verdict: { ...whole.verdict, outcome: 'cancelled', code: 'cancelled' } }
          : whole
        if (!cancelled.has(run)) remember(one.id, report)
        emit('connection-report', { run, profileId: one.id, report })
        return report
      }
      const profiles = await Promise.all(
        chosen.map(async (one) => ({
          profileId: one.id,
          name: one.name,
          tools: await Promise.all(enabledTools(state, one.id).map((tool) => testOne(one, tool))),
        })),
      )
      running.delete(run)
      emit('connection-remembered', { run })
      return { run, profiles: profiles.map((one) => ({ ...one, protocols: results.get(one.profileId)?.protocols ?? {} })) }
    },
    async 'connection.cancel'({ run }) {
      for (const one of run ? [run] : running) cancelled.add(one)
      return null
    },
    'connection.results': async () => [...results.values()],
    async 'connection.curl'({ profileId, tool, step, shell, reveal }) {
      const { relay } = profile(profileId)
      const program = shell === 'powershell' ? 'curl.exe' : 'curl'
      return {
        text: `${program} -sS ${relay.url}/v1/${step} -H 'authorization: Bearer ${reveal ? relay.key : maskKey(relay.key)}' # ${tool}`,
      }
    },
    async 'connection.endpoints'({ profileId, run = 'endpoints' }) {
      const { relay } = profile(profileId)
      running.add(run)
      const reports: EndpointReport[] = []
      for (const [n, url] of [relay.url, ...(relay.endpoints ?? [])].entries()) {
        await new Promise((resolve) => setTimeout(resolve, pace))
        if (cancelled.has(run)) break
        const report = endpointOf(url, n)
        reports.push(report)
        emit('connection-endpoint', { run, profileId, report })
      }
      running.delete(run)
      return { run, profileId, endpoints: reports }
    },
    async 'connection.takeEndpoint'({ profileId, url }) {
      const one = profile(profileId)
      const { relay } = one
      return put({ ...one, relay: { ...relay, url, endpoints: relay.endpoints?.map((each) => (each === url ? relay.url : each)) } })
    },
    async 'connection.takeModel'({ profileId, tool, model }) {
      const one = profile(profileId)
      const old = one.tools[tool] ?? refuse('tool-unknown', `There is no tool ${tool}.`, `没有工具 ${tool}。`)
      return put({ ...one, tools: { ...one.tools, [tool]: { ...old, models: { ...old.models, main: model } } } })
    },
  }
}
