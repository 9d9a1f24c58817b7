/** How many lines of `before` are not in `after`, in order (by the longest common subsequence of lines). */
export function changedLines(before: string, after: string): number {
  const left = before.split('\n')
  const right = after.split('\n')
  let row = new Array<number>(right.length + 1).fill(0)
  for (const line of left) {
    const next = [0]
    right.forEach((other, at) => {
      next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return left.length - (row.at(-1) ?? 0)
}
