/** Names this much unlike are no help. */
const WORST = 0.6

/** Up to `count` of the names that are spelled most like one, nearest first. 10,000 names take some tens of milliseconds. Pure. */
export function nearestNames(wanted: string, names: readonly string[], count = 3): readonly string[] {
  const want = plain(wanted)
  const scored = names.map((name) => ({ name, score: unlikeness(want, plain(name)) })).filter(({ score }) => score < WORST)
  return scored
    .toSorted((a, b) => a.score - b.score || a.name.length - b.name.length)
    .slice(0, count)
    .map(({ name }) => name)
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/[._\s]/g, '-')

/** 0 for the same, 1 for nothing in common: edits per letter, better when the parts between dashes agree. */
function unlikeness(a: string, b: string): number {
  const parts = new Set(a.split('-'))
  const other = b.split('-')
  const shared = other.filter((part) => parts.has(part)).length / Math.max(parts.size, other.length)
  const length = Math.max(a.length, b.length, 1)
  // The edit distance is at least the difference in length, so most names need no further look.
  const least = Math.abs(a.length - b.length) / length
  if (least * 0.6 + (1 - shared) * 0.4 >= WORST) return 1
  return (edits(a, b) / length) * 0.6 + (1 - shared) * 0.4
}

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}
