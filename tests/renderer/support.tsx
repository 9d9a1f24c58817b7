import { configure, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { App } from '../../renderer/app'
import { createI18n } from '../../renderer/i18n/i18n'
import { type AppStore, createAppStore } from '../../renderer/store/app-store'
import { createFakeHost, type FakeHost, type Scenario } from '../support/fake-api'

// Screens and dialogs are loaded when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })

export interface Opened {
  readonly host: FakeHost
  readonly store: AppStore
  readonly user: UserEvent
}

/** The whole app over a host, drawn but not started. */
export function drawApp(host: FakeHost): AppStore {
  const store = createAppStore(host.api, host.transport)
  render(<App store={store} i18n={createI18n('en')} />)
  return store
}

/** The whole app on a host in memory, started and drawn. */
export async function openApp(scenario: Scenario = 'working', prepare: (host: FakeHost) => void = () => undefined): Promise<Opened> {
  const host = createFakeHost({ scenario })
  prepare(host)
  const store = drawApp(host)
  await store.getState().start()
  await screen.findByRole('navigation')
  return { host, store, user: userEvent.setup() }
}

/** A store on a host in memory, without anything drawn. */
export async function startStore(scenario: Scenario = 'working') {
  const host = createFakeHost({ scenario })
  const store = createAppStore(host.api, host.transport)
  await store.getState().start()
  return { host, store, state: () => store.getState() }
}
