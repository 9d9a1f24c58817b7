import { Activity, Plus, Search } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { ScreenHeader } from '../../components/screen-header'
import { searchBoxId } from '../../lib/actions/list-actions'
import { shortcut } from '../../lib/keyboard'
import { useAppStore } from '../../store/context'
import { FirstRun } from '../first-run/first-run'
import { ArrangeBar } from './arrange-bar'
import { ProfileList } from './profile-list'
import { Switchboard } from './switchboard'

/** Home: what is active, and everything that can be. */
export function ProfilesScreen() {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const openOverlay = useAppStore((state) => state.openOverlay)
  const platform = useAppStore((state) => state.host?.platform)
  const empty = useAppStore((state) => state.profiles.every((profile) => profile.kind === 'official'))
  return (
    <>
      <ScreenHeader title={t('nav.profiles')}>
        {!empty && <SearchBox />}
        {!empty && (
          <Button onClick={() => openOverlay({ kind: 'test' })}>
            <Activity size={15} aria-hidden="true" />
            {t('test.all')}
          </Button>
        )}
        <Button look={empty ? 'plain' : 'primary'} onClick={() => openOverlay({ kind: 'paste', text: '' })} title={shortcut('N', platform)}>
          <Plus size={16} aria-hidden="true" />
          {t('profiles.add')}
        </Button>
      </ScreenHeader>
      <div ref={scroller} className="relative flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto pt-1 pb-6">
        <Switchboard />
        {empty ? (
          <FirstRun />
        ) : (
          <div className="flex flex-col gap-2">
            <ArrangeBar />
            <ProfileList scroller={scroller} />
          </div>
        )}
      </div>
    </>
  )
}

function SearchBox() {
  const { t } = useTranslation()
  const query = useAppStore((state) => state.query)
  const setQuery = useAppStore((state) => state.setQuery)
  return (
    <div className="relative">
      <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" aria-hidden="true" />
      <input
        id={searchBoxId}
        type="search"
        aria-label={t('profiles.search')}
        placeholder={t('profiles.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setQuery('')
          event.currentTarget.blur()
        }}
        className="h-8 w-56 rounded-md border border-edge bg-surface pr-7 pl-8 text-base hover:border-ink-faint max-mid:w-44 [&::-webkit-search-cancel-button]:hidden"
      />
      {query === '' && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-sm border border-line px-1.5 font-ui text-mini text-ink-faint"
        >
          /
        </span>
      )}
    </div>
  )
}
