import { History, MoreHorizontal, RotateCcw, Undo2 } from 'lucide-react'
import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { Menu, MenuItem } from '../../components/menu'
import { ProblemNote } from '../../components/problem-note'
import { ProgressBar } from '../../components/progress-bar'
import { ScreenHeader } from '../../components/screen-header'
import { SearchField } from '../../components/search-field'
import { Select } from '../../components/select-field'
import { shortcut } from '../../lib/keyboard'
import { useSlow } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { filterHistory, type HistoryFilter, timelineOf } from './timeline'
import { TimelineView } from './timeline-view'

/** Everything that Switchyard wrote, newest first, each with its way back. */
export function HistoryScreen() {
  const { t } = useTranslation()
  const loadHistory = useAppStore((state) => state.loadHistory)
  const openPlan = useAppStore((state) => state.openPlan)
  const undo = useAppStore((state) => state.undo)
  const platform = useAppStore((state) => state.host?.platform)
  const tools = useAppStore((state) => state.tools)
  const empty = useAppStore((state) => state.history.length === 0)
  const undoable = useAppStore((state) => state.history.some((entry) => !entry.undoneBy && entry.action !== 'undo'))
  const [filter, setFilter] = useState<HistoryFilter>({ query: '', tool: '' })
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void loadHistory()
  }, [loadHistory])
  return (
    <>
      <ScreenHeader title={t('nav.history')}>
        {!empty && (
          <>
            <SearchField label={t('history.search')} value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
            <Select
              className="w-32 max-mid:w-28"
              aria-label={t('history.tool')}
              value={filter.tool}
              onPick={(tool) => setFilter({ ...filter, tool })}
              choices={[{ id: '', label: t('history.allTools') }, ...tools.map(({ descriptor: { id, label } }) => ({ id, label }))]}
            />
          </>
        )}
        <Button disabled={!undoable} onClick={() => void undo()} title={shortcut('Z', platform)} aria-label={t('history.undoLast')}>
          <Undo2 size={15} aria-hidden="true" />
          <span className="max-mid:hidden">{t('history.undoLast')}</span>
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
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto px-6 pb-8 max-mid:px-4">
        <Timeline filter={filter} scroller={scroller} onReset={() => setFilter({ query: '', tool: '' })} />
      </div>
    </>
  )
}

interface TimelineProps {
  readonly filter: HistoryFilter
  readonly scroller: RefObject<HTMLElement | null>
  readonly onReset: () => void
}

function Timeline({ filter, scroller, onReset }: TimelineProps) {
  const { t, i18n } = useTranslation()
  const load = useAppStore((state) => state.historyLoad)
  const problem = useAppStore((state) => state.historyProblem)
  const history = useAppStore((state) => state.history)
  const more = useAppStore((state) => state.historyMore)
  const loadHistory = useAppStore((state) => state.loadHistory)
  const slow = useSlow(load === 'loading')
  const asked = useDeferredValue(filter)
  const found = useMemo(() => filterHistory(history, asked), [history, asked])
  const items = useMemo(() => timelineOf(found, i18n.language), [found, i18n.language])
  const searching = asked.query !== '' || asked.tool !== ''

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
    <>
      <p role="status" className="sr-only">
        {searching && t('history.found', { count: found.length })}
      </p>
      <TimelineView items={items} scroller={scroller} searching={searching} />
      {items.length === 0 && !more && (
        <div className="flex flex-col items-center gap-3 py-14 text-center">
          <p className="text-ink-soft">{t('history.noMatch')}</p>
          <Button onClick={onReset}>{t('history.showAll')}</Button>
        </div>
      )}
    </>
  )
}
