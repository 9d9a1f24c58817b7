import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type SecretClipboard, setupSecretClipboard } from '../../electron/main/secret-clipboard'
import type { FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const electron = async () => (await import('electron')) as unknown as FakeElectron
const key = 'sk-copied-0123456789'
let clipboard: SecretClipboard
let fake: FakeElectron['fake']

beforeEach(async () => {
  vi.useFakeTimers()
  fake = (await electron()).fake
  fake.clipboard = ''
  fake.calls.length = 0
  ;(await electron()).app.removeAllListeners('will-quit')
  clipboard = setupSecretClipboard()
})
afterEach(() => vi.useRealTimers())

async function quit(): Promise<boolean> {
  let prevented = false
  const { app } = await electron()
  app.emit('will-quit', { preventDefault: () => (prevented = true) })
  await vi.advanceTimersByTimeAsync(0)
  return prevented
}

describe('a key on the clipboard', () => {
  it('is taken off after a minute', async () => {
    await clipboard.copy(key)
    await vi.advanceTimersByTimeAsync(59_000)
    expect(fake.clipboard).toBe(key)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(fake.clipboard).toBe('')
  })

  it('starts its minute anew when it is copied again', async () => {
    await clipboard.copy('sk-earlier-0123456789')
    await vi.advanceTimersByTimeAsync(40_000)
    await clipboard.copy(key)
    await vi.advanceTimersByTimeAsync(40_000)
    expect(fake.clipboard).toBe(key)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(fake.clipboard).toBe('')
  })

  it('that something else took the place of is left alone', async () => {
    await clipboard.copy(key)
    fake.clipboard = 'a recipe'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fake.clipboard).toBe('a recipe')
  })

  it('is taken off when the app quits, which then goes on', async () => {
    await clipboard.copy(key)
    expect(await quit()).toBe(true)
    expect([fake.clipboard, fake.calls]).toEqual(['', [['app.quit']]])
    expect(await quit()).toBe(false)
  })
})
