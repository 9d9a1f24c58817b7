import type { WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { guardContents, isOwnExport, isPermitted, setupPermissions } from '../../electron/main/guards'
import { originOf } from '../../electron/main/origin'
import { FakeContents, type FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const ORIGIN = 'app://switchyard'

function guarded(mayReload = false, origin = ORIGIN) {
  const contents = new FakeContents()
  const links: string[] = []
  guardContents(contents as unknown as WebContents, { origin, mayReload, onLink: (url) => links.push(url) })
  const isPrevented = (name: string, url: string): boolean => {
    const preventDefault = vi.fn()
    contents.emit(name, { url, preventDefault })
    return preventDefault.mock.calls.length === 1
  }
  return { contents, links, isPrevented }
}

describe('the guards of a page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('stop %s, whatever the address', (name) => {
    const { isPrevented } = guarded()
    for (const url of ['https://example.com/', 'app://switchyard/', 'file:///etc/passwd', 'javascript:alert(1)', 'no url']) {
      expect(isPrevented(name, url)).toBe(true)
    }
  })

  it('let Vite reload its own page in development, and nothing else', () => {
    const { isPrevented } = guarded(true, 'http://localhost:5173')
    expect(isPrevented('will-navigate', 'http://localhost:5173/')).toBe(false)
    expect(isPrevented('will-navigate', 'http://localhost:5174/')).toBe(true)
    expect(isPrevented('will-navigate', 'http://localhost:5173@example.com/')).toBe(true)
    expect(isPrevented('will-attach-webview', 'http://localhost:5173/')).toBe(true)
  })

  it('open no window and hand the link on', () => {
    const { contents, links } = guarded()
    expect(contents.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
    expect(links).toEqual(['https://example.com/'])
  })
})

describe('permissions', () => {
  it('are denied, but for writing text to the clipboard from the own page', () => {
    expect(isPermitted('clipboard-sanitized-write', ORIGIN, ORIGIN)).toBe(true)
    expect(isPermitted('clipboard-sanitized-write', 'https://example.com', ORIGIN)).toBe(false)
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fileSystem',
      'hid',
      'serial',
      'usb',
    ]) {
      expect(isPermitted(permission, ORIGIN, ORIGIN)).toBe(false)
    }
  })

  it('are decided the same way when asked for and when checked', async () => {
    const { fake } = (await import('electron')) as unknown as FakeElectron
    setupPermissions(ORIGIN)
    const asked = vi.fn()
    fake.session.request?.(null, 'media', asked, { requestingUrl: 'app://switchyard/' })
    fake.session.request?.(null, 'clipboard-sanitized-write', asked, { requestingUrl: 'app://switchyard/' })
    expect(asked.mock.calls).toEqual([[false], [true]])
    expect(fake.session.check?.(null, 'media', 'app://switchyard/')).toBe(false)
    expect(fake.session.check?.(null, 'clipboard-sanitized-write', 'app://switchyard/')).toBe(true)
    expect(fake.session.device?.()).toBe(false)
  })
})

describe('downloads', () => {
  it('are denied, but for an export that the own page made', () => {
    const item = (url: string, name = 'switchyard-export-2026-01-02.json', type = 'application/json') => ({
      getURL: () => url,
      getFilename: () => name,
      getMimeType: () => type,
    })
    const own = 'blob:app://switchyard/0b1c'
    expect(isOwnExport(item(own), ORIGIN)).toBe(true)
    for (const url of [
      'https://example.com/x.json',
      'app://switchyard/index.html',
      'blob:https://example.com/0b1c',
      'blob:null/0b1c',
      'data:text/plain,x',
    ])
      expect(isOwnExport(item(url), ORIGIN), url).toBe(false)
    expect(isOwnExport(item(own, 'switchyard-export.exe'), ORIGIN)).toBe(false)
    expect(isOwnExport(item(own, 'loot.json'), ORIGIN)).toBe(false)
    expect(isOwnExport(item(own, undefined, 'text/html'), ORIGIN)).toBe(false)
  })
})

describe('the origin of an address', () => {
  it('is scheme and host, also for the app’s own scheme', () => {
    expect(originOf('app://switchyard/index.html')).toBe('app://switchyard')
    expect(originOf('app://switchyard.example.com/')).not.toBe('app://switchyard')
    expect(originOf('http://localhost:5173/x')).toBe('http://localhost:5173')
    expect(originOf('nonsense')).toBeNull()
  })
})
