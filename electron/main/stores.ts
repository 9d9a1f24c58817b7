import { chmodSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname, parse } from 'node:path'
import type ElectronStore from 'electron-store'
import type { JsonStore } from '../core/host'
import { asidePath, plainJsonStore } from '../core/json-store'
import { parseStore, serializeStore } from '../core/store-format'

type Document = Record<string, unknown>

/** electron-store, loaded when the first screen is there: with its schema validator it is half of what the start would load. */
export interface LateStore {
  load(): Promise<void>
  loaded(): typeof ElectronStore | undefined
}

export function lateStore(): LateStore {
  let loaded: typeof ElectronStore | undefined
  return {
    loaded: () => loaded,
    async load() {
      loaded ??= (await import('electron-store')).default
    },
  }
}

/**
 * A JSON document kept by electron-store (11.0.2) in the format that the other shells read and write too. It is read afresh every time, so a file
 * that breaks, or is mended, while the app runs is noticed. Without defaults electron-store never writes on its own.
 * @param path absolute, ends with `.json`
 * @param late until it is loaded, the store of the other shells writes the same bytes
 */
export function electronStore(path: string, late: LateStore): JsonStore {
  return {
    path,
    read: () => (existsSync(path) ? parseDocument(path, readFileSync(path, 'utf8')) : undefined),
    write(value) {
      if (!isDocument(value)) throw new TypeError(`${path} takes an object only.`)
      const Store = late.loaded()
      if (Store === undefined) return plainJsonStore(path).write(value)
      openStore(Store, path).store = { ...value }
    },
    setAside() {
      const aside = asidePath(path, new Date())
      renameSync(path, aside)
      chmodSync(aside, 0o600)
      return aside
    },
  }
}

/** Made anew for every write: its constructor throws for a file that is not JSON. */
const openStore = (Store: typeof ElectronStore, path: string): ElectronStore<Document> =>
  new Store<Document>({
    cwd: dirname(path),
    name: parse(path).name,
    // electron-store's own default is 0666.
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    deserialize: (content) => parseDocument(path, content),
    serialize: serializeStore,
  })

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
