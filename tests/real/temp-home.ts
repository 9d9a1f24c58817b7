import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface TempHome {
  /** HOME of the tools. */
  readonly home: string
  /** Working folder of the tools, outside HOME. */
  readonly scratch: string
  /** Switchyard's data folder. */
  readonly data: string
  remove(): void
}

export type Files = Readonly<Record<string, string>>

/** A fresh home with the given files in it, an empty working folder, and a data folder. */
export function createTempHome(files: Files = {}): TempHome {
  const root = mkdtempSync(join(tmpdir(), 'real-cli-'))
  const [home, scratch, data] = ['home', 'scratch', 'data'].map((name) => join(root, name)) as [string, string, string]
  for (const folder of [home, scratch]) mkdirSync(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  return { home, scratch, data, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Every regular file under a folder, as relative path to bytes. */
export function snapshot(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}
