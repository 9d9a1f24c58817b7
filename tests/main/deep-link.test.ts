import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Preferences } from '../../electron/main/preferences'
import { defaultSettings, type Settings } from '../../shared/model/settings'
import { createFakeElectron } from '../support/fake-electron'

const LINK = 'switchyard://add?url=https%3A%2F%2Frelay.example&key=sk-linked-0123456789'

beforeEach(() => {
  vi.resetModules()
})

async function links(argv: readonly string[] = [], isPackaged = true) {
  const electron = createFakeElectron()
  Object.assign(electron.app, { isPackaged })
  vi.doMock('electron', () => electron)
  const { linkIn, setupDeepLinks, setupSchemes } = await import('../../electron/main/deep-link')
  const window = { show: vi.fn(), offer: vi.fn() }
  return { ...electron, linkIn, setupSchemes, window, taken: setupDeepLinks(argv) }
}

describe('a link among the arguments', () => {
  it('is found, whatever stands around it', async () => {
    const { linkIn } = await links()
    expect(linkIn(['/app/switchyard', '--at-login', LINK])).toBe(LINK)
    expect(linkIn(['app', 'CCSWITCH://v1/import?x=1'])).toBe('CCSWITCH://v1/import?x=1')
  })

  it.each([
    ['none', ['/app/switchyard', '--at-login']],
    ['another scheme', ['https://relay.example', 'file:///etc/passwd', 'javascript:alert(1)']],
    ['a scheme that only begins like ours', ['switchyard-evil://x']],
    ['a scheme inside a word', ['--x=switchyard://y']],
    ['blanks', ['switchyard://add --inspect']],
    ['line ends', ['switchyard://add\nrm']],
    ['a null', ['switchyard://add\0']],
    ['more than any profile needs', [`switchyard://${'a'.repeat(16_384)}`]],
  ])('is refused: %s', async (_, argv) => {
    const { linkIn } = await links()
    expect(linkIn(argv)).toBeUndefined()
  })
})

describe('a link', () => {
  it('of the first start waits for the window, comes once, and is not logged', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { taken, window } = await links(['app', LINK])
    taken.openIn(window)
    taken.openIn(window)
    expect(window.offer.mock.calls).toEqual([[LINK]])
    expect(window.show).toHaveBeenCalledOnce()
    expect(said).not.toHaveBeenCalled()
  })

  it('of macOS, which comes as an event before anything is ready, waits too', async () => {
    const { app, taken, window } = await links()
    const preventDefault = vi.fn()
    app.emit('open-url', { preventDefault }, LINK)
    expect(preventDefault).toHaveBeenCalledOnce()
    taken.openIn(window)
    expect(window.offer.mock.calls).toEqual([[LINK]])
  })

  it('of a second start comes at once; a flood of them does not', async () => {
    const { taken, window } = await links()
    taken.openIn(window)
    for (let now = 10_000; now < 10_900; now += 10) taken.take(['app', LINK], now)
    expect(window.offer).toHaveBeenCalledOnce()
    taken.take(['app', LINK], 12_000)
    expect(window.offer).toHaveBeenCalledTimes(2)
  })
})

describe('the schemes', () => {
  function preferences(settings: Partial<Settings> = {}) {
    let current: Settings = { ...defaultSettings, ...settings }
    const listeners: ((now: Settings, before: Settings) => void)[] = []
    const change = (next: Partial<Settings>): void => {
      const before = current
      current = { ...current, ...next }
      for (const listener of listeners) listener(current, before)
    }
    return {
      change,
      current: () => current,
      onChange: (listener: (now: Settings, before: Settings) => void) => void listeners.push(listener),
    }
  }

  it('of CC-Switch is claimed on the user’s word only, and given back', async () => {
    const { fake, setupSchemes } = await links()
    const user = preferences()
    setupSchemes(user satisfies Preferences)
    expect(fake.calls).toEqual([['app.setAsDefaultProtocolClient', 'switchyard']])
    user.change({ claimCcswitch: true })
    user.change({ theme: 'dark' })
    user.change({ claimCcswitch: false })
    expect(fake.calls.slice(1)).toEqual([
      ['app.setAsDefaultProtocolClient', 'ccswitch'],
      ['app.removeAsDefaultProtocolClient', 'ccswitch'],
    ])
  })

  it('are not claimed for a build that runs from its sources', async () => {
    const { fake, setupSchemes } = await links([], false)
    setupSchemes(preferences({ claimCcswitch: true }))
    expect(fake.calls).toEqual([])
  })
})
