import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backgroundOf, frameOf, overlayOf } from '../../electron/main/window-frame'

const tokens = readFileSync('renderer/styles/tokens.css', 'utf8')
const token = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1)

describe('the frame of the window', () => {
  it('is the desktop’s own on Linux', () => {
    expect([frameOf('linux', false), frameOf('linux', true)]).toEqual([{}, {}])
  })
  it('has inset buttons on macOS', () => {
    expect(frameOf('darwin', false)).toMatchObject({ titleBarStyle: 'hiddenInset' })
  })
  it('is a strip in the page’s own colours on Windows, in both themes', () => {
    expect(frameOf('win32', true)).toMatchObject({ titleBarStyle: 'hidden', titleBarOverlay: overlayOf(true) })
    expect([false, true].map((dark) => overlayOf(dark).color)).toEqual(token('canvas'))
    expect([false, true].map((dark) => overlayOf(dark).symbolColor)).toEqual(token('ink'))
    expect([false, true].map(backgroundOf)).toEqual(token('canvas'))
  })
})
