/** The middle value of a list of figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** One line of the report. `limit` is what the project promises; a ratio is within this run. */
export interface Line {
  readonly what: string
  readonly value: number
  readonly unit: 'ratio' | 'ms' | 'MiB' | 'kB' | 'wake-ups'
  readonly limit: number | null
  /** The figures that it was made of. */
  readonly of: string
}

export const line = (what: string, value: number, unit: Line['unit'], limit: number | null, of: string): Line => ({
  what,
  value,
  unit,
  limit,
  of,
})

/** The report as a table for people. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, value, unit, limit, of }) => {
    const shown = unit === 'ratio' ? value.toFixed(2) : unit === 'wake-ups' ? String(value) : `${value.toFixed(1)} ${unit}`
    const held = limit === null ? '' : value <= limit ? 'holds' : 'MISSED'
    return [what, shown, limit === null ? '' : `<= ${limit}`, held, of]
  })
  const all = [['what', 'here', 'limit', '', 'of'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all.map((row) => row.map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  ')).join('\n')
}
