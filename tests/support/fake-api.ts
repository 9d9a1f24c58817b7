import { createClient } from '../../shared/client'
import { type Api, contract, type MethodName } from '../../shared/contract'
import type { EventName, Events } from '../../shared/events'
import { OFFICIAL_ID, type ToolProfile } from '../../shared/model/profile'
import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { ProblemError, type Reply, type Transport } from '../../shared/transport'
import { fakeConnection } from './fake-api/connection'
import { fakeDerive } from './fake-api/derive'
import { fakeTools } from './fake-api/descriptors'
import { fakeDoctor } from './fake-api/doctor'
import { fakeKeys, plainKey } from './fake-api/keys'
import { fakePaste } from './fake-api/paste'
import { type Scenario, scenarios } from './fake-api/scenarios'
import { type FakeState, officialView, profileFrom, refuse, statusOf, viewOf } from './fake-api/state'
import { fakeApply, fakePlan, fakeUndo } from './fake-api/switching'
import { fakeTransfer } from './fake-api/transfer'
import { fakeVault, lockedProblem, needsKeys } from './fake-api/vault'

export type { Scenario } from './fake-api/scenarios'

export interface FakeHost {
  readonly api: Api
  readonly transport: Transport
  readonly state: FakeState
  /** Every call that arrived, in order. */
  readonly calls: { readonly method: MethodName; readonly input: unknown }[]
  emit<E extends EventName>(name: E, payload: Events[E]): void
  /** Lets the next call of a method fail with this problem. */
  failNext(method: MethodName, problem?: Partial<Problem>): void
}

/** A whole host in memory: checks inputs as the real door does, remembers, and emits events. */
export function createFakeHost(
  options: { readonly scenario?: Scenario; readonly delay?: number; readonly now?: () => Date } = {},
): FakeHost {
  const state: FakeState = scenarios[options.scenario ?? 'working']()
  const listeners = new Set<Parameters<Transport['subscribe']>[0]>()
  const failures = new Map<MethodName, Problem>()
  const calls: FakeHost['calls'] = []
  const emit: FakeHost['emit'] = (name, payload) => {
    for (const listener of listeners) listener(name, payload)
  }
  const methods = implement(state, emit, () => (options.now?.() ?? new Date()).toISOString(), options.delay ?? 0)

  const answer = async (method: MethodName, input: unknown): Promise<Reply> => {
    calls.push({ method, input })
    const checked = contract[method].input.safeParse(input)
    const usage: Problem = { code: 'bad-input', kind: 'usage', message: text(`Bad input for ${method}`, `${method} 的输入无效`) }
    if (!checked.success) return { ok: false, error: usage }
    if (options.delay) await new Promise((resolve) => setTimeout(resolve, options.delay))
    const failure = failures.get(method)
    failures.delete(method)
    if (failure) return { ok: false, error: failure }
    if (state.vault.needsPassphrase && needsKeys.has(method)) return { ok: false, error: lockedProblem }
    try {
      const run = methods[method] as (input: unknown) => Promise<unknown>
      return { ok: true, value: structuredClone(await run(checked.data)) }
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, error: error.problem }
      throw error
    }
  }

  const transport: Transport = {
    call: answer,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const failNext: FakeHost['failNext'] = (method, problem = {}) => {
    const fallback: Problem = {
      code: 'made-up',
      kind: 'refused',
      message: text('The disk is full.', '磁盘已满。'),
      hint: text('Make room, then try again.', '请腾出空间后重试。'),
    }
    failures.set(method, { ...fallback, ...problem })
  }
  return { api: createClient(transport), transport, state, calls, emit, failNext }
}

function implement(state: FakeState, emit: FakeHost['emit'], now: () => string, pace: number): Api {
  const views = () => [...state.profiles.map(viewOf), officialView()]
  const status = () => fakeTools.map(({ descriptor }) => statusOf(state, descriptor.id))
  const profilesChanged = () => emit('profiles-changed', views())
  const statusChanged = () => emit('status-changed', status())
  const historyChanged = () => emit('history-changed', { newest: state.history[0]?.entry.id ?? null })
  const written = <R>(report: R): R => {
    statusChanged()
    historyChanged()
    return report
  }
  const find = (id: string) =>
    state.profiles.find((profile) => profile.id === id) ?? refuse('profile-unknown', `There is no profile ${id}.`, `没有配置 ${id}。`)
  const freshId = () => `new-${++state.counter}`
  const put = (profile: (typeof state.profiles)[number]) => {
    const clash = state.profiles.some((other) => other.id !== profile.id && other.name === profile.name)
    if (clash)
      refuse('name-taken', `There is a profile named ${profile.name} already.`, `已有名为 ${profile.name} 的配置。`, [
        'Choose another name.',
        '请换一个名称。',
      ])
    const at = state.profiles.findIndex((other) => other.id === profile.id)
    state.profiles = at < 0 ? [...state.profiles, profile] : state.profiles.with(at, profile)
    profilesChanged()
    return viewOf(profile)
  }

  const keys = fakeKeys({ state, find, put, apply: (input) => written(fakeApply(state, input, now())) })
  return {
    ...fakeDoctor({ state, emit, now, pace, status }),
    ...fakeConnection({ state, emit, now, pace, put }),
    ...fakePaste(state, (profile) => put(profileFrom(profile, freshId(), now())), keys['keys.add']),
    'host.info': async () => state.host,
    'tools.list': async () => fakeTools,
    'tools.status': async () => status(),
    ...fakeVault(state),
    ...keys,
    ...fakeTransfer(),
    'profiles.list': async () => views(),
    'profiles.add': async ({ profile }) => put(profileFrom(profile, freshId(), now())),
    async 'profiles.edit'({ id, profile }) {
      const view = put(profileFrom(profile, id, now(), find(id)))
      for (const [tool, value] of Object.entries(state.tools)) if (value.profileId === id) state.tools[tool] = { ...value, outdated: true }
      statusChanged()
      return view
    },
    async 'profiles.remove'({ id }) {
      find(id)
      state.profiles = state.profiles.filter((profile) => profile.id !== id)
      profilesChanged()
      statusChanged()
      return null
    },
    'profiles.duplicate': async ({ id, name }) => put({ ...find(id), id: freshId(), name }),
    async 'profiles.reorder'({ ids }) {
      state.profiles = ids.map(find)
      profilesChanged()
      return null
    },
    'profiles.reveal': async ({ id, keyId }) => ({ key: plainKey(find(id), keyId) }),
    'profiles.derive': async ({ url, overrides }) => fakeDerive(url, overrides),
    async 'profiles.adopt'({ tool, name, id }) {
      const live = state.tools[tool]?.live ?? refuse('nothing-to-adopt', 'There is no relay to adopt.', '没有可采纳的中转站。')
      const own: ToolProfile = { enabled: true, models: live.model ? { main: live.model } : {}, options: {}, extra: {} }
      const at = now()
      const old = id ? find(id) : undefined
      const view = put(
        old
          ? { ...old, tools: { ...old.tools, [tool]: { ...own, baseUrl: live.baseUrl } }, updatedAt: at }
          : {
              id: freshId(),
              name: name ?? tool,
              relay: { url: fakeDerive(live.baseUrl).root, key: live.key },
              tools: { [tool]: own },
              createdAt: at,
              updatedAt: at,
            },
      )
      state.tools[tool] = { live, profileId: view.id }
      statusChanged()
      return view
    },
    'switch.preview': async ({ profileId, tools }) => fakePlan(state, profileId, tools),
    'switch.apply': async (input) => written(fakeApply(state, input, now())),
    'switch.undo': async ({ historyId }) => written(fakeUndo(state, historyId, now())),
    'switch.restorePreview': async ({ tools }) => fakePlan(state, OFFICIAL_ID, tools),
    'switch.restore': async (input) => written(fakeApply(state, { ...input, profileId: OFFICIAL_ID, action: 'restore' }, now())),
    async 'history.list'({ limit = 50, before }) {
      const entries = state.history.map(({ entry }) => entry)
      const from = before ? entries.findIndex((entry) => entry.id === before) + 1 : 0
      return entries.slice(from, from + limit)
    },
    async 'history.lastUsed'() {
      const used = state.history.map(({ entry }) => entry).reverse()
      return Object.fromEntries(used.flatMap(({ at, profileIds = [] }) => profileIds.map((id) => [id, at])))
    },
    'env.render': async ({ profileId }) => ({ text: `export OPENAI_BASE_URL='${find(profileId).relay.url}/v1'\n` }),
    'settings.get': async () => state.settings,
    async 'settings.set'(patch) {
      state.settings = { ...state.settings, ...patch }
      emit('settings-changed', state.settings)
      return state.settings
    },
    'desktop.reveal': async () => null,
    'desktop.openLink': async () => null,
    'desktop.copyKey': async ({ id }) => {
      find(id)
      return null
    },
  }
}
