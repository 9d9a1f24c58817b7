import { Columns2, Rows2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileDiff } from '../../shared/model/switch'
import { countDiff, parseDiff } from '../lib/diff/parse-diff'
import { rowsOf, unified } from '../lib/diff/rows'
import { syntaxOf } from '../lib/diff/tokenize'
import { useWidth } from '../lib/use-width'
import { useAppStore } from '../store/context'
import { Button } from './button'
import { DiffRows } from './diff-rows'
import { IconButton } from './icon-button'

/** From this width on two columns have room, in CSS pixels. */
const wide = 920
/** Rows drawn at first, and with every press on "more". */
const page = 400

/** One file's change, line by line: in one column or two, as the width allows or the user chose. */
export function DiffView({ file }: { readonly file: FileDiff }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  const layout = useAppStore((state) => state.diffLayout)
  const setLayout = useAppStore((state) => state.setDiffLayout)
  const [shown, setShown] = useState(page)
  const lines = useMemo(() => parseDiff(file.diff), [file.diff])
  const split = layout === 'auto' ? width >= wide : layout === 'split'
  const rows = useMemo(() => (split ? rowsOf(lines) : unified(rowsOf(lines))), [lines, split])
  const count = countDiff(lines)
  const words = { create: t('diff.create'), modify: t('diff.modify'), delete: t('diff.delete') }
  const left = rows.length - shown
  return (
    <figure ref={frame} aria-label={t('diff.of', { path: file.path })} className="overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-center gap-3 border-b border-line bg-canvas py-1 pr-1.5 pl-3">
        <span className="min-w-0 flex-1 font-code text-small text-ink break-path">{file.path}</span>
        <span className="text-small text-ink-faint">{words[file.change]}</span>
        <span className="nums font-code text-small whitespace-nowrap">
          <span className="text-added-text">+{count.added}</span> <span className="text-removed-text">−{count.removed}</span>
        </span>
        <IconButton
          label={split ? t('diff.showUnified') : t('diff.showSplit')}
          onClick={() => setLayout(split ? 'unified' : 'split')}
          className="size-6"
        >
          {split ? <Rows2 size={14} aria-hidden="true" /> : <Columns2 size={14} aria-hidden="true" />}
        </IconButton>
      </figcaption>
      <DiffRows rows={rows.slice(0, shown)} split={split} syntax={syntaxOf(file.path)} />
      {left > 0 && (
        <div className="flex justify-center border-t border-line bg-canvas py-1.5">
          <Button size="small" look="ghost" onClick={() => setShown(shown + page * 5)}>
            {t('diff.moreRows', { count: left })}
          </Button>
        </div>
      )}
    </figure>
  )
}
