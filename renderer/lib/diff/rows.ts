import type { DiffLine } from './parse-diff'
import { type Part, wordDiff } from './word-diff'

export type TextLine = Extract<DiffLine, { kind: 'same' | 'added' | 'removed' }>

/** A line with what of it is different from its counterpart; without parts it has none, or is the same. */
export interface MarkedLine {
  readonly line: TextLine
  readonly parts?: readonly Part[]
}

/** What is drawn, one below the other. A row has the old line, the new one, or both where they stand for each other. */
export type DiffRow = { readonly id: number } & (
  | { readonly kind: 'lines'; readonly old?: MarkedLine; readonly new?: MarkedLine }
  | { readonly kind: 'fold'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'note'; readonly text: string }
)

/** A run of unchanged lines longer than this is folded, but for what stands next to a change. */
const longRun = 10
const kept = 3

/** The lines of a diff as rows: removed and added lines of one place side by side, long unchanged runs folded. */
export function rowsOf(lines: readonly DiffLine[]): readonly DiffRow[] {
  const rows: DiffRow[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line === undefined) break
    if (line.kind === 'gap' || line.kind === 'note') {
      rows.push(line)
      at += 1
      continue
    }
    const run = takeRun(lines, at, line.kind === 'same' ? ['same'] : ['removed', 'added'])
    rows.push(...(line.kind === 'same' ? unchanged(run, at === 0, at + run.length === lines.length) : pairs(run)))
    at += run.length
  }
  return rows
}

function takeRun(lines: readonly DiffLine[], from: number, kinds: readonly DiffLine['kind'][]): readonly TextLine[] {
  const run: TextLine[] = []
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || line.kind === 'gap' || line.kind === 'note' || !kinds.includes(line.kind)) break
    run.push(line)
  }
  return run
}

function unchanged(run: readonly TextLine[], first: boolean, last: boolean): readonly DiffRow[] {
  const row = (line: TextLine): DiffRow => ({ id: line.id, kind: 'lines', old: { line }, new: { line } })
  const [head, tail] = [first ? 0 : kept, last ? 0 : kept]
  const hidden = run.slice(head, run.length - tail)
  if (hidden.length <= longRun) return run.map(row)
  return [...run.slice(0, head).map(row), { id: hidden[0]?.id ?? 0, kind: 'fold', lines: hidden }, ...run.slice(run.length - tail).map(row)]
}

/** The nth removed line stands for the nth added one. */
function pairs(run: readonly TextLine[]): readonly DiffRow[] {
  const removed = run.filter(({ kind }) => kind === 'removed')
  const added = run.filter(({ kind }) => kind === 'added')
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at): DiffRow => {
    const [old, fresh] = [removed[at], added[at]]
    const id = (old ?? fresh)?.id ?? 0
    if (old === undefined || fresh === undefined) return { id, kind: 'lines', old: old && { line: old }, new: fresh && { line: fresh } }
    const words = wordDiff(old.text, fresh.text)
    return { id, kind: 'lines', old: { line: old, parts: words.old }, new: { line: fresh, parts: words.new } }
  })
}

/** Rows in the order of a unified diff: within one run of changes all removed lines come first. */
export function unified(rows: readonly DiffRow[]): readonly DiffRow[] {
  const out: DiffRow[] = []
  let added: DiffRow[] = []
  const flush = () => {
    out.push(...added)
    added = []
  }
  for (const row of rows) {
    const change = row.kind === 'lines' && row.old?.line.kind !== 'same'
    if (!change) {
      flush()
      out.push(row)
    } else {
      if (row.old) out.push({ ...row, new: undefined })
      if (row.new) added.push({ ...row, id: row.new.line.id, old: undefined })
    }
  }
  flush()
  return out
}
