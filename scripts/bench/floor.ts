import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/** The least that a durable switch can cost: these very bytes, each to a temporary file, fsync, rename, fsync of the folder. Plain Node, milliseconds. */
export function writeFloor(contents: Readonly<Record<string, Buffer>>): number {
  const from = process.hrtime.bigint()
  for (const [file, bytes] of Object.entries(contents)) {
    const temp = `${file}.floor`
    const fd = openSync(temp, 'w', 0o600)
    writeSync(fd, bytes)
    fsyncSync(fd)
    closeSync(fd)
    renameSync(temp, file)
    const folder = openSync(path.dirname(file), 'r')
    fsyncSync(folder)
    closeSync(folder)
  }
  return Number(process.hrtime.bigint() - from) / 1e6
}

export const bytesOf = (files: readonly string[]): Record<string, Buffer> =>
  Object.fromEntries(files.map((file) => [file, readFileSync(file)]))
