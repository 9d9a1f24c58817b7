/** A part of a line; changed parts are those that the other line does not have. */
export interface Part {
  readonly text: string
  readonly changed: boolean
}

export interface WordDiff {
  readonly old: readonly Part[]
  readonly new: readonly Part[]
}

/** Lines with more words than this are compared by their two ends alone. */
const mostWords = 200

const wordsOf = (line: string): readonly string[] => line.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? []

/** What of two lines that stand for each other is different, word by word. Lines with almost nothing in common differ as a whole. */
export function wordDiff(before: string, after: string): WordDiff {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const same = a.length > mostWords || b.length > mostWords ? ends(a, b) : common(a, b)
  const shared = a.filter((word, at) => same.old.has(at) && /[\p{L}\p{N}]/u.test(word)).join('').length
  const whole = shared * 6 < Math.max(before.trim().length, after.trim().length)
  return { old: partsOf(a, whole ? new Set() : same.old), new: partsOf(b, whole ? new Set() : same.new) }
}

interface Same {
  readonly old: ReadonlySet<number>
  readonly new: ReadonlySet<number>
}

/** Words that both ends have in common. */
function ends(a: readonly string[], b: readonly string[]): Same {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const kept = (length: number) => new Set(Array.from({ length }, (_, at) => at).filter((at) => at < head || at >= length - tail))
  return { old: kept(a.length), new: kept(b.length) }
}

/** The longest common run of words, by the usual table. */
function common(a: readonly string[], b: readonly string[]): Same {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1))
  const [old, fresh] = [new Set<number>(), new Set<number>()]
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      old.add(i)
      fresh.add(j)
      i += 1
      j += 1
    } else if (cell(i + 1, j) >= cell(i, j + 1)) i += 1
    else j += 1
  }
  return { old, new: fresh }
}

function partsOf(words: readonly string[], same: ReadonlySet<number>): readonly Part[] {
  const parts: { text: string; changed: boolean }[] = []
  words.forEach((text, at) => {
    const changed = !same.has(at)
    const last = parts.at(-1)
    if (last?.changed === changed) last.text += text
    else parts.push({ text, changed })
  })
  return parts
}
