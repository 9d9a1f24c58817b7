// @vitest-environment happy-dom
import { vi } from 'vitest'
import { dispatch } from '../../electron/core/dispatch'
import { setupEvents, setupIpc } from '../../electron/main/ipc'
import { EVENT_CHANNEL } from '../../electron/main/window'
import type { Transport } from '../../shared/transport'
import { FakeContents, type FakeElectron } from '../support/fake-electron'
import { transportSuite } from '../support/transport-suite'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

/** The preload script and the main process, with a structured clone between them, as Electron's IPC has. */
transportSuite('the desktop bridge', async (core) => {
  const { fake } = (await import('electron')) as unknown as FakeElectron
  await vi.importActual('../../electron/preload/preload')
  const page = new FakeContents()
  fake.sender = { sender: page, senderFrame: page.mainFrame }
  setupIpc(
    Promise.resolve({ answer: (method, input) => dispatch(core.api, method, input) }),
    { origin: 'app://switchyard' },
    { owns: (contents) => (contents as unknown) === page },
  )
  setupEvents(core, { send: (name, payload) => fake.sendToPage(EVENT_CHANNEL, name, payload) })
  return {
    transport: fake.exposed.switchyard as Transport,
    close: async () => fake.reset(),
  }
})
