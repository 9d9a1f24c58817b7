import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { trackQuitting } from '../../electron/main/closing'
import { setupLeaveQuestion } from '../../electron/main/leave-question'
import type { Language } from '../../shared/model/text'
import type { FakeElectron } from '../support/fake-electron'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const electron = async () => (await import('electron')) as unknown as FakeElectron

const STAY = 0
const DISCARD = 1

/** A window whose page has unsaved typing. */
async function openWindow(language: Language = 'en') {
  const { app, dialog } = await electron()
  const webContents = new EventEmitter()
  const quitting = trackQuitting()
  const show = vi.fn()
  /** Answers the open question. */
  let answer: (button: number) => void = () => undefined
  const asked = vi.spyOn(dialog as { showMessageBox: (...args: unknown[]) => Promise<{ response: number }> }, 'showMessageBox')
  asked.mockReset().mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = (response) => resolve({ response })
      }),
  )
  const question = setupLeaveQuestion({ window: { webContents } as unknown as BrowserWindow, quitting, language: () => language, show })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  /** The page is to go. @returns whether it does */
  const unload = async (): Promise<boolean> => {
    let left = false
    webContents.emit('will-prevent-unload', { preventDefault: () => (left = true) })
    await settle()
    return left
  }
  return {
    question,
    quitting,
    show,
    asked,
    unload,
    quit: (): Promise<boolean> => {
      app.emit('before-quit')
      return unload()
    },
    answer: async (button: number): Promise<void> => {
      answer(button)
      await settle()
    },
  }
}

const quits = async (): Promise<number> => (await electron()).fake.calls.filter(([name]) => name === 'app.quit').length

describe('quitting with unsaved typing', () => {
  beforeEach(async () => {
    const { app, fake } = await electron()
    app.removeAllListeners()
    fake.calls.splice(0)
  })

  it('is called off at once, and asked about in the window, which comes to the front', async () => {
    const window = await openWindow()
    expect(await window.quit()).toBe(false)
    expect(window.quitting.isUnderWay()).toBe(false)
    expect(window.asked).toHaveBeenCalledTimes(1)
    expect(window.show.mock.invocationCallOrder[0]).toBeLessThan(window.asked.mock.invocationCallOrder[0] ?? 0)
    expect(window.question.isOpen()).toBe(true)
    expect(await quits()).toBe(0)
  })

  it('ends nothing when the user goes on editing, and the next quit is asked about again', async () => {
    const window = await openWindow()
    await window.quit()
    await window.answer(STAY)
    expect([await quits(), window.question.isOpen(), window.quitting.isUnderWay()]).toEqual([0, false, false])
    expect(await window.quit()).toBe(false)
    expect(window.asked).toHaveBeenCalledTimes(2)
  })

  it('goes through once the user discards', async () => {
    const window = await openWindow()
    await window.quit()
    await window.answer(DISCARD)
    expect(await quits()).toBe(1)
    expect(await window.quit()).toBe(true)
    expect(window.asked).toHaveBeenCalledTimes(1)
  })

  it('is asked about once, however often the user quits meanwhile', async () => {
    const window = await openWindow()
    await window.quit()
    expect(await window.quit()).toBe(false)
    expect(window.asked).toHaveBeenCalledTimes(1)
    expect(window.quitting.isUnderWay()).toBe(false)
    // The one that is open comes to the front.
    expect(window.show).toHaveBeenCalledTimes(2)
  })

  it('can be asked about again after a dialog that failed', async () => {
    const window = await openWindow()
    const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    window.asked.mockRejectedValueOnce(new Error('no display'))
    expect(await window.quit()).toBe(false)
    expect(logged).toHaveBeenCalled()
    expect(await window.quit()).toBe(false)
    expect([window.asked.mock.calls.length, window.question.isOpen(), await quits()]).toEqual([2, true, 0])
  })

  it('is no matter of a reload, which nothing asks about', async () => {
    const window = await openWindow()
    expect(await window.unload()).toBe(true)
    expect(window.asked).not.toHaveBeenCalled()
  })

  it.each([
    ['en', 'Quit with unsaved changes?', ['Go on editing', 'Discard and quit']],
    ['zh', '有未保存的更改，要退出吗？', ['继续编辑', '放弃并退出']],
  ] as const)('is asked about in the user’s language (%s); Escape and Enter lose nothing', async (language, message, buttons) => {
    const window = await openWindow(language)
    await window.quit()
    expect(window.asked.mock.calls[0]?.[1]).toMatchObject({ message, buttons, defaultId: STAY, cancelId: STAY })
  })
})
