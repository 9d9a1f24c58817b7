import { type RefObject, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScreenHeader } from '../../components/screen-header'
import { SearchField } from '../../components/search-field'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'
import { type SettingsPart, settingsParts } from './sections'
import { SettingSearch } from './setting-search'

/** The preferences; what this shell cannot do is not shown. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const host = useAppStore((state) => state.host)
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query.trim().toLowerCase())
  const scroller = useRef<HTMLDivElement>(null)
  const [nothing, setNothing] = useState(false)
  // What a search leaves is known once the rows have decided for themselves.
  useEffect(() => setNothing(asked !== '' && scroller.current?.querySelector('[data-setting]') === null), [asked])
  if (!host) return null
  const parts = settingsParts.filter(({ when }) => when?.(host) ?? true)
  return (
    <>
      <ScreenHeader title={t('nav.settings')}>
        <SearchField label={t('settings.search')} value={query} onChange={setQuery} />
      </ScreenHeader>
      <div className="flex min-h-0 flex-1 gap-6 pl-6 max-mid:pl-4">
        <PartIndex parts={parts} scroller={scroller} />
        <div ref={scroller} className="relative min-h-0 min-w-0 flex-1 overflow-y-auto pt-1 pr-6 pb-10 max-mid:pr-4">
          <div className="flex max-w-2xl flex-col gap-8">
            <SettingSearch value={asked}>
              {parts.map(({ id, Section }) => (
                <Section key={id} />
              ))}
            </SettingSearch>
            <p role="status" className={classes('py-12 text-center text-ink-soft', !nothing && 'sr-only')}>
              {nothing && t('settings.nothing', { query })}
            </p>
          </div>
        </div>
      </div>
    </>
  )
}

interface PartIndexProps {
  readonly parts: readonly SettingsPart[]
  readonly scroller: RefObject<HTMLElement | null>
}

/** The way to each part; the one at the top of the view is lit. */
function PartIndex({ parts, scroller }: PartIndexProps) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState(parts[0]?.id)
  // Where the end is near, the part that was asked for cannot come to the top; it stays the lit one all the same.
  const jumped = useRef(false)
  useEffect(() => {
    const view = scroller.current
    if (!view) return
    const look = () => {
      if (jumped.current) {
        jumped.current = false
        return
      }
      const top = view.getBoundingClientRect().top + 80
      const atEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - 2 && view.scrollTop > 0
      const passed = parts.filter(({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= top)
      setCurrent((atEnd ? parts : passed).at(-1)?.id ?? parts[0]?.id)
    }
    view.addEventListener('scroll', look, { passive: true })
    return () => view.removeEventListener('scroll', look)
  }, [parts, scroller])
  return (
    <nav aria-label={t('settings.index')} className="w-36 shrink-0 pt-1 max-[44rem]:hidden">
      <ul className="flex flex-col gap-0.5">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={current === id ? 'true' : undefined}
              onClick={() => {
                setCurrent(id)
                const section = document.getElementById(id)
                // Not scrollIntoView: it would move the window, too.
                const view = scroller.current
                const before = view?.scrollTop
                if (section && view) view.scrollTop = section.offsetTop - 4
                jumped.current = view?.scrollTop !== before
                section?.querySelector<HTMLElement>('button, input, select, [tabindex="0"]')?.focus({ preventScroll: true })
              }}
              className={classes(
                'flex min-h-7 w-full items-center border-l-2 px-2.5 py-1 text-left text-small',
                current === id ? 'border-accent font-medium text-ink' : 'border-line text-ink-soft hover:text-ink',
              )}
            >
              {title(t)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
