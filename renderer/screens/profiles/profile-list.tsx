import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { useAppStore } from '../../store/context'
import { searchProfiles } from './active'
import { ProfileRow } from './profile-row'

/** All profiles. One row is in the tab order; the arrow keys move to the same control of the next one. */
export function ProfileList() {
  const { t } = useTranslation()
  const profiles = useAppStore((state) => state.profiles)
  // Typing must not wait for the rows.
  const query = useDeferredValue(useAppStore((state) => state.query))
  const setQuery = useAppStore((state) => state.setQuery)
  const moveProfile = useAppStore((state) => state.moveProfile)
  const [entered, setEntered] = useState<string>()
  const found = useMemo(() => searchProfiles(profiles, query), [profiles, query])
  const current = found.some((profile) => profile.id === entered) ? entered : found[0]?.id

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    const at = found.findIndex((profile) => profile.id === current)
    if (by === undefined || at < 0) return
    event.preventDefault()
    if (event.altKey) void moveProfile(found[at]?.id ?? '', by)
    else focusSame(event.currentTarget, event.target, at + by)
  }

  if (found.length === 0)
    return (
      <div className="flex flex-col items-center gap-3 py-14 text-center">
        <p className="text-ink-soft">{t('profiles.noMatch', { query })}</p>
        <Button onClick={() => setQuery('')}>{t('profiles.showAll')}</Button>
      </div>
    )
  return (
    <section aria-label={t('profiles.list')} className="mx-6 max-mid:mx-4">
      <ul onKeyDown={onKeyDown} className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-low">
        {found.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} inTabOrder={profile.id === current} onEnter={setEntered} />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {query && t('profiles.found', { count: found.length })}
      </p>
    </section>
  )
}

/** Moves the focus to the control of another row that is the counterpart of the focused one. */
function focusSame(list: HTMLElement, from: EventTarget, row: number) {
  const column = from instanceof HTMLElement ? from.closest<HTMLElement>('[data-column]')?.dataset.column : undefined
  const target = list.children[row]
  const same = target?.querySelector<HTMLElement>(`[data-column="${column}"]:not(:disabled)`)
  const first = target?.querySelector<HTMLElement>('[data-column]:not(:disabled)')
  ;(same ?? first)?.focus()
}
