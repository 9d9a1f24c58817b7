import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LAID_OUT_CHANNEL, showOncePainted } from '../../electron/main/first-show'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A window that is starting. As in Electron, a page that is throttled is not painted while its window is hidden. */
function started() {
  const window = new EventEmitter()
  const state = { shown: 0, visible: false, destroyed: false, throttled: true }
  const webContents = Object.assign(new EventEmitter(), {
    ipc: new EventEmitter(),
    setBackgroundThrottling(on: boolean) {
      state.throttled = on
      if (!on && !state.visible) window.emit('ready-to-show')
    },
  })
  const parts = {
    webContents,
    isDestroyed: () => state.destroyed,
    isVisible: () => state.visible,
    show() {
      state.shown += 1
      state.visible = true
    },
  }
  showOncePainted(Object.assign(window, parts) as unknown as Parameters<typeof showOncePainted>[0])
  return { state, webContents }
}

const laidOut = ({ webContents }: ReturnType<typeof started>) => webContents.ipc.emit(LAID_OUT_CHANNEL)

describe('the window at the start', () => {
  it('is shown once, when the page that said it is laid out is painted; then it may rest again while it is hidden', () => {
    const fake = started()
    vi.advanceTimersByTime(200)
    expect(fake.state.shown).toBe(0)
    laidOut(fake)
    vi.advanceTimersByTime(5000)
    expect(fake.state).toMatchObject({ shown: 1, throttled: true })
  })

  it('is shown after a second and a half, whatever the page has by then', () => {
    const fake = started()
    vi.advanceTimersByTime(1500)
    expect(fake.state.shown).toBe(1)
    laidOut(fake)
    expect(fake.state).toMatchObject({ shown: 1, throttled: true })
  })

  it('is shown at once when its page cannot be loaded', () => {
    const fake = started()
    fake.webContents.emit('did-fail-load')
    expect(fake.state.shown).toBe(1)
  })

  it('that the user opened from the tray meanwhile is not shown again', () => {
    const fake = started()
    fake.state.visible = true
    laidOut(fake)
    vi.advanceTimersByTime(1500)
    expect(fake.state).toMatchObject({ shown: 0, throttled: true })
  })

  it('that is gone is left alone', () => {
    const fake = started()
    fake.state.destroyed = true
    vi.advanceTimersByTime(1500)
    expect(fake.state.shown).toBe(0)
  })
})
