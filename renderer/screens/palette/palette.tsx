import { Dialog as Base } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { ArrowLeft, Search } from 'lucide-react'
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { capLook } from '../../components/key-caps'
import { useAppStore } from '../../store/context'
import { grouped, type PaletteItem, paletteItems, profilePage } from './items'
import { PaletteRow } from './palette-row'

/** Every action of the app, a few letters away. */
export function Palette() {
  const { t } = useTranslation()
  const close = useAppStore((state) => state.closeOverlay)
  const [page, setPage] = useState<ProfileView>()
  const [moved, setMoved] = useState(false)
  const turn = (next: ProfileView | undefined) => {
    setMoved(true)
    setPage(next)
  }
  return (
    <Base.Root
      open
      onOpenChange={(open, { reason }) => {
        if (open) return
        if (page && reason === 'escape-key') turn(undefined)
        else close()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="veil fixed inset-0 z-40 bg-scrim" />
        <Base.Popup className="pop fixed top-[12vh] left-1/2 z-40 flex max-h-[70vh] w-[min(640px,calc(100vw-32px))] -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-surface shadow-high forced-colors:border">
          <Base.Title className="sr-only">{t('palette.title')}</Base.Title>
          <PaletteBody key={page?.id ?? ''} page={page} moved={moved} onPage={turn} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

interface PaletteBodyProps {
  readonly page?: ProfileView
  /** Whether this page was come to from another one. */
  readonly moved: boolean
  readonly onPage: (page: ProfileView | undefined) => void
}

function PaletteBody({ page, moved, onPage }: PaletteBodyProps) {
  const { t } = useTranslation()
  const act = useAppStore((state) => state.act)
  const app = useAppStore((state) => state)
  const close = useAppStore((state) => state.closeOverlay)
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState('')
  const asked = useDeferredValue(query)
  const itemsFor = useCallback(
    (sought: string) => (page ? profilePage(page, app, sought, t) : paletteItems(app, sought, t)),
    [app, page, t],
  )
  const items = useMemo(() => itemsFor(asked), [itemsFor, asked])
  const words = {
    switch: t('palette.switch'),
    profiles: t('palette.profiles'),
    check: t('palette.check'),
    go: t('palette.go'),
    look: t('palette.look'),
  }
  const current = items.find((item) => item.id === chosen) ?? items[0]

  // A page is drawn afresh, and the keyboard must stay with it; the first focus is the dialog's, which gives it back.
  useEffect(() => {
    if (moved) input.current?.focus()
  }, [moved])
  const start = (run: PaletteItem['run']) => {
    close()
    act(run)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const atEnd = input.current?.selectionStart === query.length
    // Whoever types fast presses Enter before the list has followed, and means what it will say.
    const meant = asked === query ? current : itemsFor(query)[0]
    const profile = meant?.profile
    const own = (deed: () => void) => {
      event.preventDefault()
      deed()
    }
    if (event.nativeEvent.isComposing) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') own(close)
    else if (event.key === 'ArrowRight' && atEnd && profile) own(() => onPage(profile))
    else if (event.key === 'Enter' && event.altKey && profile) own(() => start((state) => void state.switchNow(profile.id)))
    else if (event.key === 'Enter' && meant) own(() => start(meant.run))
    else if (page && query === '' && (event.key === 'Backspace' || event.key === 'ArrowLeft')) own(() => onPage(undefined))
  }

  return (
    <Command
      label={t('palette.title')}
      shouldFilter={false}
      loop
      value={current?.id ?? ''}
      onValueChange={setChosen}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        {page ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('palette.back')}
            onClick={() => onPage(undefined)}
            className="-ml-1 flex h-6 max-w-56 shrink-0 items-center gap-1.5 rounded-sm bg-hover px-1.5 text-small text-ink-soft hover:text-ink"
          >
            <ArrowLeft size={13} aria-hidden="true" />
            <span className="truncate">{page.kind === 'official' ? t('official.name') : page.name}</span>
          </button>
        ) : (
          <Search size={16} aria-hidden="true" className="shrink-0 text-ink-faint" />
        )}
        <Command.Input
          ref={input}
          value={query}
          onValueChange={setQuery}
          placeholder={page ? t('palette.askProfile') : t('palette.ask')}
          className="h-12 min-w-0 flex-1 bg-transparent text-large text-ink outline-none"
        />
      </div>
      <Command.List label={t('palette.results')} className="min-h-0 flex-1 overflow-y-auto p-2">
        {items.length === 0 && (
          <Command.Item disabled value="nothing" className="px-2 py-8 text-center text-ink-soft">
            {t('palette.nothing', { query })}
          </Command.Item>
        )}
        {grouped(items).map(({ group, items: own }) => (
          <Command.Group
            key={group}
            heading={words[group]}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-faint"
          >
            {own.map((item) => (
              <PaletteRow key={item.id} item={item} onSelect={() => start(item.run)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <p role="status" className="sr-only">
        {t('palette.found', { count: items.length })}
      </p>
      <footer
        aria-hidden="true"
        className="flex h-9 shrink-0 items-center justify-end gap-4 border-t border-line bg-canvas px-4 text-small text-ink-faint"
      >
        {current?.profile && <Hint cap="→">{t('palette.more')}</Hint>}
        {current?.profile && <Hint cap="Alt ↵">{t('palette.now')}</Hint>}
        <Hint cap="↵">{t('palette.run')}</Hint>
        <Hint cap="Esc">{page ? t('palette.back') : t('common.close')}</Hint>
      </footer>
    </Command>
  )
}

function Hint({ cap, children }: { readonly cap: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <kbd className={capLook}>{cap}</kbd>
      {children}
    </span>
  )
}
