import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../lib/classes'
import { cutLine } from '../lib/diff/pieces'
import type { DiffRow, MarkedLine } from '../lib/diff/rows'
import type { Syntax, TokenKind } from '../lib/diff/tokenize'

interface DiffRowsProps {
  readonly rows: readonly DiffRow[]
  /** Old and new side by side. */
  readonly split: boolean
  readonly syntax: Syntax
}

export const DiffRows = memo(function DiffRows({ rows, split, syntax }: DiffRowsProps) {
  return (
    <div className="bg-surface py-1 font-code text-small leading-5">
      {rows.map((row) => (
        <Row key={`${row.kind}-${row.id}`} row={row} split={split} syntax={syntax} />
      ))}
    </div>
  )
})

function Row({ row, split, syntax }: { readonly row: DiffRow; readonly split: boolean; readonly syntax: Syntax }) {
  if (row.kind === 'gap') return <div className="my-1 border-y border-line bg-canvas px-3 text-ink-faint">⋯</div>
  if (row.kind === 'note') return <div className="px-3 text-ink-faint italic">{row.text}</div>
  if (row.kind === 'fold') return <Fold row={row} split={split} syntax={syntax} />
  if (!split) return <Line marked={row.old?.line.kind === 'removed' ? row.old : (row.new ?? row.old)} syntax={syntax} />
  return (
    <div className="grid grid-cols-2 divide-x divide-line">
      <Line marked={row.old} syntax={syntax} />
      <Line marked={row.new} syntax={syntax} quiet={row.new?.line.kind === 'same'} />
    </div>
  )
}

function Fold({
  row,
  split,
  syntax,
}: {
  readonly row: Extract<DiffRow, { kind: 'fold' }>
  readonly split: boolean
  readonly syntax: Syntax
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (open)
    return row.lines.map((line) => (
      <Row key={line.id} row={{ id: line.id, kind: 'lines', old: { line }, new: { line } }} split={split} syntax={syntax} />
    ))
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="my-1 block w-full border-y border-line bg-canvas px-3 text-left font-ui text-ink-soft -outline-offset-2 hover:text-ink"
    >
      {t('diff.unfold', { count: row.lines.length })}
    </button>
  )
}

const looks = { added: 'bg-added', removed: 'bg-removed', same: '' }
const signs = { added: '+', removed: '−', same: ' ' }
const marks = { added: 'bg-added-strong', removed: 'bg-removed-strong', same: '' }
const colours: Readonly<Record<TokenKind, string>> = {
  plain: 'text-ink',
  key: 'text-code-key',
  string: 'text-code-string',
  number: 'text-code-number',
  word: 'text-code-number',
  comment: 'text-ink-soft italic',
  mark: 'text-ink-soft',
}

interface LineProps {
  readonly marked: MarkedLine | undefined
  readonly syntax: Syntax
  /** The same text stands in the other column already, so assistive technology need not read it twice. */
  readonly quiet?: boolean
}

/** One line of a file; without one the place is empty. */
function Line({ marked, syntax, quiet = false }: LineProps) {
  const { t } = useTranslation()
  if (!marked) return <div className="bg-canvas" />
  const { line, parts } = marked
  const { kind } = line
  const { pieces, before, after } = cutLine(line.text, syntax, parts)
  const spoken = { added: t('diff.added'), removed: t('diff.removed'), same: '' }
  return (
    <div aria-hidden={quiet || undefined} className={classes('flex min-w-0 px-3', looks[kind])}>
      <span aria-hidden="true" className="nums w-8 shrink-0 pr-3 text-right text-mini leading-5 text-ink-soft select-none">
        {kind === 'removed' ? line.old : line.new}
      </span>
      <span
        aria-hidden="true"
        className={classes('w-4 shrink-0 select-none', kind === 'added' && 'text-added-text', kind === 'removed' && 'text-removed-text')}
      >
        {signs[kind]}
      </span>
      {spoken[kind] && <span className="sr-only">{spoken[kind]}</span>}
      <span className="min-w-0 whitespace-pre-wrap break-path">
        {before > 0 && <Cut count={before} />}
        {pieces.map(({ text, kind: token, changed, at }) => (
          <span
            key={at}
            className={classes(colours[token], changed && kind !== 'same' && `${marks[kind]} rounded-[2px] forced-colors:underline`)}
          >
            {text}
          </span>
        ))}
        {after > 0 && <Cut count={after} />}
      </span>
    </div>
  )
}

function Cut({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return <span className="font-ui text-ink-soft"> {t('diff.cut', { count })} </span>
}
