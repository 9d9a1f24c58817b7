import { isMac } from './keyboard'

/** Keys that start an action. `mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says it, in lower case; `1-9` stands for any of the nine digits. */
  readonly key: string
  readonly mod?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
  /** Stays away while the user types, because the field has a meaning of its own for it. */
  readonly outsideText?: boolean
  /** The browser makes an event of its own of these keys, and that one is listened to. They are here for the map alone. */
  readonly native?: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** The digit of a key press from 1 to 9; by position, because Alt and some layouts change what the key types. */
export function digitOf({ key, code }: Pick<Pressed, 'key' | 'code'>): number | undefined {
  const digit = /^[1-9]$/.test(key) ? key : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** True when these keys are the shortcut. For signs such as `?`, Shift belongs to the sign and is not asked about. */
export function isPressed({ key, mod = false, shift = false, alt = false }: Shortcut, event: Pressed): boolean {
  const sign = !mod && !/^[a-z0-9]$/.test(key) && key.length === 1
  const same = key === '1-9' ? digitOf(event) !== undefined : event.key.toLowerCase() === key
  return same && (event.ctrlKey || event.metaKey) === mod && event.altKey === alt && (sign || event.shiftKey === shift)
}

const macSigns = { mod: '⌘', alt: '⌥', shift: '⇧' } as const
const words = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' } as const

/** The keys as this platform prints them, one text per key cap. */
export function capsOf(shortcut: Shortcut, platform: string | undefined): readonly string[] {
  const names = isMac(platform) ? macSigns : words
  const held = (['mod', 'alt', 'shift'] as const).filter((one) => shortcut[one]).map((one) => names[one])
  return [...held, shortcut.key === '1-9' ? '1…9' : shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key]
}
