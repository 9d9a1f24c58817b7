import { useVirtualizer } from '@tanstack/react-virtual'
import { Check } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { Button } from '../../components/button'
import { SearchField } from '../../components/search-field'
import { classes } from '../../lib/classes'
import { hostOf } from '../../lib/host-of'
import { searchProfiles } from '../profiles/arrange'

/** Height of a row in px. */
const rowHeight = 44
/** Rows that PageUp and PageDown go over. */
const pageRows = 5

interface ExportChoiceProps {
  readonly profiles: readonly ProfileView[]
  readonly picked: ReadonlySet<string>
  readonly onPick: (picked: ReadonlySet<string>) => void
}

/** Profiles to choose from: a list box of several choices, of which only what is in view is drawn. */
export function ExportChoice({ profiles, picked, onPick }: ExportChoiceProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const sought = useDeferredValue(query)
  const found = useMemo(() => searchProfiles(profiles, sought), [profiles, sought])
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const at = Math.min(current, found.length - 1)
  const drawn = rows.getVirtualItems()
  const every = found.length > 0 && found.every((profile) => picked.has(profile.id))

  const search = (text: string) => {
    setQuery(text)
    setCurrent(0)
    rows.scrollToOffset(0)
  }
  const go = (index: number) => {
    const next = Math.max(0, Math.min(found.length - 1, index))
    setCurrent(next)
    rows.scrollToIndex(next)
  }
  const toggle = (index: number) => {
    const profile = found[index]
    if (!profile) return
    setCurrent(index)
    const next = new Set(picked)
    if (!next.delete(profile.id)) next.add(profile.id)
    onPick(next)
  }
  const toggleFound = () => {
    const next = new Set(picked)
    for (const profile of found)
      if (every) next.delete(profile.id)
      else next.add(profile.id)
    onPick(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      PageDown: () => go(at + pageRows),
      PageUp: () => go(at - pageRows),
      Home: () => go(0),
      End: () => go(found.length - 1),
      ' ': () => toggle(at),
    }
    const deed = all ? toggleFound : deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const onSearchKey = (event: KeyboardEvent) => {
    // Escape empties a search first; the next one is the dialog's.
    if (event.key === 'Escape' && query !== '') event.stopPropagation()
    // Enter would save the file.
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    if (found.length > 0) list.current?.focus()
  }

  return (
    <div className="flex w-full flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field within, on their way to the dialog. */}
        <div onKeyDown={onSearchKey}>
          <SearchField label={t('profiles.search')} value={query} onChange={search} />
        </div>
        <Button size="small" look="ghost" className="-mr-2.5" disabled={found.length === 0} onClick={toggleFound}>
          {every ? t('transfer.none') : sought === '' ? t('transfer.all') : t('transfer.allFound', { count: found.length })}
        </Button>
      </div>
      {found.length === 0 ? (
        <p className="flex h-60 items-center justify-center rounded-lg border border-line px-4 text-center text-ink-soft break-path">
          {t('profiles.noMatch', { query: sought })}
        </p>
      ) : (
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-multiselectable
          aria-label={t('transfer.which')}
          aria-activedescendant={drawn.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
          onKeyDown={onKeyDown}
          className="group max-h-60 overflow-y-auto rounded-lg border border-line -outline-offset-2"
        >
          <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
            {drawn.map(({ index, start }) => {
              const profile = found[index]
              return (
                profile && (
                  <Option
                    key={profile.id}
                    id={`${id}-${index}`}
                    profile={profile}
                    place={{ top: start, index, total: found.length }}
                    picked={picked.has(profile.id)}
                    current={index === at}
                    onToggle={() => toggle(index)}
                  />
                )
              )
            })}
          </div>
        </div>
      )}
      <p role="status" className="nums text-small text-ink-soft">
        {picked.size === 0 ? t('transfer.pickOne') : t('transfer.chosen', { count: picked.size, all: profiles.length })}
      </p>
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly profile: ProfileView
  readonly place: { readonly top: number; readonly index: number; readonly total: number }
  readonly picked: boolean
  /** The one that the keys are at. */
  readonly current: boolean
  readonly onToggle: () => void
}

function Option({ id, profile, place, picked, current, onToggle }: OptionProps) {
  const { name, relay } = profile
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus, and names the option that it is at.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys.
    <div
      id={id}
      role="option"
      aria-selected={picked}
      aria-setsize={place.total}
      aria-posinset={place.index + 1}
      title={`${name}\n${relay.url}`}
      onClick={onToggle}
      style={{ height: rowHeight, transform: `translateY(${place.top}px)` }}
      className={classes(
        'absolute inset-x-0 top-0 flex items-center gap-3 border-b border-line px-3 select-none hover:bg-hover',
        current && 'group-focus-visible:bg-hover group-focus-visible:outline-2 group-focus-visible:-outline-offset-2',
      )}
    >
      <span
        aria-hidden="true"
        className={classes(
          'flex size-4 shrink-0 items-center justify-center rounded-sm border',
          picked ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-surface',
        )}
      >
        {picked && <Check size={12} strokeWidth={3} />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-small text-ink-faint">{hostOf(relay.url)}</span>
      </span>
    </div>
  )
}
