import type { IncomingMessage } from 'node:http'
import { depthOf } from '../core/json-depth'
import { badJson, tooDeep, tooLarge } from './refusal'

/**
 * Reads a JSON body, size in bytes and depth in levels.
 * @throws {Refusal} 413 too large, 400 too deep or not JSON
 */
export async function readJson(request: IncomingMessage, limit: { readonly size: number; readonly depth: number }): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limit.size) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed when it is too large: the refusal goes out through the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
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
