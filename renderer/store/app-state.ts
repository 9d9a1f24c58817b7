import type { StateCreator } from 'zustand/vanilla'
import type { Api } from '../../shared/contract'
import type { DoctorSlice } from './doctor'
import type { EndpointsSlice } from './endpoints'
import type { HistorySlice } from './history'
import type { HostSlice } from './host'
import type { ProfilesSlice } from './profiles'
import type { SettingsSlice } from './settings'
import type { SwitchingSlice } from './switching'
import type { TestingSlice } from './testing'
import type { ToolsSlice } from './tools'
import type { TransferSlice } from './transfer'
import type { UiSlice } from './ui'

/** Everything the user interface knows, and everything it can do. */
export type AppState = HostSlice &
  ProfilesSlice &
  ToolsSlice &
  SwitchingSlice &
  HistorySlice &
  DoctorSlice &
  TestingSlice &
  EndpointsSlice &
  SettingsSlice &
  TransferSlice &
  UiSlice

/** Makes one slice of the store; the host is reached through `api` only. */
export type Slice<Part> = (api: Api) => StateCreator<AppState, [], [], Part>
