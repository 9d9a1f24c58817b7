/** Lays rows out in columns, two blanks apart; wide characters (Chinese, emoji) take two places. The last column is not padded. */
export function columns(
  rows: readonly (readonly string[])[],
  style: (cell: string, row: number, column: number) => string = (cell) => cell,
): string {
  const widths = rows.reduce<readonly number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, displayWidth(cell))), [])
  return rows
    .map((row, line) =>
      row
        .map((cell, at) => style(cell, line, at) + (at === row.length - 1 ? '' : ' '.repeat((widths[at] ?? 0) - displayWidth(cell) + 2)))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

const unusual = /[^\x20-\x7e]/

/** Places that a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (!unusual.test(text)) return text.length
  let width = 0
  for (const char of text) width += wide.test(char) ? 2 : /\p{Mn}|\p{Cf}/u.test(char) ? 0 : 1
  return width
}
