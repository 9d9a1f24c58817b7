import { text } from '../../../shared/model/text'
import { emptyReading, hasFound, type Recogniser } from './reading'
import { protocolOf } from './vocabulary'

// Escapes in place of the signs themselves: the bundler leaves patterns as they are, and the terminal loads its bundle as plain ASCII.
const address = /https?:\/\/[^\s"'`<>\u201c\u201d\u2018\u2019\u300c\u300d\uff08\uff09,\uff0c;\uff1b\u3002\u3001]+/giu
const bareHost = /(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:\/[\w./-]*)?(?![\w@])/giu
/** Makers' prefixes: `sk-…` of most relays, `AIza…` of Google, `cr_…`, `ak-…`. */
const prefixed = /(?<![\w-])(?:(?:sk|cr|ak|pk|rk|gsk|xai|nvapi|fe|th)[-_][\w.\u2026\u2022*-]{6,}|AIza[\w-]{20,})/g
const labelled =
  /(?:api[\s_-]?key|apikey|bearer|authorization|access[\s_-]?token|token|secret|key|\u5bc6\u94a5|\u4ee4\u724c|\u5bc6\u7801)["'\u201d]?\s*(?:[:=\uff1a\u662f\u4e3a]|is\b)?\s*(?:bearer\s+)?["'\u201c]?([\x21-\x7e]{8,})/giu
const anyWord = /(?<![\w./:-])[A-Za-z0-9_-]{20,}(?![\w./:-])/g
const model = /(?:model|\u6a21\u578b)["'\u201d]?\s*(?:[:=\uff1a\u662f]|is\b)\s*["'\u201c]?([A-Za-z][\w./:[\]-]{2,80})/iu
const named = /^\s*(?:name|\u540d\u79f0|\u7ad9\u70b9)\s*[:\uff1a=]\s*(.{1,80})$/imu

const hasBoth = (word: string): boolean => /\d/.test(word) && /[A-Za-z]/.test(word)

/** A URL, a key, or both, in any order and with words around them. */
export const plain: Recogniser = {
  id: 'plain',
  label: text('URL and key', 'URL 和密钥'),
  read(pasted) {
    const reading = emptyReading()
    const urls = [...pasted.matchAll(address)].map(([found]) => found.replace(/[).,;:!?]+$/, ''))
    const rest = pasted.replace(address, ' ')
    const keys = [...rest.matchAll(prefixed)].map(([found]) => found.replace(/[.-]+$/, ''))
    if (keys.length === 0)
      keys.push(...[...rest.matchAll(labelled)].map(([, found = '']) => found.replace(/["'\u201d,;]+$/, '')).filter(hasBoth))
    if (keys.length === 0) keys.push(...[...rest.matchAll(anyWord)].map(([found]) => found).filter(hasBoth))
    if (urls.length === 0)
      urls.push(...[...rest.matchAll(bareHost)].map(([found]) => found).filter((found) => !keys.some((key) => key.includes(found))))
    reading.urls.push(...new Set(urls))
    reading.keys.push(...new Set(keys))
    const [, wanted] = model.exec(rest) ?? []
    if (wanted !== undefined) reading.looseModels.add(wanted.replace(/["'\u201d,;.]+$/, ''))
    reading.name = named.exec(rest)?.[1]?.trim()
    for (const url of urls) {
      const protocol = protocolOf(url)
      if (protocol !== undefined) reading.protocols.add(protocol)
    }
    return hasFound(reading) ? reading : undefined
  },
}
