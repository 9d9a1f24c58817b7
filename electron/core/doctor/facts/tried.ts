import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The answer of a look at the disk, or undefined where the system refuses it (not there, no permission). */
export function tried<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Larger texts are no start-up files. */
const LARGEST = 1024 * 1024

/** A small text file, or undefined where there is none that can be read. */
export const textOf = (file: string): string | undefined =>
  tried(() => {
    const stat = statSync(file, { throwIfNoEntry: false })
    return stat?.isFile() === true && stat.size <= LARGEST ? readFileSync(file, 'utf8') : undefined
  })

/** The folder, or the nearest one above it that is there. */
export function existingAbove(folder: string): string | undefined {
  if (existsSync(folder)) return folder
  const above = path.dirname(folder)
  return above === folder ? undefined : existingAbove(above)
}
