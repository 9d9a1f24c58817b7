import type { Finding } from './model/finding'
import type { EndpointReport, StepReport, ToolProbeReport } from './model/probe'
import type { ProfileView } from './model/profile'
import type { Settings } from './model/settings'
import type { Problem, ToolStatus } from './model/switch'
import type { ToolId } from './model/tool'

/** What the user asked for in the tray: one tool or all that a profile serves, or the last switch back. */
export type TrayWish = { readonly kind: 'switch'; readonly profileId: string; readonly tool?: ToolId } | { readonly kind: 'undo' }

/** Every event of the host: name and payload. A user interface takes new state from these only. */
export interface Events {
  'profiles-changed': readonly ProfileView[]
  'status-changed': readonly ToolStatus[]
  'settings-changed': Settings
  /** The id of the newest entry, or null when there is none. */
  'history-changed': { readonly newest: string | null }
  problem: Problem
  /** One step of a running connection test has ended, or is known better now. */
  'connection-step': { readonly run: string; readonly profileId: string; readonly tool: string; readonly step: StepReport }
  /** The test of one tool has ended. */
  'connection-report': { readonly run: string; readonly profileId: string; readonly report: ToolProbeReport }
  /** What a connection test found is kept now: `connection.results` has it, with the protocols. */
  'connection-remembered': { readonly run: string }
  /** One endpoint of a profile was tried. */
  'connection-endpoint': { readonly run: string; readonly profileId: string; readonly report: EndpointReport }
  /** One check of a running doctor has answered. */
  'doctor-finding': Finding
  /** A link that another program hands over, without its key: the window has it recognised, shows it and asks. Hostile until then. */
  'paste-offered': { readonly text: string }
  /** The desktop asks the window to show a screen (from the tray or a menu). */
  'show-screen': {
    readonly screen: 'profiles' | 'diagnose' | 'history' | 'settings'
    /** With the screen Diagnose: the doctor runs at once. */
    readonly run?: boolean
  }
  /** The tray was asked for something that the locked vault forbids: the window asks for the passphrase, shows what for, and then does it. */
  'unlock-asked': TrayWish
}
export type EventName = keyof Events
export type Listener = <E extends EventName>(name: E, payload: Events[E]) => void
