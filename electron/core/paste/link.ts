/** The first link of a scheme in a text, and its parameters; names in their own case, the last of several counts. */
export interface Link {
  readonly scheme: string
  /** Host and path, such as `v1/import`. */
  readonly target: string
  get(...names: readonly string[]): string | undefined
  /** Parameters that none of `known` names. */
  others(known: readonly string[]): readonly string[]
}

/** Reads a link by hand: `URL` treats the host of foreign schemes differently from runtime to runtime. Undefined when there is none, or its encoding is broken. */
export function findLink(text: string, scheme: string): Link | undefined {
  const found = new RegExp(`(?<![\\w])${scheme}://([^\\s"'<>\`]*)`, 'i').exec(text)?.[1]
  if (found === undefined) return undefined
  const [before = '', ...query] = (found.split('#')[0] ?? '').split('?')
  const parameters = new URLSearchParams(query.join('?'))
  const values = new Map([...parameters].map(([name, value]) => [name, value]))
  return {
    scheme,
    target: before.toLowerCase(),
    get: (...names) => names.map((name) => values.get(name)?.trim()).find((value) => value !== undefined && value !== ''),
    others: (known) => [...values.keys()].filter((name) => !known.includes(name)),
  }
}
