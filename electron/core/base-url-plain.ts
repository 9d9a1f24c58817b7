import type { Notes } from './base-url-notes'
import { note } from './base-url-notes'
import { type UrlProblem, urlProblem } from './base-url-problems'

const quotes = '"\'`´“”„‟‘’‚‛「」『』«»‹›<>《》【】〈〉*'
const leading = new RegExp(`^[${quotes}({]+`, 'u')
const trailing = new RegExp(`[${quotes},;.:!?、。·]+$`, 'u')
const address = new RegExp(`https?://[^\\s${quotes}(){},;|、。]+`, 'giu')
const assignment = /^(?:export\s+|set\s+|setx\s+|\$env:)?[A-Z][A-Z0-9_]*(?:\s*=\s*|(?<=setx\s\S+)\s+)(.+)$/i
const startsWithScheme = /^[a-z][a-z0-9+.-]*:[/\\]/i

const count = (text: string, character: string): number => text.split(character).length - 1

/** Without the quotes, brackets and punctuation that chats and documents put after an address. */
export function trimTail(text: string): string {
  for (let rest = text; ; ) {
    const last = rest.at(-1) ?? ''
    const open = { ')': '(', '}': '{', ']': '[' }[last]
    const shorter = open && count(rest, last) > count(rest, open) ? rest.slice(0, -1) : rest.replace(trailing, '')
    if (shorter === rest) return rest
    rest = shorter
  }
}

function trimHead(text: string): string {
  const rest = text.replace(leading, '')
  return rest.startsWith('[') && !/^\[[0-9a-f:.%]*\]/i.test(rest) ? trimHead(rest.slice(1)) : rest
}

function unwrap(text: string, notes: Notes): string {
  for (let rest = text; ; ) {
    const trimmed = rest.trim()
    if (trimmed !== rest) notes.add(note.blanks)
    const bare = trimTail(trimHead(trimmed))
    if (bare !== trimmed) notes.add(note.wrapping)
    if (bare === rest) return rest
    rest = bare
  }
}

/**
 * The address within pasted text as one plain word: no invisible or full-width characters, no blanks, quotes, punctuation or words around it,
 * no `export NAME=` before it. Every change is noted.
 */
export function plainAddress(pasted: string, notes: Notes): string | UrlProblem {
  const visible = pasted.replace(/\p{Cf}|\p{Variation_Selector}|(?!\s)\p{Cc}/gu, '')
  if (visible !== pasted) notes.add(note.hidden)
  const narrow = visible.normalize('NFKC')
  if (narrow.replace(/\s/g, '') !== visible.replace(/\s/g, '')) notes.add(note.lookAlike)
  const bare = unwrap(narrow, notes)
  if (bare === '') return urlProblem.empty

  const assigned = startsWithScheme.test(bare) ? undefined : assignment.exec(bare)?.[1]
  if (assigned !== undefined) notes.add(note.takenOut)
  const word = assigned === undefined ? bare : unwrap(assigned, notes)

  const all = new Set([...word.matchAll(address)].map(([found]) => trimTail(found)))
  const inOtherText = /\s/.test(word) || (all.size > 0 && !startsWithScheme.test(word))
  if (!inOtherText) return /[,;|]\s*https?:\/\//i.test(word) ? urlProblem.several : word
  const [only, another] = all
  if (another !== undefined) return urlProblem.several
  if (only === undefined || !/^https?:\/\/(?:[^/]*[.:]|localhost)/i.test(only)) return urlProblem.blank
  notes.add(note.takenOut)
  return only
}
