import { describe, expect, it } from 'vitest'
import { actions } from '../../../renderer/lib/actions'
import { capsOf, digitOf, isPressed } from '../../../renderer/lib/shortcuts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('a shortcut', () => {
  it('is pressed with Control or Command, and with nothing more', () => {
    expect(isPressed({ mod: true, key: 'k' }, press('k', { ctrlKey: true }))).toBe(true)
    expect(isPressed({ mod: true, key: 'k' }, press('K', { metaKey: true }))).toBe(true)
    expect(isPressed({ mod: true, key: 'k' }, press('k'))).toBe(false)
    expect(isPressed({ mod: true, key: 'k' }, press('K', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(isPressed({ mod: true, key: 'k' }, press('k', { ctrlKey: true, altKey: true }))).toBe(false)
  })
  it('takes a sign however the layout makes it', () => {
    expect(isPressed({ key: '?' }, press('?', { shiftKey: true }))).toBe(true)
    expect(isPressed({ key: '/' }, press('/', { shiftKey: true }))).toBe(true)
    expect(isPressed({ key: '?' }, press('?', { ctrlKey: true }))).toBe(false)
  })
  it('knows a digit by its place when Alt changes what it types', () => {
    expect(digitOf(press('¡', { code: 'Digit1' }))).toBe(1)
    expect(digitOf(press('&', { code: 'Digit1' }))).toBe(1)
    expect(digitOf(press('0', { code: 'Digit0' }))).toBeUndefined()
    expect(isPressed({ mod: true, alt: true, key: '1-9' }, press('¡', { code: 'Digit1', metaKey: true, altKey: true }))).toBe(true)
  })
  it('is written as the platform writes it', () => {
    expect(capsOf({ mod: true, shift: true, key: 'v' }, 'linux')).toEqual(['Ctrl', 'Shift', 'V'])
    expect(capsOf({ mod: true, key: '1-9' }, 'darwin')).toEqual(['⌘', '1…9'])
  })
})

describe('the list of actions', () => {
  it('gives no keys and no id twice', () => {
    const keys = actions.flatMap(({ shortcuts = [] }) => shortcuts.map((one) => capsOf(one, 'linux').join('+')))
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
  })
})
