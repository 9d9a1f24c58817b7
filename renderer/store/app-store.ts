import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Api } from '../../shared/contract'
import type { EventName, Events } from '../../shared/events'
import type { Transport } from '../../shared/transport'
import type { AppState } from './app-state'
import { doctorSlice } from './doctor'
import { endpointsSlice } from './endpoints'
import { historySlice } from './history'
import { hostSlice } from './host'
import { profilesSlice } from './profiles'
import { settingsSlice } from './settings'
import { switchingSlice } from './switching'
import { testingSlice } from './testing'
import { toolsSlice } from './tools'
import { transferSlice } from './transfer'
import { uiSlice } from './ui'

export type AppStore = StoreApi<AppState>

type Handlers = { readonly [E in EventName]: (payload: Events[E], store: AppStore) => void }

const handlers: Handlers = {
  'profiles-changed': (profiles, store) => store.setState({ profiles }),
  'status-changed': (status, store) => store.setState({ status }),
  'settings-changed': (settings, store) => store.setState({ settings }),
  'history-changed': (_newest, store) => {
    if (store.getState().historyLoad !== 'idle') void store.getState().loadHistory()
  },
  problem: (problem, store) => store.getState().notify({ kind: 'problem', problem }),
  'connection-step': ({ run, profileId, tool, step }, store) => store.getState().takeStep(run, profileId, tool, step),
  'connection-report': ({ run, profileId, report }, store) => store.getState().takeReport(run, profileId, report),
  'connection-endpoint': ({ run, report }, store) => store.getState().takeEndpointReport(run, report),
  'doctor-finding': (finding, store) => store.getState().takeFinding(finding),
  'paste-offered': ({ text }, store) => store.getState().openOverlay({ kind: 'paste', text }),
  'show-screen': ({ screen }, store) => store.getState().showScreen(screen),
}

/** The one store of the user interface. New state of the host enters by events, or by the first load. */
export function createAppStore(api: Api, transport: Transport): AppStore {
  const store = createStore<AppState>()((...args) => ({
    ...hostSlice(api)(...args),
    ...profilesSlice(api)(...args),
    ...toolsSlice(api)(...args),
    ...switchingSlice(api)(...args),
    ...historySlice(api)(...args),
    ...doctorSlice(api)(...args),
    ...testingSlice(api)(...args),
    ...endpointsSlice(api)(...args),
    ...settingsSlice(api)(...args),
    ...transferSlice(api)(...args),
    ...uiSlice(api)(...args),
  }))
  transport.subscribe((name, payload) => {
    // A newer server may send an event that this page does not know yet.
    const handle = handlers[name] as ((payload: unknown, store: AppStore) => void) | undefined
    handle?.(payload, store)
  })
  return store
}
