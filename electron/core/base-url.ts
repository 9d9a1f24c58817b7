import type { LocalText } from '../../shared/model/text'
import { isHostName } from './base-url-host'
import { Notes, note } from './base-url-notes'
import { guessScheme, noteHost, splitAuthority, splitScheme } from './base-url-parts'
import { rootPath } from './base-url-path'
import { plainAddress } from './base-url-plain'
import { type UrlProblem, urlProblem } from './base-url-problems'

/** The relay's root URL, and in words what was changed to get it. */
export interface RelayUrl {
  readonly root: string
  readonly notes: readonly LocalText[]
}

const longest = 2000

/**
 * Reads whatever spelling of a relay's URL was pasted and gives its root: scheme, host, port and the relay's own sub-path; no tool's ending, no
 * slash at the end. Pure; never throws. The root given in again comes out the same, with no notes.
 */
export function readRelayUrl(pasted: string): RelayUrl | { readonly problem: UrlProblem } {
  if (pasted.length > longest) return { problem: urlProblem.tooLong }
  const notes = new Notes()
  const word = plainAddress(pasted, notes)
  if (typeof word !== 'string') return { problem: word }
  const split = splitScheme(word, notes)
  if (!('rest' in split)) return { problem: split }
  const { authority, path } = splitAuthority(split.rest, notes)
  const scheme = split.scheme ?? guessScheme(authority, notes)
  if (typeof scheme !== 'string') return { problem: scheme }
  if (!URL.canParse(`${scheme}://${authority}${path}`)) return { problem: urlProblem.invalid }

  const url = new URL(`${scheme}://${authority}${path}`)
  const host = url.hostname.replace(/\.$/, '')
  if (!isHostName(host)) return { problem: urlProblem.invalid }
  noteHost(authority, url, host, notes)
  if (path !== '' && path !== url.pathname) notes.add(note.path)
  const single = url.pathname.replace(/\/{2,}/g, '/')
  const root = rootPath(single)
  if (single !== url.pathname || (path !== '' && single.slice(root.length) === '/')) notes.add(note.slashes)
  const left = single.slice(root.length).replace(/\/$/, '')
  if (left !== '') notes.add(note.ending(left))
  return { root: `${url.protocol}//${host}${url.port === '' ? '' : `:${url.port}`}${root}`, notes: notes.list }
}

/** A base URL that goes, by the user's hand, into an application that Switchyard does not write. */
export interface OtherForm {
  readonly id: string
  readonly label: string
  readonly baseUrl: string
}

/**
 * The forms that other applications take. The OpenAI SDKs add `/chat/completions` and `/responses` to their base URL; Cherry Studio takes the
 * whole endpoint.
 * @param root as `readRelayUrl` gives it
 */
export const otherApps = (root: string): readonly OtherForm[] => [
  { id: 'openai-sdk', label: 'OpenAI SDK', baseUrl: `${root}/v1` },
  { id: 'cherry-anthropic', label: 'Cherry Studio (Anthropic)', baseUrl: `${root}/v1/messages` },
  { id: 'cherry-gemini', label: 'Cherry Studio (Gemini)', baseUrl: `${root}/v1beta/models` },
]

/**
 * Reads a user's own base URL for one tool: kept as typed but for blanks and invisible characters around it.
 */
export function readOverride(
  typed: string,
): { readonly baseUrl: string; readonly notes: readonly LocalText[] } | { readonly problem: UrlProblem } {
  const notes = new Notes()
  const visible = typed.replace(/\p{Cf}/gu, '')
  if (visible !== typed) notes.add(note.hidden)
  const baseUrl = visible.trim()
  if (baseUrl === '') return { problem: urlProblem.empty }
  if (baseUrl !== visible) notes.add(note.blanks)
  if (/\s/.test(baseUrl)) return { problem: urlProblem.blank }
  if (!/^https?:\/\//i.test(baseUrl)) return { problem: urlProblem.scheme }
  if (!URL.canParse(baseUrl) || baseUrl.includes('\\')) return { problem: urlProblem.invalid }
  const { username, password } = new URL(baseUrl)
  if (username !== '' || password !== '') return { problem: urlProblem.credentials }
  return { baseUrl, notes: notes.list }
}
