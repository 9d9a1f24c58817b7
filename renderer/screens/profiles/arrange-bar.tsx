import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../components/segmented'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'
import { tagsOf } from './arrange'

/** Order and tags of the list; not there while there is nothing to arrange. */
export function ArrangeBar() {
  const { t } = useTranslation()
  const profiles = useAppStore((state) => state.profiles)
  const sorting = useAppStore((state) => state.sorting)
  const setSorting = useAppStore((state) => state.setSorting)
  const chosen = useAppStore((state) => state.tag)
  const setTag = useAppStore((state) => state.setTag)
  const tags = useMemo(() => tagsOf(profiles), [profiles])
  if (profiles.length < 4 && tags.length === 0) return null
  return (
    <div className="mx-6 flex flex-wrap items-center gap-x-3 gap-y-2 max-mid:mx-4">
      <ul aria-label={t('profiles.tags')} className="flex min-w-0 flex-1 flex-wrap gap-1.5">
        {tags.map((tag) => (
          <li key={tag} className="min-w-0">
            <button
              type="button"
              aria-pressed={tag === chosen}
              onClick={() => setTag(tag === chosen ? undefined : tag)}
              className={classes(
                'h-6 max-w-40 truncate rounded-full px-2.5 text-small transition-colors duration-(--quick) forced-colors:border',
                tag === chosen ? 'bg-accent-soft font-medium text-accent-text' : 'bg-hover text-ink-soft hover:text-ink',
              )}
            >
              {tag}
            </button>
          </li>
        ))}
      </ul>
      <Segmented
        label={t('profiles.order')}
        value={sorting}
        onChange={setSorting}
        choices={[
          { id: 'manual', label: t('profiles.orderManual') },
          { id: 'used', label: t('profiles.orderUsed') },
          { id: 'name', label: t('profiles.orderName') },
          { id: 'latency', label: t('profiles.orderLatency') },
        ]}
      />
    </div>
  )
}
