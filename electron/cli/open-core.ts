import type { Problem, ShellName } from '../../shared/model/switch'
import { type Core, createCore } from '../core/core'
import { nodeHost } from '../core/node-host'

declare const __VERSION__: string

export const openCore = (shell: ShellName, cliCommand: readonly string[], tell: (problem: Problem) => void): Core =>
  createCore(nodeHost({ shell, version: __VERSION__, cliCommand }), tell)
