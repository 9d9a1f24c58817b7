import { parse } from 'jsonc-parser'
import { text } from '../../../shared/model/text'
import { emptyReading, hasFound, type Reading, type Recogniser } from './reading'
import { runsCode } from './risks'
import { readTomlText } from './toml'
import { take, toolOfApp } from './vocabulary'

const deepest = 12
/** The parser goes down by recursion, so what is deeper is not handed to it. */
const deepestParsed = 100

/** A JSON document or a part of one, with comments and trailing commas. Undefined when it holds no members. */
export function parseLoosely(pasted: string): unknown {
  const bare = pasted.trim()
  const from = bare.indexOf('{')
  const to = bare.lastIndexOf('}')
  const isPart = /^"[^"\n]+"\s*:/.test(bare)
  const body = isPart ? `{${bare}}` : from >= 0 ? bare.slice(from, to > from ? to + 1 : undefined) : undefined
  return body === undefined || !/"[^"\n]+"\s*:/.test(body) || isDeep(body) ? undefined : parse(body, [], { allowTrailingComma: true })
}

function isDeep(body: string): boolean {
  let depth = 0
  for (const sign of body) {
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    if (depth > deepestParsed) return true
  }
  return false
}

/** Takes every named text of a parsed document, at any depth. */
export function takeDocument(reading: Reading, value: unknown, tool?: string, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') takeMember(reading, name, member, tool)
    else {
      runsCode(reading, name)
      if (!/^(?:hooks|statusLine|mcpServers|mcp_servers|permissions)$/.test(name)) takeDocument(reading, member, tool, depth + 1)
    }
  }
}

function takeMember(reading: Reading, name: string, value: string, tool: string | undefined): void {
  // A Codex entry of other switchers: `{auth, config: "<toml>"}`.
  if (name === 'config' && /(?:^|\n)\s*(?:\[|[\w.-]+\s*=)/.test(value)) readTomlText(reading, value)
  else if (/^(?:name|title)$/i.test(name)) reading.name ??= value
  else if (/^(?:website|websiteUrl|homepage)$/i.test(name)) reading.website ??= value
  else if (/^app(?:_?type)?$/i.test(name)) reading.tools.add(toolOfApp(value))
  else take(reading, name, value, tool)
}

export const json: Recogniser = {
  id: 'json',
  label: text('JSON settings', 'JSON 配置'),
  read(pasted) {
    const document = parseLoosely(pasted)
    if (document === undefined) return undefined
    const reading = emptyReading()
    takeDocument(reading, document)
    return hasFound(reading) ? reading : undefined
  },
}
