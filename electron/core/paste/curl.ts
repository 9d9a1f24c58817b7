import { text } from '../../../shared/model/text'
import { assignments } from './env-lines'
import { emptyReading, type Reading, type Recogniser } from './reading'
import { shellWords } from './shell-words'
import { protocolOf } from './vocabulary'

const headerKey = /^\s*(?:authorization\s*:\s*(?:bearer\s+)?|x-api-key\s*:\s*|x-goog-api-key\s*:\s*|api-key\s*:\s*)(.+)$/i
const modelIn = /["']?model["']?\s*[:=]\s*["']([^"']+)["']/i

export const curl: Recogniser = {
  id: 'curl',
  label: text('curl command', 'curl 命令'),
  read(pasted) {
    const words = shellWords(pasted)
    const start = words.findIndex((word) => /^(?:.*[/\\])?curl(?:\.exe)?$/i.test(word))
    if (start < 0) return undefined
    const reading = emptyReading()
    const expand = expander(pasted)
    const rest = words.slice(start + 1)
    const last = rest.findIndex((word, at) => word === ';' && at > 0)
    const own = last < 0 ? rest : rest.slice(0, last)
    for (let at = 0; at < own.length; at++) {
      const word = own[at] ?? ''
      const [, flag, glued] = /^(--[a-z-]+|-[HdXu])(?:=?(.*))$/s.exec(word) ?? []
      if (flag === '-H' || flag === '--header') takeHeader(reading, expand(glued || (own[++at] ?? '')))
      else if (flag === '-d' || flag?.startsWith('--data') || flag === '--json') takeBody(reading, glued || (own[++at] ?? ''))
      else if (flag === '--url') reading.urls.push(expand(glued || (own[++at] ?? '')))
      else if (flag === '-X' || flag === '-u' || flag === '--request' || flag === '-x' || flag === '--proxy') at += glued ? 0 : 1
      else if (/^(?:https?:\/\/|\$|[\w-]+\.[\w.-]+)/i.test(word)) reading.urls.push(expand(word))
    }
    finish(reading)
    return reading.urls.length + reading.keys.length > 0 ? reading : undefined
  },
}

/** Variables of the same text stand for their values; a key that is a variable from elsewhere is no key. */
function expander(pasted: string): (word: string) => string {
  const values = new Map(assignments(pasted))
  return (word) =>
    word.replace(/\$(?:env:)?(?:\{(\w+)\}|(\w+))|%(\w+)%/g, (whole, ...names) => values.get(names.slice(0, 3).find(Boolean) ?? '') ?? whole)
}

function takeHeader(reading: Reading, header: string): void {
  const [, value] = headerKey.exec(header) ?? []
  if (value === undefined) return
  if (/^[$%]/.test(value.trim()))
    reading.notices.push(
      text('The command takes its key from a variable. Paste the key itself as well.', '命令中的密钥来自变量，请同时粘贴密钥本身。'),
    )
  else reading.keys.push(value)
}

function takeBody(reading: Reading, body: string): void {
  const [, model] = modelIn.exec(body) ?? []
  if (model !== undefined) reading.looseModels.add(model)
}

/** The protocol by the endpoint's path. */
function finish(reading: Reading): void {
  for (const url of reading.urls) {
    const protocol = protocolOf(url)
    if (protocol !== undefined) reading.protocols.add(protocol)
    const [, model] = /\/models\/([\w.-]+):/.exec(url) ?? []
    if (model !== undefined) reading.looseModels.add(model)
  }
}

const psHeader = /["']?(?:authorization|x-api-key|x-goog-api-key)["']?\s*[=:]\s*["'](?:bearer\s+)?([^"']+)["']/gi

/** Invoke-RestMethod and Invoke-WebRequest, or their short names. */
export const powershell: Recogniser = {
  id: 'powershell',
  label: text('PowerShell request', 'PowerShell 请求'),
  read(pasted) {
    if (!/\b(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)\b/i.test(pasted)) return undefined
    const reading = emptyReading()
    const expand = expander(pasted)
    const uri = /-Uri\s+["']?([^\s"'`]+)/i.exec(pasted)?.[1] ?? /https?:\/\/[^\s"'`]+/i.exec(pasted)?.[0]
    if (uri !== undefined) reading.urls.push(expand(uri))
    for (const [, value = ''] of pasted.matchAll(psHeader)) takeHeader(reading, `authorization: ${expand(value)}`)
    takeBody(reading, pasted)
    finish(reading)
    return reading
  },
}
