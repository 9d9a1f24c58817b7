import { closeSync, openSync, readSync } from 'node:fs'

/** How much of a file is held at a time, in bytes. A line that is longer is not found. */
export const CHUNK = 1 << 18
/** The first piece: where it is enough, no more is read. */
const FIRST = 1 << 12
const LINE_END = 10

/** Takes a line, without its end, or passes it over with undefined. */
export type Accept<T> = (line: string) => T | undefined

/** The first accepted line that holds these bytes. Only lines that hold them are decoded. */
export function findLineIn<T>(content: Buffer, wanted: Buffer, accept: Accept<T>): T | undefined {
  for (let at = content.indexOf(wanted); at >= 0; ) {
    const end = content.indexOf(LINE_END, at)
    const until = end < 0 ? content.length : end
    const taken = accept(content.toString('utf8', content.lastIndexOf(LINE_END, at) + 1, until))
    if (taken !== undefined) return taken
    at = content.indexOf(wanted, until)
  }
  return undefined
}

/** As `findLineIn`, for a file that need not be read to its end, nor held whole. */
export function findLine<T>(file: string, wanted: Buffer, accept: Accept<T>): T | undefined {
  const fd = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK)
    for (let kept = 0, room = FIRST; ; room = CHUNK) {
      const filled = kept + readSync(fd, buffer, kept, Math.min(room, CHUNK - kept), null)
      const isLast = filled === kept
      const whole = isLast ? filled : buffer.subarray(0, filled).lastIndexOf(LINE_END) + 1
      const taken = findLineIn(buffer.subarray(0, whole), wanted, accept)
      if (taken !== undefined || isLast) return taken
      buffer.copyWithin(0, whole, filled)
      kept = filled - whole
    }
  } finally {
    closeSync(fd)
  }
}
