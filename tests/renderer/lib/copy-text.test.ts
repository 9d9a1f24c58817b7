// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText } from '../../../renderer/lib/copy-text'

const withClipboard = (writeText: (value: string) => Promise<void>) => vi.stubGlobal('navigator', { clipboard: { writeText } })

describe('copyText', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('uses the clipboard of the page', async () => {
    const writeText = vi.fn(async () => undefined)
    withClipboard(writeText)
    await copyText('https://relay.example')
    expect(writeText).toHaveBeenCalledWith('https://relay.example')
  })
  it('falls back to the older command where the permission is denied', async () => {
    withClipboard(() => Promise.reject(new Error('denied')))
    const setData = vi.fn()
    document.execCommand = () => {
      document.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: { setData } }))
      return true
    }
    await copyText('x')
    expect(setData).toHaveBeenCalledWith('text/plain', 'x')
  })
  it('says what to do when neither works', async () => {
    withClipboard(() => Promise.reject(new Error('denied')))
    document.execCommand = () => false
    await expect(copyText('x')).rejects.toMatchObject({
      problem: { code: 'clipboard', hint: { en: 'Select the text and copy it by hand.' } },
    })
  })
})
