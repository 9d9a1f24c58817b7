import type { Problem } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import type { JsonStore } from './host'

/**
 * A store whose file is moved aside when it cannot be used, and is then empty: the app goes on, nothing is lost. Who asks first does not matter: it
 * is reported once, to `report`.
 */
export function guardedStore(store: JsonStore, isUsable: (value: unknown) => boolean, report: (problem: Problem) => void): JsonStore {
  return {
    ...store,
    read() {
      const value = readJson(store)
      if (value !== notJson && (value === undefined || isUsable(value))) return value
      report(setAside(store, store.setAside()))
      return undefined
    },
  }
}

const notJson = Symbol('not JSON')

function readJson(store: JsonStore): unknown {
  try {
    return store.read()
  } catch (error) {
    if (error instanceof SyntaxError) return notJson
    throw error
  }
}

const setAside = (store: JsonStore, path: string): Problem => ({
  code: 'store-broken',
  kind: 'internal',
  file: store.path,
  message: text(`${store.path} could not be read and was set aside as ${path}.`, `无法读取 ${store.path}，已另存为 ${path}。`),
  hint: text(
    'Nothing is lost: repair that file and put it back, or go on with a new one.',
    '数据没有丢失：可以修复该文件后放回，或继续使用新文件。',
  ),
})
