/** Works a value out when it is first asked for, and keeps it. A failure is not kept. */
export function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: work() }
    return known.value
  }
}
