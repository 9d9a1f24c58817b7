import type { IncomingMessage } from 'node:http'
import { badJson, tooDeep, tooLarge } from './refusal'

/**
 * Reads a JSON body, size in bytes and depth in levels.
 * @throws {Refusal} 413 too large, 400 too deep or not JSON
 */
export async function readJson(request: IncomingMessage, limit: { readonly size: number; readonly depth: number }): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limit.size) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit.size) throw tooLarge()
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks).toString('utf8')
  if (depthOf(body) > limit.depth) throw tooDeep()
  try {
    return JSON.parse(body) as unknown
  } catch {
    throw badJson()
  }
}

/** Nesting of a JSON text, told before it is parsed. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at]
    if (quoted) {
      if (char === '\\') at += 1
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth -= 1
  }
  return deepest
}
