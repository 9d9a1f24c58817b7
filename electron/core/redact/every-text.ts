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
    let copy: Record<string, unknown> | undefined
    for (const [name, item] of Object.entries(one)) {
      const walked = verbatim.has(name) ? item : walk(item)
      if (walked === item) continue
      copy ??= { ...one }
      copy[name] = walked
    }
    return copy ?? one
  }

  function walkList(list: readonly unknown[]): unknown {
    const walked = list.map(walk)
    return walked.every((item, index) => item === list[index]) ? list : walked
  }
}

const none: ReadonlySet<string> = new Set()
