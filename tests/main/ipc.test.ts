// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dispatch } from '../../electron/core/dispatch'
import type { Desktop } from '../../electron/main/desktop'
import type { Transport } from '../../shared/transport'
import { createFakeElectron, FakeContents } from '../support/fake-electron'

const ORIGIN = 'app://switchyard'

/** The IPC of a started app: main's side, the preload script's side and the page's window between them. */
async function connect() {
  const electron = createFakeElectron()
  const { fake } = electron
  vi.doMock('electron', () => electron)
  const { setupEvents, setupIpc } = await import('../../electron/main/ipc')
  const { EVENT_CHANNEL } = await import('../../electron/main/window')
  const page = new FakeContents()
  const { createFakeHost } = await import('../support/fake-api')
  const host = createFakeHost()
  const core = { api: host.api, subscribe: host.transport.subscribe } as unknown as Desktop['core']
  setupIpc(
    Promise.resolve({ answer: (method, input) => dispatch(core.api, method, input) }),
    { origin: ORIGIN },
    { owns: (contents) => (contents as unknown) === page },
  )
  setupEvents(core, { send: (name, payload) => fake.sendToPage(EVENT_CHANNEL, name, payload) })
  await vi.importActual('../../electron/preload/preload')
  fake.sender = { sender: page, senderFrame: page.mainFrame }
  return { fake, page, host, transport: fake.exposed.switchyard as Transport }
}

beforeEach(() => {
  vi.resetModules()
})

describe('calls from the page', () => {
  it('reach the core and bring back its answer', async () => {
    const { transport, host } = await connect()
    expect(await transport.call('profiles.list', {})).toEqual({ ok: true, value: await host.api['profiles.list']({}) })
  })

  it('are checked at the door', async () => {
    const { transport, host } = await connect()
    const calls = host.calls.length
    expect(await transport.call('profiles.remove', { id: 7 })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await transport.call('constructor' as never, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
    expect(host.calls.length).toBe(calls)
  })

  it('are refused from a page of another origin', async () => {
    const { transport, page, host } = await connect()
    const calls = host.calls.length
    for (const url of ['https://example.com/', 'app://switchyard.example.com/', 'file:///app/index.html', 'about:blank', '']) {
      page.mainFrame.url = url
      expect(await transport.call('profiles.reveal', { id: 'any' })).toMatchObject({
        ok: false,
        error: { code: 'untrusted-sender', kind: 'refused' },
      })
    }
    expect(host.calls.length).toBe(calls)
  })

  it('are refused from a frame inside the page', async () => {
    const { transport, fake, page } = await connect()
    fake.sender = { sender: page, senderFrame: { url: 'app://switchyard/', parent: page.mainFrame } }
    expect(await transport.call('profiles.list', {})).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } })
  })

  it('are refused from a top frame that the window no longer shows', async () => {
    const { transport, fake, page } = await connect()
    fake.sender = { sender: page, senderFrame: { url: 'app://switchyard/', parent: null } }
    expect(await transport.call('profiles.list', {})).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } })
  })

  it('are refused when the frame is gone', async () => {
    const { transport, fake, page } = await connect()
    for (const senderFrame of [null, undefined]) {
      fake.sender = { sender: page, senderFrame }
      expect(await transport.call('profiles.list', {})).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } })
    }
  })

  it('are refused from a window that is not the app’s own', async () => {
    const { transport, fake } = await connect()
    const other = new FakeContents()
    fake.sender = { sender: other, senderFrame: other.mainFrame }
    expect(await transport.call('profiles.list', {})).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } })
  })
})

describe('the preload script', () => {
  it('gives the page a transport and nothing else', async () => {
    const { fake } = await connect()
    expect(Object.keys(fake.exposed)).toEqual(['switchyard'])
    expect(Object.keys(fake.exposed.switchyard as object).sort()).toEqual(['call', 'subscribe'])
  })

  it('says once that the first screen is laid out', async () => {
    document.body.innerHTML = '<div id="root"></div>'
    const { fake } = await connect()
    const { LAID_OUT_CHANNEL } = await import('../../electron/main/first-show')
    const said = () => fake.calls.filter(([name]) => name === 'ipcRenderer.send')
    document.body.append(document.createElement('i'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(said()).toEqual([])
    for (let screen = 0; screen < 2; screen++) {
      document.getElementById('root')?.replaceChildren(document.createElement('main'))
      await vi.waitFor(() => expect(said()).toEqual([['ipcRenderer.send', LAID_OUT_CHANNEL]]))
    }
  })

  it('passes events on until the subscription ends, without Electron’s event object', async () => {
    const { transport, host } = await connect()
    const seen = vi.fn()
    const end = transport.subscribe(seen)
    host.emit('history-changed', { newest: 'h1' })
    end()
    host.emit('history-changed', { newest: 'h2' })
    expect(seen.mock.calls).toEqual([['history-changed', { newest: 'h1' }]])
  })
})
