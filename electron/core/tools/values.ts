import type { ConfigObject, ConfigValue, Path } from '../files/editor'

export const isObject = (value: ConfigValue | undefined): value is ConfigObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path of keys; undefined where the way ends. Own keys only. */
export function valueAt(root: ConfigValue | undefined, path: Path): ConfigValue | undefined {
  return path.reduce<ConfigValue | undefined>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), root)
}

/** The string at a path; undefined for anything else, and for blanks. */
export function stringAt(root: ConfigValue | undefined, path: Path): string | undefined {
  const value = valueAt(root, path)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The entries that have a value: how an optional part of a record is written. */
export const present = (entries: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined))
