import { History, MoreHorizontal, RotateCcw, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { Menu, MenuItem } from '../../components/menu'
import { ProblemNote } from '../../components/problem-note'
import { ProgressBar } from '../../components/progress-bar'
import { ScreenHeader } from '../../components/screen-header'
import { shortcut } from '../../lib/keyboard'
import { useSlow } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { byDay } from './by-day'
import { EntryRow } from './entry-row'

/** Everything that Switchyard wrote, newest first, each with its way back. */
export function HistoryScreen() {
  const { t } = useTranslation()
  const loadHistory = useAppStore((state) => state.loadHistory)
  const openPlan = useAppStore((state) => state.openPlan)
  const undo = useAppStore((state) => state.undo)
  const platform = useAppStore((state) => state.host?.platform)
  const undoable = useAppStore((state) => state.history.some((entry) => !entry.undoneBy && entry.action !== 'undo'))
  useEffect(() => {
    void loadHistory()
  }, [loadHistory])
  return (
    <>
      <ScreenHeader title={t('nav.history')}>
        <Button disabled={!undoable} onClick={() => void undo()} title={shortcut('Z', platform)}>
          <Undo2 size={15} aria-hidden="true" />
          {t('history.undoLast')}
        </Button>
        <Menu
          trigger={
            <IconButton label={t('history.more')}>
              <MoreHorizontal size={16} aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuItem icon={<RotateCcw size={15} />} onSelect={() => void openPlan({ kind: 'restore' })}>
            {t('restore.action')}
          </MenuItem>
        </Menu>
      </ScreenHeader>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-8 max-mid:px-4">
        <Timeline />
      </div>
    </>
  )
}

function Timeline() {
  const { t, i18n } = useTranslation()
  const load = useAppStore((state) => state.historyLoad)
  const problem = useAppStore((state) => state.historyProblem)
  const history = useAppStore((state) => state.history)
  const more = useAppStore((state) => state.historyMore)
  const loadHistory = useAppStore((state) => state.loadHistory)
  const loadOlder = useAppStore((state) => state.loadOlderHistory)
  const slow = useSlow(load === 'loading')

  if (load === 'failed' && problem)
    return (
      <ProblemNote problem={problem}>
        <Button size="small" onClick={() => void loadHistory()}>
          {t('common.tryAgain')}
        </Button>
      </ProblemNote>
    )
  if (history.length === 0)
    return load === 'ready' ? (
      <div className="flex flex-col items-center gap-2 py-24 text-center">
        <History size={28} className="text-ink-faint" aria-hidden="true" />
        <p className="text-large font-medium">{t('history.empty')}</p>
        <p className="max-w-sm text-ink-soft">{t('history.emptyText')}</p>
      </div>
    ) : (
      slow && <ProgressBar label={t('common.loading')} />
    )
  return (
    <div className="flex flex-col gap-6">
      {byDay(history, i18n.language).map((day) => (
        <section key={day.label} aria-label={day.label} className="flex flex-col gap-1">
          <h2 className="text-small font-medium text-ink-faint">{day.label}</h2>
          <ol className="relative flex flex-col before:absolute before:top-4 before:bottom-4 before:left-[11px] before:w-0.5 before:bg-rail">
            {day.entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {more && (
        <Button className="self-center" onClick={() => void loadOlder()}>
          {t('history.older')}
        </Button>
      )}
    </div>
  )
}
