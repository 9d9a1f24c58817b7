/**
 * The value with every text in it replaced, at whatever depth; names of fields stay, and so do what the fields `verbatim` hold. What has no
 * text to replace is the very same value: nothing is copied in vain.
 */
export function everyText<T>(value: T, replace: (words: string) => string, verbatim: ReadonlySet<string> = none): T {
  return walk(value) as T

  function walk(one: unknown): unknown {
    if (typeof one === 'string') return replace(one)
    if (typeof one !== 'object' || one === null) return one
    if (Array.isArray(one)) return walkList(one)
    const fields = one as Record<string, unknown>
    let copy: Record<string, unknown> | undefined
    for (const name of Object.keys(fields)) {
      const item = fields[name]
      const walked = verbatim.has(name) ? item : walk(item)
      if (walked === item) continue
      copy ??= { ...fields }
      copy[name] = walked
    }
    return copy ?? one
  }

  function walkList(list: readonly unknown[]): unknown {
    let copy: unknown[] | undefined
    // By index: walking a record and its history by an iterator would be a tenth of the memory of a switch.
    for (let index = 0; index < list.length; index++) {
      const walked = walk(list[index])
      if (walked === list[index]) continue
      copy ??= [...list]
      copy[index] = walked
    }
    return copy ?? list
  }
}

const none: ReadonlySet<string> = new Set()

/** Every text in a JSON value. */
export function textsIn(value: unknown): string[] {
  const found: string[] = []
  everyText(value, (words) => {
    found.push(words)
    return words
  })
  return found
}
