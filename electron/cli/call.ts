import type { ShellName } from '../../shared/model/switch'
import type { Core } from '../core/core'
import type { Arguments } from './arguments'
import type { Ui } from './ui'

/** All that a command gets. */
export interface Call {
  readonly args: Arguments
  readonly ui: Ui
  readonly env: NodeJS.ProcessEnv
  /** Folder of the built terminal shell; the user interface lies beside it. */
  readonly bundle: string
  /** Opens the core; loaded only where it is needed. */
  openCore(shell: ShellName): Promise<Core>
}

/** A command: returns its exit code, nothing means 0. */
export type Command = (call: Call) => Promise<number | undefined>
