import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { useAppStore } from '../../store/context'
import { searchProfiles, sortProfiles } from './arrange'
import { ProfileRow } from './profile-row'

/** Up to this many rows are all drawn: find-in-page and screen readers then know every one. */
const drawnAll = 150
/** Height of a row in px, as a first guess; rows are measured. */
const rowHeight = 57

/** All profiles. One row is in the tab order; the arrow keys move to the same control of the next one, with Alt they move the row. */
export function ProfileList({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation()
  const profiles = useAppStore((state) => state.profiles)
  // Typing must not wait for the rows.
  const query = useDeferredValue(useAppStore((state) => state.query))
  const tag = useAppStore((state) => state.tag)
  const sorting = useAppStore((state) => state.sorting)
  const results = useAppStore((state) => (state.sorting === 'latency' ? state.results : undefined))
  const status = useAppStore((state) => (state.sorting === 'used' ? state.status : undefined))
  const lastUsed = useAppStore((state) => (state.sorting === 'used' ? state.lastUsed : undefined))
  const setQuery = useAppStore((state) => state.setQuery)
  const setTag = useAppStore((state) => state.setTag)
  const moveProfile = useAppStore((state) => state.moveProfile)
  const [entered, setEntered] = useState<string>()
  const [margin, setMargin] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const sorted = useMemo(
    () => sortProfiles(profiles, sorting, { results, status, lastUsed }),
    [profiles, sorting, results, status, lastUsed],
  )
  const found = useMemo(() => searchProfiles(sorted, query, tag), [sorted, query, tag])
  const current = found.some((profile) => profile.id === entered) ? entered : found[0]?.id
  const movable = sorting === 'manual' && query === '' && tag === undefined
  const virtual = found.length > drawnAll
  const rows = useVirtualizer({
    count: virtual ? found.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => found[index]?.id ?? index,
    overscan: 8,
    scrollMargin: margin,
  })
  useLayoutEffect(() => {
    if (virtual) setMargin(list.current?.offsetTop ?? 0)
  }, [virtual])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    const at = found.findIndex((profile) => profile.id === current)
    if (by === undefined || at < 0) return
    event.preventDefault()
    const { currentTarget, target } = event
    if (event.altKey) {
      if (movable) void moveProfile(found[at]?.id ?? '', by)
    } else if (!focusSame(currentTarget, target, at + by) && found[at + by]) {
      rows.scrollToIndex(at + by)
      requestAnimationFrame(() => focusSame(currentTarget, target, at + by))
    }
  }

  if (found.length === 0)
    return (
      <div className="flex flex-col items-center gap-3 py-14 text-center">
        <p className="text-ink-soft">{t('profiles.noMatch', { query: query || (tag ?? '') })}</p>
        <Button
          onClick={() => {
            setQuery('')
            setTag(undefined)
          }}
        >
          {t('profiles.showAll')}
        </Button>
      </div>
    )
  const shown = virtual
    ? rows.getVirtualItems().flatMap((item) => {
        const profile = found[item.index]
        return profile ? [{ profile, index: item.index, top: item.start - margin }] : []
      })
    : found.map((profile, index) => ({ profile, index, top: undefined }))
  return (
    <section aria-label={t('profiles.list')} className="mx-6 max-mid:mx-4">
      <ul
        ref={list}
        onKeyDown={onKeyDown}
        style={virtual ? { height: rows.getTotalSize() } : undefined}
        className="relative divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-low"
      >
        {shown.map(({ profile, index, top }) => (
          <ProfileRow
            key={profile.id}
            profile={profile}
            index={index}
            total={found.length}
            top={top}
            movable={movable && profile.kind === 'relay'}
            inTabOrder={profile.id === current}
            onEnter={setEntered}
            measure={virtual ? rows.measureElement : undefined}
          />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {query && t('profiles.found', { count: found.length })}
      </p>
    </section>
  )
}

/** Moves the focus to the control of another row that is the counterpart of the focused one. False when that row is not drawn. */
function focusSame(list: HTMLElement, from: EventTarget, row: number): boolean {
  const column = from instanceof HTMLElement ? from.closest<HTMLElement>('[data-column]')?.dataset.column : undefined
  const target = list.querySelector(`[data-index="${row}"]`)
  const same = target?.querySelector<HTMLElement>(`[data-column="${column}"]:not(:disabled)`)
  const first = target?.querySelector<HTMLElement>('[data-column]:not(:disabled)')
  const next = same ?? first
  next?.focus()
  return next !== undefined && next !== null
}
