import { endOfRun } from '../../../shared/model/letters'
import type { ConfigValue } from './editor'
import { commentEnd } from './json-read'
import type { Container, Entry, Tree } from './json-tree'
import { eolOf } from './text-shape'

/** How a document is written, found once per edit. */
export interface DocumentStyle {
  readonly eol: string
  /** One level of indentation. */
  readonly unit: string
  /** No blanks after colons and commas. */
  readonly compact: boolean
}

/** How a new member of one container is written. */
export interface MemberStyle {
  /** Each member has a line of its own; else they share one. */
  readonly broken: boolean
  /** Of a member that starts a line. */
  readonly indent: string
  /** Between members that share a line. */
  readonly gap: string
  readonly colon: string
}

export const isWhite = (trivia: string): boolean => trivia.trim() === ''
const hasLine = (trivia: string): boolean => trivia.includes('\n')

/** The indentation of the last line of a lead. */
function indentOf(lead: string): string {
  const start = lead.lastIndexOf('\n') + 1
  return start === 0 ? '' : lead.slice(start, endOfRun(lead, start, isBlank))
}
const isBlank = (code: number): boolean => code === 32 || code === 9

/** The indentation of an entry that starts a line; undefined if it shares its line with the one before. */
export const lineIndent = (entry: Entry): string | undefined => (hasLine(entry.lead) ? indentOf(entry.lead) : undefined)

/** The text between key and value, without the key: ': ' in most files. */
function colonOf(entry: Entry): string | undefined {
  return /^"(?:\\.|[^"\\])*"([ \t]*:[ \t]*)$/.exec(entry.head)?.[1]
}

export function documentStyle(tree: Tree, text: string): DocumentStyle {
  const broken = tree.root.entries.find((entry) => hasLine(entry.lead))
  const [first] = tree.root.entries
  const compact = first !== undefined && broken === undefined && colonOf(first)?.endsWith(':') === true
  return { eol: eolOf(text), unit: broken === undefined ? '  ' : indentOf(broken.lead), compact }
}

/** `holder` is the entry whose value the container is; undefined for the root. */
export function memberStyle(container: Container, holder: Entry | undefined, style: DocumentStyle): MemberStyle {
  const { entries } = container
  const last = entries.at(-1)
  const colon = (last && colonOf(last)) ?? (style.compact ? ':' : ': ')
  const gap = style.compact ? '' : ' '
  const outer = holder === undefined ? '' : lineIndent(holder)
  const indent = (outer ?? '') + style.unit
  if (last === undefined) return { broken: outer !== undefined, indent, gap, colon }
  if (hasLine(last.lead)) return { broken: true, indent: indentOf(last.lead), gap, colon }
  return { broken: false, indent, gap: entries.length > 1 && isWhite(last.lead) ? last.lead : gap, colon }
}

/** Writes a value in the style of the place where it will stand. */
export function formatValue(value: ConfigValue, indent: string | undefined, style: DocumentStyle): string {
  if (indent !== undefined) return JSON.stringify(value, null, style.unit).replaceAll('\n', style.eol + indent)
  return style.compact ? JSON.stringify(value) : JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ')
}

/**
 * Cuts blanks and comments in two: what belongs to the line of the value before them, and the rest. A new member goes in between. Comments on
 * that line stay with it.
 */
export function splitLine(trivia: string): { readonly same: string; readonly rest: string; readonly lineComment: boolean } {
  let comments = 0
  let lineComment = false
  for (let at = 0; at < trivia.length; ) {
    const code = trivia.charCodeAt(at)
    if (code === 10 || code === 13) return { same: trivia.slice(0, at), rest: trivia.slice(at), lineComment }
    if (code === 47) {
      lineComment = trivia.charCodeAt(at + 1) === 47
      at = comments = commentEnd(trivia, at)
    } else at += 1
  }
  return { same: trivia.slice(0, comments), rest: trivia.slice(comments), lineComment }
}

/** True if text that is put right behind these blanks and comments would become part of a line comment. */
export function endsInLineComment(trivia: string): boolean {
  let open = false
  for (let at = 0; at < trivia.length; ) {
    const code = trivia.charCodeAt(at)
    if (code === 47) {
      open = trivia.charCodeAt(at + 1) === 47
      at = commentEnd(trivia, at)
    } else {
      if (code === 10 || code === 13) open = false
      at += 1
    }
  }
  return open
}
