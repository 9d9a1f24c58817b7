import { expect } from 'vitest'
import type { Core } from '../../electron/core/core'
import { type Api, contract, type MethodName } from '../../shared/contract'
import type { EventName, Events, Listener } from '../../shared/events'

export interface FakeCore extends Core {
  /** Every call that reached the core, in order. */
  readonly calls: { readonly method: MethodName; readonly input: unknown }[]
  /** What a method answers; null where nothing is set. May throw. */
  readonly answers: Partial<Record<MethodName, (input: unknown) => unknown>>
  emit<E extends EventName>(name: E, payload: Events[E]): void
  /** Waits until at least this many listen. */
  listeners(count: number): Promise<void>
  readonly listening: number
}

/** A core that remembers its calls and answers what the test says. */
export function createFakeCore(): FakeCore {
  const calls: FakeCore['calls'] = []
  const answers: FakeCore['answers'] = {}
  const listeners = new Set<Listener>()
  const method = (name: MethodName) => async (input: unknown) => {
    calls.push({ method: name, input })
    return answers[name]?.(input) ?? null
  }
  const names = Object.keys(contract) as MethodName[]
  return {
    calls,
    answers,
    api: Object.fromEntries(names.map((name) => [name, method(name)])) as unknown as Api,
    find: () => undefined,
    findById: () => undefined,
    offer: (link) => link,
    warningsBefore: async () => [],
    launch: async () => {
      throw new Error('the fake core launches nothing')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watch: () => () => undefined,
    emit(name, payload) {
      for (const listener of listeners) listener(name, payload)
    },
    listeners: (count) => expect.poll(() => listeners.size).toBeGreaterThanOrEqual(count),
    get listening() {
      return listeners.size
    },
  }
}
