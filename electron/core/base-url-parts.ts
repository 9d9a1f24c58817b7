import { bracketed, isPrivateHost } from './base-url-host'
import { type Notes, note } from './base-url-notes'
import { type UrlProblem, urlProblem } from './base-url-problems'

const looksLikeKey = /^(?:sk|pk|ak|cr|key)[-_]\S{8,}$/i
const otherScheme = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:mailto|javascript|data|file|ftp|wss?|ssh|git|blob|about|tel):)/i

/** Splits a plain address into its scheme, if it has one, and the rest; mends `https:/`, `https//`, `http;//` and a doubled scheme. */
export function splitScheme(word: string, notes: Notes): { scheme: string | undefined; rest: string } | UrlProblem {
  const slashed = word.replaceAll('\\', '/')
  if (slashed !== word) notes.add(note.backslashes)
  const single = slashed.replace(/^(?:https?:\/*)+(?=https?:)/i, '')
  if (single !== slashed) notes.add(note.schemeSpelling)
  const [, scheme, separator, rest] = /^(https?)([:;]\/*|\/\/+)(.*)$/i.exec(single) ?? []
  if (scheme === undefined || rest === undefined)
    return otherScheme.test(single) ? urlProblem.scheme : { scheme: undefined, rest: single.replace(/^\/+/, '') }
  if (separator !== '://') notes.add(note.schemeSpelling)
  if (scheme !== scheme.toLowerCase()) notes.add(note.lowerCase)
  return { scheme: scheme.toLowerCase(), rest }
}

/** Which scheme an address without one means, or a problem when it is no address at all. */
export function guessScheme(authority: string, notes: Notes): string | UrlProblem {
  if (looksLikeKey.test(authority)) return urlProblem.key
  if (!URL.canParse(`http://${authority}`)) return urlProblem.invalid
  const { hostname, port } = new URL(`http://${authority}`)
  const typedPort = /:(\d+)$/.exec(authority)?.[1]
  const named = hostname.includes('.') || hostname.startsWith('[')
  if (!named && !isPrivateHost(hostname) && typedPort === undefined) return urlProblem.noAddress
  const plain = typedPort === '443' ? false : typedPort === '80' || isPrivateHost(hostname) || (!named && port !== '')
  notes.add(plain ? note.httpAdded : note.httpsAdded)
  return plain ? 'http' : 'https'
}

/** Notes every way in which the host differs from what was typed. */
export function noteHost(typed: string, url: URL, host: string, notes: Notes): void {
  const [, typedName = '', typedPort] = /^(.*?)(?::(\d*))?$/.exec(typed.replace(/^(\[.*\])/, '$1')) ?? []
  if (typedPort !== undefined && url.port === '') notes.add(note.defaultPort)
  if (typedName !== typedName.toLowerCase()) notes.add(note.lowerCase)
  if (typedName.toLowerCase() !== host) notes.add(note.host(host))
}

/** Host with port, and path; what no base URL can have is left out: user name, password, query, fragment. */
export function splitAuthority(rest: string, notes: Notes): { authority: string; path: string } {
  const end = rest.search(/[/?#]/)
  const typed = end < 0 ? rest : rest.slice(0, end)
  const tail = end < 0 ? '' : rest.slice(end)
  const bare = typed.slice(typed.lastIndexOf('@') + 1)
  if (bare !== typed) notes.add(note.credentials)
  const authority = bracketed(bare)
  if (authority !== bare) notes.add(note.brackets)
  const path = tail.replace(/[?#].*$/s, '')
  if (path !== tail) notes.add(note.query)
  return { authority, path }
}
