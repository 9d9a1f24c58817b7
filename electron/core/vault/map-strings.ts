/** A copy of a JSON value with every string in it mapped; names of fields stay. */
export function mapStrings<T>(value: T, map: (text: string) => string): T {
  return mapped(value, map) as T
}

function mapped(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapped(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, map)]))
}

/** Every string in a JSON value. */
export function stringsIn(value: unknown): string[] {
  const found: string[] = []
  mapStrings(value, (text) => {
    found.push(text)
    return text
  })
  return found
}
