import { ChevronRight, Undo2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/model/switch'
import { Button } from '../../components/button'
import { DiffView } from '../../components/diff-view'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'
import { timeOf } from './by-day'

/** One transaction: when, what, from where; its lines behind a fold, its undo beside it. */
export function EntryRow({ entry }: { readonly entry: HistoryEntry }) {
  const { t, i18n } = useTranslation()
  const local = useLocal()
  const foldId = useId()
  const undo = useAppStore((state) => state.undo)
  const tools = useAppStore((state) => state.tools)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const title = local(entry.title)
  const undone = entry.undoneBy !== undefined
  const shells = { desktop: t('shell.desktop'), terminal: t('shell.terminal'), web: t('shell.web') }
  const labels = entry.tools.map((id) => tools.find((tool) => tool.descriptor.id === id)?.descriptor.label ?? id)
  return (
    <li className="relative pl-8">
      <span
        aria-hidden="true"
        className={classes(
          'absolute top-[13px] left-[5px] size-3.5 rounded-full border-[3px] bg-canvas',
          undone || entry.action === 'undo' ? 'border-rail' : 'border-accent',
        )}
      />
      <div className="flex min-h-10 items-center gap-3 rounded-md pr-1 hover:bg-hover">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={foldId}
          onClick={() => setOpen(!open)}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 text-left"
        >
          <ChevronRight
            size={14}
            aria-hidden="true"
            className={classes('shrink-0 text-ink-faint transition-transform duration-(--quick)', open && 'rotate-90')}
          />
          <span className="nums w-11 shrink-0 text-ink-faint">{timeOf(entry.at, i18n.language)}</span>
          <span className={classes('min-w-0 truncate font-medium', undone && 'text-ink-faint line-through')} title={title}>
            {title}
          </span>
          <span className="flex shrink-0 gap-1.5 text-ink-faint" title={labels.join(', ')}>
            {entry.tools.map((tool) => (
              <ToolGlyph key={tool} tool={tool} className="size-3.5" />
            ))}
          </span>
          <span className="sr-only">{labels.join(', ')}</span>
          <span className="ml-auto flex shrink-0 text-small text-ink-faint">
            <span className="max-mid:hidden">{shells[entry.shell]}</span>
            <span className="nums w-16 text-right">{t('history.files', { count: entry.files.length })}</span>
          </span>
        </button>
        {undone ? (
          <span className="w-18 text-center text-small text-ink-faint">{t('history.undone')}</span>
        ) : (
          <Button
            size="small"
            look="ghost"
            busy={busy}
            className="w-18"
            aria-label={t('history.undoEntry', { title })}
            onClick={() => {
              setBusy(true)
              void undo(entry.id).finally(() => setBusy(false))
            }}
          >
            <Undo2 size={14} aria-hidden="true" />
            {t('common.undo')}
          </Button>
        )}
      </div>
      {open && (
        <div id={foldId} className="flex flex-col gap-2.5 pt-1 pb-4 pl-2">
          {entry.files.map((file) => (
            <DiffView key={file.path} file={file} />
          ))}
        </div>
      )}
    </li>
  )
}
