import { chmodSync, existsSync, renameSync } from 'node:fs'
import { dirname, parse } from 'node:path'
import ElectronStore from 'electron-store'
import type { JsonStore } from '../core/host'
import { asidePath } from '../core/json-store'
import { parseStore, serializeStore } from '../core/store-format'

type Document = Record<string, unknown>

/**
 * A JSON document kept by electron-store (11.0.2) in the format that the other shells read and write too. Its constructor throws for a file
 * that is not JSON, so it is made anew for every use: a file that breaks, or is mended, while the app runs is noticed. Without defaults it never
 * writes on its own.
 * @param path absolute, ends with `.json`
 */
export function electronStore(path: string): JsonStore {
  const open = () =>
    new ElectronStore<Document>({
      cwd: dirname(path),
      name: parse(path).name,
      // electron-store's own default is 0666.
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
      deserialize: (content) => parseDocument(path, content),
      serialize: serializeStore,
    })
  return {
    path,
    read: () => (existsSync(path) ? { ...open().store } : undefined),
    write(value) {
      if (!isDocument(value)) throw new TypeError(`${path} takes an object only.`)
      open().store = { ...value }
    },
    setAside() {
      const aside = asidePath(path, new Date())
      renameSync(path, aside)
      chmodSync(aside, 0o600)
      return aside
    },
  }
}

/** The parser's own words are left out: they quote the text, and the text may hold keys. */
function parseDocument(path: string, content: string): Document {
  let value: unknown
  try {
    value = parseStore(content)
  } catch {
    throw new SyntaxError(`${path} is not valid JSON.`)
  }
  if (!isDocument(value)) throw new SyntaxError(`${path} does not hold a JSON object.`)
  return value
}

const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value)
