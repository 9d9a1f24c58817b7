import type { Problem, ShellName } from './switch'

/** What this shell is and can do; a user interface hides the rest. */
export interface HostInfo {
  readonly version: string
  readonly shell: ShellName
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly dataFolder: string
  /** The system's language, as BCP 47. */
  readonly locale: string
  readonly can: {
    readonly reveal: boolean
    readonly tray: boolean
    readonly launchAtLogin: boolean
    readonly openLink: boolean
    /** A key can be copied without passing through the user interface. */
    readonly copyKey: boolean
  }
  /** What went wrong when the stores were opened; the app runs all the same. */
  readonly problems: readonly Problem[]
}
