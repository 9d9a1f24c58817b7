// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Connection, httpTransport } from '../../../renderer/transport/http'

class StubEventSource {
  static opened: StubEventSource[] = []
  onopen?: () => void
  onerror?: () => void
  onmessage?: (message: { data: string }) => void
  closed = false
  constructor(readonly url: string) {
    StubEventSource.opened.push(this)
  }
  close() {
    this.closed = true
  }
}

const answer = (status: number, body: unknown) => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
const last = () => StubEventSource.opened.at(-1)

describe('httpTransport', () => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  const states: Connection[] = []
  const open = () => {
    const transport = httpTransport()
    transport.watchConnection((state) => states.push(state))
    return transport
  }

  beforeEach(() => {
    vi.useFakeTimers()
    StubEventSource.opened = []
    states.length = 0
    fetch.mockReset()
    vi.stubGlobal('fetch', fetch)
    vi.stubGlobal('EventSource', StubEventSource)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('posts method and input as JSON and hands the reply on', async () => {
    fetch.mockResolvedValue(answer(200, { ok: true, value: 7 }))
    expect(await open().call('profiles.reveal', { id: 'a' })).toEqual({ ok: true, value: 7 })
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('/api/call')
    expect(init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' }, credentials: 'same-origin' })
    expect(JSON.parse(String(init?.body))).toEqual({ method: 'profiles.reveal', input: { id: 'a' } })
  })
  it('tells that the session has ended on 401', async () => {
    fetch.mockResolvedValue(answer(401, 'no'))
    expect(await open().call('host.info', {})).toMatchObject({ ok: false, error: { code: 'session' } })
    expect(states).toEqual(['ended'])
  })
  it('turns a silent server and an answer that is no reply into a problem in words', async () => {
    const transport = open()
    fetch.mockRejectedValueOnce(new TypeError('failed'))
    expect(await transport.call('host.info', {})).toMatchObject({ ok: false, error: { code: 'connection' } })
    fetch.mockResolvedValueOnce(answer(502, '<html>Bad gateway</html>'))
    expect(await transport.call('host.info', {})).toMatchObject({ ok: false, error: { code: 'connection' } })
    expect(states).toEqual(['lost'])
  })
  it('hands events on to every listener over one stream', () => {
    const transport = open()
    const [one, two] = [vi.fn(), vi.fn()]
    transport.subscribe(one)
    transport.subscribe(two)
    expect(StubEventSource.opened).toHaveLength(1)
    last()?.onmessage?.({ data: JSON.stringify({ name: 'history-changed', payload: { newest: 'h1' } }) })
    expect(one).toHaveBeenCalledWith('history-changed', { newest: 'h1' })
    expect(two).toHaveBeenCalledOnce()
  })
  it('opens the stream again after a loss, and hands on what was missed as events', async () => {
    const transport = open()
    const heard = vi.fn()
    transport.subscribe(heard)
    last()?.onopen?.()
    fetch.mockRejectedValueOnce(new TypeError('failed'))
    last()?.onerror?.()
    await vi.advanceTimersByTimeAsync(600)
    expect(StubEventSource.opened).toHaveLength(2)
    fetch.mockImplementation(async () => answer(200, { ok: true, value: [] }))
    last()?.onopen?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(states).toEqual(['open', 'lost', 'open'])
    expect(heard.mock.calls.map(([name]) => name)).toEqual(['profiles-changed', 'status-changed', 'settings-changed', 'history-changed'])
  })
  it('stops trying once the session has ended', async () => {
    open().subscribe(vi.fn())
    fetch.mockResolvedValue(answer(401, ''))
    last()?.onerror?.()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(StubEventSource.opened).toHaveLength(1)
    expect(states).toEqual(['ended'])
  })
})
