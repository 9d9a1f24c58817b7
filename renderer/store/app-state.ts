import type { StateCreator } from 'zustand/vanilla'
import type { Api } from '../../shared/contract'
import type { DiagnosticsSlice } from './diagnostics'
import type { DoctorSlice } from './doctor'
import type { EndpointsSlice } from './endpoints'
import type { HistorySlice } from './history'
import type { HostSlice } from './host'
import type { KeysSlice } from './keys'
import type { ProfilesSlice } from './profiles'
import type { SettingsSlice } from './settings'
import type { SwitchingSlice } from './switching'
import type { TestingSlice } from './testing'
import type { ToolsSlice } from './tools'
import type { TransferSlice } from './transfer'
import type { UiSlice } from './ui'
import type { VaultSlice } from './vault'

/** Everything the user interface knows, and everything it can do. */
export type AppState = HostSlice &
  ProfilesSlice &
  KeysSlice &
  ToolsSlice &
  SwitchingSlice &
  HistorySlice &
  DoctorSlice &
  DiagnosticsSlice &
  TestingSlice &
  EndpointsSlice &
  SettingsSlice &
  TransferSlice &
  VaultSlice &
  UiSlice

/** Makes one slice of the store; the host is reached through `api` only. */
export type Slice<Part> = (api: Api) => StateCreator<AppState, [], [], Part>
