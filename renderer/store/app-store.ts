import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Api } from '../../shared/contract'
import type { EventName, Events } from '../../shared/events'
import type { Transport } from '../../shared/transport'
import type { AppState } from './app-state'
import { diagnosticsSlice } from './diagnostics'
import { doctorSlice } from './doctor'
import { endpointsSlice } from './endpoints'
import { historySlice } from './history'
import { hostSlice } from './host'
import { keysSlice } from './keys'
import { profilesSlice } from './profiles'
import { settingsSlice } from './settings'
import { switchingSlice } from './switching'
import { testingSlice } from './testing'
import { toolsSlice } from './tools'
import { transferSlice } from './transfer'
import { uiSlice } from './ui'
import { unlockFirst } from './unlock-first'
import { vaultSlice } from './vault'

export type AppStore = StoreApi<AppState>

type Handlers = { readonly [E in EventName]: (payload: Events[E], store: AppStore) => void }

const handlers: Handlers = {
  'profiles-changed': (profiles, store) => {
    store.setState({ profiles })
    // The first key makes the vault.
    if (store.getState().vault?.exists === false) void store.getState().attempt(store.getState().loadVault)
  },
  'status-changed': (status, store) => store.setState({ status }),
  'settings-changed': (settings, store) => store.setState({ settings }),
  'history-changed': (_newest, store) => {
    const { historyLoad, loadHistory, lastUsed, loadLastUsed } = store.getState()
    if (historyLoad !== 'idle') void loadHistory()
    if (lastUsed !== undefined) void loadLastUsed()
  },
  problem: (problem, store) => {
    // Said once only, so it stays until it is put away.
    if (problem.code === 'vault-file') store.setState({ fileNote: problem })
    else store.getState().notify({ kind: 'problem', problem })
  },
  'connection-step': ({ run, profileId, tool, step }, store) => store.getState().takeStep(run, profileId, tool, step),
  'connection-report': ({ run, profileId, report }, store) => store.getState().takeReport(run, profileId, report),
  // The call that ran the test answers with the same.
  'connection-remembered': () => undefined,
  'connection-endpoint': ({ run, report }, store) => store.getState().takeEndpointReport(run, report),
  'doctor-finding': (finding, store) => store.getState().takeFinding(finding),
  'paste-offered': ({ text }, store) => store.getState().offer(text),
  'show-screen': ({ screen, run }, store) => {
    store.getState().showScreen(screen)
    if (screen === 'diagnose' && run === true) void store.getState().runDoctor()
  },
  'unlock-asked': (wish, store) => void store.getState().unlockFor(wish),
}

/** The one store of the user interface. New state of the host enters by events, or by the first load. */
export function createAppStore(host: Api, transport: Transport): AppStore {
  const api = unlockFirst(host, () => store.getState().askUnlock())
  const store: AppStore = createStore<AppState>()((...args) => ({
    ...hostSlice(api)(...args),
    ...profilesSlice(api)(...args),
    ...keysSlice(api)(...args),
    ...toolsSlice(api)(...args),
    ...switchingSlice(api)(...args),
    ...historySlice(api)(...args),
    ...doctorSlice(api)(...args),
    ...diagnosticsSlice(api)(...args),
    ...testingSlice(api)(...args),
    ...endpointsSlice(api)(...args),
    ...settingsSlice(api)(...args),
    ...transferSlice(api)(...args),
    ...vaultSlice(api)(...args),
    ...uiSlice(api)(...args),
  }))
  transport.subscribe((name, payload) => {
    // A newer server may send an event that this page does not know yet.
    const handle = handlers[name] as ((payload: unknown, store: AppStore) => void) | undefined
    handle?.(payload, store)
  })
  return store
}
