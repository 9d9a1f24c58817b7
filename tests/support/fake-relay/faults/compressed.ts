import { once } from 'node:events'
import { promisify } from 'node:util'
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib'
import { type Chunk, type Reply, withBody } from '../reply'
import type { FaultDefinition } from './fault'

/** A compressed body, whether the client accepts it or not; a stream is flushed after every event. */
export interface CompressedFault {
  readonly kind: 'compressed'
  readonly encoding: 'gzip' | 'br' | 'deflate'
  /** True: only the header says so, and the body is plain. */
  readonly lies?: boolean
}

const makers = { gzip: createGzip, br: createBrotliCompress, deflate: createDeflate } as const

export const compressedFault: FaultDefinition<CompressedFault> = {
  async apply(reply, { encoding, lies = false }): Promise<Reply> {
    const chunks = lies ? reply.chunks : await compress(reply.chunks, encoding)
    const changed = withBody(reply, chunks)
    return { ...changed, headers: { ...changed.headers, 'content-encoding': encoding, vary: 'accept-encoding' } }
  },
}

async function compress(chunks: readonly Chunk[], encoding: CompressedFault['encoding']): Promise<readonly Chunk[]> {
  const zip = makers[encoding]()
  const flush = promisify((done: () => void) => zip.flush(done))
  const made: Buffer[] = []
  let pending: Buffer[] = []
  zip.on('data', (part: Buffer) => pending.push(part))
  for (const chunk of chunks) {
    zip.write(chunk)
    await flush()
    made.push(Buffer.concat(pending))
    pending = []
  }
  const ended = once(zip, 'end')
  zip.end()
  await ended
  return [...made.slice(0, -1), Buffer.concat([made.at(-1) ?? Buffer.alloc(0), ...pending])]
}
