import type { EventName, Events } from '../../shared/events'
import type { Problem } from '../../shared/model/switch'
import { withLock } from './files/lock'
import type { Host } from './host'
import type { ShownPlan } from './shown-plan'
import type { ToolAdapter } from './tools/tool'
import { lockFile } from './transact'

/** What the methods of all areas share. */
export interface Scope {
  readonly host: Host
  readonly adapters: readonly ToolAdapter[]
  /** Stores that could not be used and were moved aside since the start. */
  readonly setAside: readonly Problem[]
  readonly shown: ShownPlan
  /** Makes the vault, or what is in it, ready for writing a key; what the user must know of that is told once. Not under the lock. */
  prepareVault(): Promise<void>
  emit<E extends EventName>(name: E, payload: Events[E]): void
  /** Tells the listeners what profiles, settings, status and history are now. Without listeners it does nothing. */
  announce(): Promise<void>
}

/** Changes a store while no other process does, then tells the listeners. */
export async function changing<T>({ host, announce }: Scope, work: () => T): Promise<T> {
  const result = await withLock(lockFile(host.dataFolder), async () => work())
  await announce()
  return result
}
