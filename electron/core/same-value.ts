import type { ConfigObject, ConfigValue, Path } from './files/editor'
import { isSealed } from './vault/seal'

const isObject = (value: unknown): value is ConfigObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Deep equality of config values; the order of keys does not matter. A sealed text equals any other: it is there only while the vault is locked, when
 * nothing can be said of it.
 */
export function sameValue(a: ConfigValue | undefined, b: ConfigValue | undefined): boolean {
  if (Object.is(a, b)) return true
  if (typeof a === 'string' && typeof b === 'string') return isSealed(a) || isSealed(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
}

/** The value at a path, or undefined. */
export function valueAt(root: ConfigObject | undefined, path: Path): ConfigValue | undefined {
  let at: ConfigValue | undefined = root
  for (const key of path) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined
    at = at[key]
  }
  return at
}

/** A copy without the values at these paths; containers that are empty then go too. */
export function without(root: ConfigObject, paths: readonly Path[]): ConfigObject {
  if (paths.length === 0) return root
  const result: Record<string, ConfigValue> = Object.create(null)
  for (const key of Object.keys(root)) {
    const value = root[key]
    if (value === undefined) continue
    const inside = paths.filter((path) => path[0] === key)
    if (inside.length === 0) {
      result[key] = value
      continue
    }
    if (inside.some((path) => path.length === 1) || !isObject(value)) continue
    const rest = without(
      value,
      inside.map((path) => path.slice(1)),
    )
    if (Object.keys(rest).length > 0) result[key] = rest
  }
  return result
}
