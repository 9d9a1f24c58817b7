export type Syntax = 'posix' | 'fish' | 'fish-universal' | 'powershell' | 'environment' | 'vscode'

/** One line that sets a variable. */
export interface Assigned {
  readonly name: string
  /** As written, without its quotes; it may hold references to other variables. */
  readonly value: string
  /** Counted from 1. */
  readonly line: number
  /** True when the line does nothing else, so that it can be commented out as a whole. */
  readonly whole: boolean
}

const quoted = `(?:'[^']*'|"(?:[^"\\\\]|\\\\.)*"|[^\\s'";#&|]*)`

/** The assignment on a line: names its variable and value. `whole` demands that nothing else stands there. */
const forms: Readonly<Record<Syntax, (name: string) => { readonly any: RegExp; readonly whole: RegExp }>> = {
  posix: (name) => ({
    any: new RegExp(`(?:^|[;&\\s])(?:export\\s+|declare\\s+-x\\s+|typeset\\s+-x\\s+)?${name}=(${quoted})`),
    whole: new RegExp(`^\\s*(?:export\\s+|declare\\s+-x\\s+|typeset\\s+-x\\s+)?${name}=${quoted}\\s*;?\\s*(?:#.*)?$`),
  }),
  fish: (name) => ({
    any: new RegExp(`(?:^|[;\\s])set\\s+(?:-\\S+\\s+)*${name}\\s+(${quoted})`),
    whole: new RegExp(`^\\s*set\\s+(?:-\\S+\\s+)*${name}\\s+${quoted}\\s*;?\\s*(?:#.*)?$`),
  }),
  // fish rewrites this file itself, so no line of it is ever commented out.
  'fish-universal': (name) => ({ any: new RegExp(`^SETUVAR\\s+(?:--\\S+\\s+)*${name}:(.*)$`), whole: /^(?!)/ }),
  powershell: (name) => ({
    any: new RegExp(`\\$env:${name}\\s*=\\s*(${quoted})`, 'i'),
    whole: new RegExp(`^\\s*\\$env:${name}\\s*=\\s*${quoted}\\s*;?\\s*(?:#.*)?$`, 'i'),
  }),
  environment: (name) => ({
    any: new RegExp(`^\\s*(?:export\\s+)?${name}(?:\\s+DEFAULT)?=(${quoted})`),
    whole: new RegExp(`^\\s*(?:export\\s+)?${name}(?:\\s+DEFAULT)?=${quoted}\\s*(?:#.*)?$`),
  }),
  vscode: (name) => ({
    any: new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|null)`),
    whole: new RegExp(`^\\s*"${name}"\\s*:\\s*(?:"(?:[^"\\\\]|\\\\.)*"|null)\\s*,?\\s*$`),
  }),
}

const comment: Readonly<Record<Syntax, RegExp>> = {
  posix: /^\s*(?:#|:\s*#)/,
  fish: /^\s*#/,
  'fish-universal': /^\s*#/,
  powershell: /^\s*#/,
  environment: /^\s*#/,
  vscode: /^\s*\/\//,
}

/** Every line of a start-up file that sets one of these variables. A line that goes on in the next one is never `whole`. */
export function assignmentsIn(content: string, syntax: Syntax, names: readonly string[]): readonly Assigned[] {
  const lines = content.split(/\r?\n/)
  return names.flatMap((name) => {
    const { any, whole } = forms[syntax](name)
    return lines.flatMap((line, index): Assigned[] => {
      if (comment[syntax].test(line)) return []
      const found = any.exec(line)
      if (found === null) return []
      const value = (found[1] ?? '').replace(/^(['"])(.*)\1$/s, '$2')
      return [{ name, value, line: index + 1, whole: whole.test(line) && !line.endsWith('\\') }]
    })
  })
}

/**
 * The text with one line commented out, and a note above it that says by whom and why. Nothing is deleted. In a block of a POSIX shell the line
 * becomes a command that does nothing, because an empty block would be an error.
 */
export function commentOut(content: string, syntax: Syntax, line: number, note: string): string {
  const end = content.includes('\r\n') ? '\r\n' : '\n'
  const lines = content.split(/\r?\n/)
  const old = lines[line - 1]
  if (old === undefined) return content
  const indent = /^\s*/.exec(old)?.[0] ?? ''
  const mark = syntax === 'vscode' ? '//' : syntax === 'posix' && indent !== '' ? ': #' : '#'
  const plainMark = syntax === 'vscode' ? '//' : '#'
  lines.splice(line - 1, 1, `${indent}${plainMark} ${note}`, `${indent}${mark} ${old.slice(indent.length)}`)
  return lines.join(end)
}
