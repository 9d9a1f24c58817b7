import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** Each piece is handed on as soon as it can be read: a compressed stream must not look like a held-back one. */
const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }
const brotli = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH }

/** The body without its compression: some proxies compress though nobody asked for it. */
export function decoded(message: IncomingMessage): Duplex | IncomingMessage {
  const made = decoderFor(String(message.headers['content-encoding'] ?? '').toLowerCase())
  return made === undefined ? message : message.pipe(made)
}

function decoderFor(encoding: string): Duplex | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip(flush)
  if (encoding === 'deflate') return createInflate(flush)
  return encoding === 'br' ? createBrotliDecompress(brotli) : undefined
}
