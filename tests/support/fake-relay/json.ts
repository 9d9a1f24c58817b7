export type JsonObject = Readonly<Record<string, unknown>>

/** True for a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of an object that is a string; otherwise null. */
export function stringField(value: unknown, name: string): string | null {
  const field = isObject(value) ? value[name] : undefined
  return typeof field === 'string' ? field : null
}

/** True if a field of an object is exactly `true`. */
export function flagField(value: unknown, name: string): boolean {
  return isObject(value) && value[name] === true
}
