import type { EventName, Events } from '../../shared/events'

export type EventListener = <E extends EventName>(name: E, payload: Events[E]) => void

/** Tells listeners what changed. The same state is not told twice, so that a file watcher may ask as often as it likes. */
export interface Emitter {
  emit<E extends EventName>(name: E, payload: Events[E]): void
  subscribe(listener: EventListener): () => void
  hasListeners(): boolean
}

/** What is no state but something that happens, and may happen again just so. */
const repeats: ReadonlySet<EventName> = new Set([
  'problem',
  'show-screen',
  'unlock-asked',
  'doctor-finding',
  'connection-step',
  'connection-report',
  'connection-remembered',
  'connection-endpoint',
])

/** @param clean makes a payload fit to be heard */
export function createEmitter(clean: <E extends EventName>(name: E, payload: Events[E]) => Events[E]): Emitter {
  const listeners = new Set<EventListener>()
  const last = new Map<EventName, string>()
  return {
    emit(name, given) {
      const payload = clean(name, given)
      const state = JSON.stringify(payload)
      if (last.get(name) === state && !repeats.has(name)) return
      last.set(name, state)
      for (const listener of listeners) listener(name, payload)
    },
    hasListeners: () => listeners.size > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
