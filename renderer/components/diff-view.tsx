import { useTranslation } from 'react-i18next'
import type { FileDiff } from '../../shared/model/switch'
import { classes } from '../lib/classes'
import { countDiff, type DiffLine, parseDiff } from '../lib/parse-diff'

/** One file's change, line by line. */
export function DiffView({ file }: { readonly file: FileDiff }) {
  const { t } = useTranslation()
  const lines = parseDiff(file.diff)
  const count = countDiff(lines)
  const words = { create: t('diff.create'), modify: t('diff.modify'), delete: t('diff.delete') }
  return (
    <figure aria-label={t('diff.of', { path: file.path })} className="overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-center gap-3 border-b border-line bg-canvas px-3 py-1.5">
        <span className="min-w-0 flex-1 font-code text-small text-ink break-path">{file.path}</span>
        <span className="text-small text-ink-faint">{words[file.change]}</span>
        <span className="nums font-code text-small">
          <span className="text-added-text">+{count.added}</span> <span className="text-removed-text">−{count.removed}</span>
        </span>
      </figcaption>
      <div className="bg-surface py-1 font-code text-small leading-5">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </div>
    </figure>
  )
}

const rows = { added: 'bg-added text-added-text', removed: 'bg-removed text-removed-text', same: 'text-ink-soft' }
const signs = { added: '+', removed: '−', same: ' ' }

function Line({ line }: { readonly line: DiffLine }) {
  const { t } = useTranslation()
  if (line.kind === 'gap') return <div className="my-1 border-y border-line bg-canvas px-3 text-ink-faint">⋯</div>
  if (line.kind === 'note') return <div className="px-3 text-ink-faint italic">{line.text}</div>
  const spoken = { added: t('diff.added'), removed: t('diff.removed'), same: '' }
  return (
    <div className={classes('flex px-3', rows[line.kind])}>
      <span aria-hidden="true" className="nums w-8 shrink-0 pr-3 text-right text-mini leading-5 text-ink-faint select-none">
        {line.kind === 'removed' ? line.old : line.new}
      </span>
      <span aria-hidden="true" className="w-4 shrink-0 select-none">
        {signs[line.kind]}
      </span>
      {spoken[line.kind] && <span className="sr-only">{spoken[line.kind]}</span>}
      <span className="min-w-0 whitespace-pre-wrap break-path">{line.text || ' '}</span>
    </div>
  )
}
