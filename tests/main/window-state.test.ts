import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SIZE, MIN_SIZE, placeWindow, readWindowState, writeWindowState } from '../../electron/main/window-state'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const state = { x: 100, y: 120, width: 900, height: 700, maximized: false }

describe('the place of a new window', () => {
  it('is the default size in the middle when nothing is remembered', () => {
    expect(placeWindow(null, [main])).toEqual({ ...DEFAULT_SIZE, maximized: false })
  })

  it('is where the window was', () => {
    expect(placeWindow(state, [main])).toEqual(state)
    expect(placeWindow({ ...state, x: -1000, y: 10, maximized: true }, [main, left])).toEqual({
      ...state,
      x: -1000,
      y: 10,
      maximized: true,
    })
  })

  it.each([
    ['on a screen that is gone', { x: -1000, y: 100 }],
    ['above the screen, where its title bar cannot be reached', { x: 100, y: -200 }],
    ['below the screen', { x: 100, y: 1079 }],
    ['all but a sliver beside the screen', { x: 1900, y: 100 }],
  ])('is the middle when the window was %s', (_name, place) => {
    expect(placeWindow({ ...state, ...place }, [main])).toEqual({ width: 900, height: 700, maximized: false })
  })

  it('is never larger than the screen, nor smaller than the smallest window', () => {
    expect(placeWindow({ ...state, width: 5000, height: 5000 }, [main])).toMatchObject({ width: 1920, height: 1055 })
    expect(placeWindow({ ...state, width: 10, height: -10 }, [main])).toMatchObject(MIN_SIZE)
    expect(placeWindow(state, [])).toEqual({ width: 900, height: 700, maximized: false })
  })
})

describe('the remembered state', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'switchyard-window-'))
    path = join(folder, 'window.json')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is read back as it was written, in a private file', () => {
    writeWindowState(path, state)
    expect(readWindowState(path)).toEqual(state)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"x":1}',
    '{"x":"1","y":1,"width":900,"height":700,"maximized":false}',
    '{"x":1.5,"y":1,"width":900,"height":700,"maximized":false}',
    '{"x":1e300,"y":1,"width":900,"height":700,"maximized":false}',
    '{"x":1,"y":1,"width":900,"height":700,"maximized":"no"}',
  ])('is as good as none when the file holds %s, and the file stays', (text) => {
    writeFileSync(path, text)
    expect(readWindowState(path)).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('is none when there is no file', () => {
    expect(readWindowState(path)).toBeNull()
  })
})
