/** One line of a unified diff. `id` is unique within the diff; numbers count from 1; a gap stands between two hunks. */
export type DiffLine = { readonly id: number } & Line

type Line =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string; readonly old?: number; readonly new?: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'note'; readonly text: string }

const hunkHead = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/** Reads a unified diff of one file. File headers are left out; what stands before the first hunk is kept as notes. */
export function parseDiff(diff: string): readonly DiffLine[] {
  const lines: DiffLine[] = []
  const push = (line: Line) => lines.push({ ...line, id: lines.length })
  let inHunk = false
  let oldLine = 0
  let newLine = 0
  for (const raw of diff.replace(/\r?\n$/, '').split('\n')) {
    const head = hunkHead.exec(raw)
    if (head) {
      if (inHunk) push({ kind: 'gap' })
      inHunk = true
      oldLine = Number(head[1])
      newLine = Number(head[2])
    } else if (!inHunk) {
      if (!/^(---|\+\+\+|diff |index |=+$)/.test(raw) && raw.trim() !== '') push({ kind: 'note', text: raw })
    } else if (raw.startsWith('+')) push({ kind: 'added', text: raw.slice(1), new: newLine++ })
    else if (raw.startsWith('-')) push({ kind: 'removed', text: raw.slice(1), old: oldLine++ })
    else if (raw.startsWith('\\')) push({ kind: 'note', text: raw.slice(1).trim() })
    else push({ kind: 'same', text: raw.slice(1), old: oldLine++, new: newLine++ })
  }
  return lines
}

export interface DiffCount {
  readonly added: number
  readonly removed: number
}

export const countDiff = (lines: readonly DiffLine[]): DiffCount => ({
  added: lines.filter((line) => line.kind === 'added').length,
  removed: lines.filter((line) => line.kind === 'removed').length,
})
