import { ArrowLeftRight, ChevronRight, RotateCcw, Undo2, Wrench } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/model/switch'
import { Button } from '../../components/button'
import { DiffView } from '../../components/diff-view'
import { ProblemNote } from '../../components/problem-note'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { timeOf } from './timeline'

const icons = { switch: ArrowLeftRight, undo: Undo2, restore: RotateCcw, fix: Wrench }

interface EntryRowProps {
  readonly entry: HistoryEntry
  /** Whether the rail ends here. */
  readonly last: boolean
  readonly open: boolean
  readonly onToggle: (id: string) => void
}

/** One transaction: when, what, from where; its lines behind a fold, its undo beside it. */
export const EntryRow = memo(function EntryRow({ entry, last, open, onToggle }: EntryRowProps) {
  const { t, i18n } = useTranslation()
  const local = useLocal()
  const foldId = useId()
  const undoEntry = useAppStore((state) => state.undoEntry)
  const tools = useAppStore((state) => state.tools)
  const { run, busy, problem, clear } = useTask()
  const [again, setAgain] = useState(false)
  const title = local(entry.title)
  const undone = entry.undoneBy !== undefined
  const past = undone || entry.action === 'undo'
  const shells = { desktop: t('shell.desktop'), terminal: t('shell.terminal'), web: t('shell.web') }
  const deeds = { switch: t('history.switch'), undo: t('history.undo'), restore: t('history.restore'), fix: t('history.fix') }
  const labels = entry.tools.map((id) => tools.find((tool) => tool.descriptor.id === id)?.descriptor.label ?? id)
  const Icon = icons[entry.action]
  const undo = async () => setAgain(!(await run(() => undoEntry(entry.id))))
  return (
    <div className="relative pl-8">
      {!last && <span aria-hidden="true" className="absolute top-6 bottom-[-16px] left-[11px] w-0.5 bg-rail" />}
      <span
        aria-hidden="true"
        className={classes(
          'absolute top-[9px] left-px flex size-[22px] items-center justify-center rounded-full border bg-canvas',
          past ? 'border-line-firm text-ink-faint' : 'border-accent text-accent-text',
        )}
      >
        <Icon size={12} />
      </span>
      <div className="flex min-h-10 items-center gap-3 rounded-md pr-1 hover:bg-hover">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? foldId : undefined}
          onClick={() => onToggle(entry.id)}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 text-left"
        >
          <ChevronRight
            size={14}
            aria-hidden="true"
            className={classes('shrink-0 text-ink-faint transition-transform duration-(--quick)', open && 'rotate-90')}
          />
          <span className="nums w-11 shrink-0 text-ink-soft">{timeOf(entry.at, i18n.language)}</span>
          <span className="sr-only">{deeds[entry.action]}</span>
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
            <span className="nums min-w-16 text-right">{t('history.files', { count: entry.files.length })}</span>
          </span>
        </button>
        {undone ? (
          <span className="min-w-18 text-center text-small text-ink-faint">{t('history.undone')}</span>
        ) : (
          <Button
            size="small"
            look="ghost"
            busy={busy}
            className="min-w-18"
            aria-label={t('history.undoEntry', { title })}
            onClick={() => void undo()}
          >
            <Undo2 size={14} aria-hidden="true" />
            {again ? t('common.tryAgain') : t('common.undo')}
          </Button>
        )}
      </div>
      {problem && (
        <div className="pt-1 pb-3 pl-2">
          <ProblemNote problem={problem}>
            <Button size="small" onClick={clear}>
              {t('common.close')}
            </Button>
          </ProblemNote>
        </div>
      )}
      {open && (
        <div id={foldId} className="flex flex-col gap-2.5 pt-1 pb-4 pl-2">
          {entry.files.map((file) => (
            <DiffView key={file.path} file={file} />
          ))}
        </div>
      )}
    </div>
  )
})
