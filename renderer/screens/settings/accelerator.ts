const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Space: 'Space',
  Enter: 'Return',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
}

/** The key of an accelerator by its place on the keyboard: Alt and layouts change what it types. */
const keyName = (code: string): string | undefined =>
  /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1] ?? /^F([1-9]|1\d|2[0-4])$/.exec(code)?.[0] ?? names[code]

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * An Electron accelerator for a key press; undefined where it is none. A key that other programs need for typing wants Control, Alt or Command
 * beside it. https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators
 */
export function acceleratorOf(event: Pressed, platform: string | undefined): string | undefined {
  const key = keyName(event.code)
  const strong = event.ctrlKey || event.metaKey || event.altKey
  if (key === undefined || (!strong && !/^F\d+$/.test(key))) return undefined
  const meta = platform === 'darwin' ? 'Command' : 'Super'
  const held = [event.ctrlKey && 'Control', event.metaKey && meta, event.altKey && 'Alt', event.shiftKey && 'Shift']
  return [...held.filter(Boolean), key].join('+')
}
