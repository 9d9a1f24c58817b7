import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../components/progress-bar'
import { useAppStore } from '../../store/context'
import { EntryRow } from './entry-row'
import type { TimelineItem } from './timeline'

interface TimelineViewProps {
  readonly items: readonly TimelineItem[]
  readonly scroller: RefObject<HTMLElement | null>
  /** A search looks through everything, so that older entries come in large parts. */
  readonly searching: boolean
}

/** Draws only what is in view, and asks for older entries when their end comes near. */
export function TimelineView({ items, scroller, searching }: TimelineViewProps) {
  const { t } = useTranslation()
  const more = useAppStore((state) => state.historyMore)
  const loading = useAppStore((state) => state.historyOlder)
  const loadOlder = useAppStore((state) => state.loadOlderHistory)
  // Kept here, because a row that leaves the view is forgotten.
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (id: string) => setOpen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  )
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'day' ? 44 : 40),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  const drawn = rows.getVirtualItems()
  const nearEnd = (drawn.at(-1)?.index ?? -1) >= items.length - 10
  useEffect(() => {
    if (nearEnd && more && !loading) void loadOlder(searching)
  }, [nearEnd, more, loading, loadOlder, searching])
  return (
    <>
      <ol className="relative" style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={more ? -1 : items.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'day' ? (
                <h2 className="flex h-11 items-end pb-1.5 text-small font-medium text-ink-faint">{item.label}</h2>
              ) : (
                <EntryRow entry={item.entry} last={item.last} open={open.has(item.id)} onToggle={toggle} />
              )}
            </li>
          )
        })}
      </ol>
      {loading && <ProgressBar label={t('common.loading')} />}
    </>
  )
}
