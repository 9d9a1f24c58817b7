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

/** Every line of a start-up file that sets one of these variables. A line that goes on in the next one, or began before it, is never `whole`. */
export function assignmentsIn(content: string, syntax: Syntax, names: readonly string[]): readonly Assigned[] {
  const lines = content.split(/\r?\n/)
  const asText = syntax === 'posix' ? linesOfHereDocuments(lines) : new Set<number>()
  return names.flatMap((name) => {
    const { any, whole } = forms[syntax](name)
    return lines.flatMap((line, index): Assigned[] => {
      if (comment[syntax].test(line) || asText.has(index)) return []
      const found = any.exec(line)
      if (found === null) return []
      const value = (found[1] ?? '').replace(/^(['"])(.*)\1$/s, '$2')
      return [{ name, value, line: index + 1, whole: whole.test(line) && !goesOn(line) && !goesOn(lines[index - 1] ?? '') }]
    })
  })
}

/** Lines that a shell hands to a program as text, from `<<EOF` to the word alone on its line; counted from 0. */
function linesOfHereDocuments(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  let end: { readonly word: string; readonly tabs: boolean } | undefined
  lines.forEach((line, index) => {
    if (end !== undefined) {
      found.add(index)
      if ((end.tabs ? line.replace(/^\t+/, '') : line) === end.word) end = undefined
    } else if (!comment.posix.test(line)) {
      const [, dash, word] = /(?<!<)<<(-?)\s*["'\\]?([A-Za-z_]\w*)["']?/.exec(line) ?? []
      if (word !== undefined) end = { word, tabs: dash === '-' }
    }
  })
  return found
}

const goesOn = (line: string): boolean => line.endsWith('\\')

/**
 * The text with one line commented out, and a note above it that says by whom and why. Nothing is deleted, and every other line keeps its own end. In
 * a block of a POSIX shell the line becomes a command that does nothing, because an empty block would be an error.
 */
export function commentOut(content: string, syntax: Syntax, line: number, note: string): string {
  const lines: readonly string[] = content.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const old = lines[line - 1]
  if (old === undefined) return content
  const [, indent = '', words = '', end = ''] = /^([ \t]*)(.*?)(\r?\n|)$/s.exec(old) ?? []
  const plain = syntax === 'vscode' ? '//' : '#'
  const mark = syntax === 'posix' && (indent !== '' || opensBlock(lines.slice(0, line - 1))) ? ': #' : plain
  // A last line without an end has none to give to the note.
  const between = end || (content.includes('\r\n') ? '\r\n' : '\n')
  return lines.with(line - 1, `${indent}${plain} ${note}${between}${indent}${mark} ${words}${end}`).join('')
}

/** True when the last of these lines that does something begins a block. */
function opensBlock(before: readonly string[]): boolean {
  const last = before.findLast((line) => line.trim() !== '' && !comment.posix.test(line)) ?? ''
  return /(?:\b(?:then|do|else)|[{(])\s*(?:#.*)?$/.test(last.trimEnd())
}
