import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'

/** File descriptors that had to fall back to a stream, so that later text stays behind earlier text. */
type Streams = { 1?: Writable; 2?: Writable }

export interface Writer {
  write(fd: 1 | 2, content: string): void
  /** Resolves when all has been handed to the system, so that the process may end. */
  written(): Promise<void>
}

/**
 * Writes to standard output (1) and error (2) without the cost of Node's streams. A reader that has gone away is no error: what was asked for is
 * done all the same.
 */
export function createWriter(): Writer {
  const streams: Streams = {}
  return {
    write(fd, content) {
      const bytes = Buffer.from(content)
      let at = 0
      try {
        while (!streams[fd] && at < bytes.length) at += writeSync(fd, bytes, at)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'EPIPE') return
        if (code !== 'EAGAIN') throw error
        streams[fd] = openStream(fd)
      }
      if (at < bytes.length) streams[fd]?.write(bytes.subarray(at))
    },
    async written() {
      // An empty write is called back behind all others, also when the reader has gone away.
      for (const stream of Object.values(streams)) await new Promise<void>((resolve) => stream.write('', () => resolve()))
    },
  }
}

function openStream(fd: 1 | 2): Writable {
  const stream = fd === 1 ? process.stdout : process.stderr
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return stream
}
