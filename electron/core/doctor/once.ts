/** Does the work when it is first asked for, and gives every asker the same answer. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= work()
    return answer
  }
}

/** As {@link once}, for each key. */
export function oncePer<K, T>(keyOf: (item: K) => string, work: (item: K) => Promise<T>): (item: K) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (item) => {
    const key = keyOf(item)
    const known = answers.get(key) ?? work(item)
    answers.set(key, known)
    return known
  }
}
