import { Check } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../shared/model/profile'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { classes } from '../../lib/classes'
import { hostOf } from '../../lib/host-of'
import { keyOfSeveral } from '../../lib/key-words'
import { useAppStore } from '../../store/context'
import { isFullyActive } from './active'
import { HealthMark } from './health-mark'
import { ExpiryChip } from './keys/expiry-chip'
import { ProfileMenu } from './profile-menu'
import { ToolButtons } from './tool-buttons'
import { useDrag } from './use-drag'

interface ProfileRowProps {
  readonly profile: ProfileView
  /** Place in the list, counted from 0, and how many there are. */
  readonly index: number
  readonly total: number
  /** Px from the list's top, in a list that draws only what is in view. */
  readonly top?: number
  /** Can be dragged to another place. */
  readonly movable: boolean
  readonly measure?: (row: HTMLElement | null) => void
  readonly inTabOrder: boolean
  readonly onEnter: (id: string) => void
}

/** One profile: an icon switches one tool, the button all of its tools. With Alt the switch needs no preview. */
export const ProfileRow = memo(function ProfileRow({ profile, index, total, top, movable, measure, inTabOrder, onEnter }: ProfileRowProps) {
  const { t } = useTranslation()
  const openPlan = useAppStore((state) => state.openPlan)
  const switchNow = useAppStore((state) => state.switchNow)
  const busy = useAppStore((state) => state.switchingTo === profile.id)
  const active = useAppStore((state) =>
    isFullyActive(
      profile,
      state.tools.map((tool) => tool.descriptor.id),
      state.status,
    ),
  )
  const drag = useDrag(profile.id, movable)
  const setTag = useAppStore((state) => state.setTag)
  const official = profile.kind === 'official'
  const name = official ? t('official.name') : profile.name
  const tabIndex = inTabOrder ? 0 : -1
  return (
    <li
      ref={measure}
      data-testid={`profile-${profile.id}`}
      data-index={index}
      aria-setsize={total}
      aria-posinset={index + 1}
      {...drag.handlers}
      onFocus={() => onEnter(profile.id)}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      className={classes(
        'flex min-h-14 items-center gap-3 py-2 pr-2.5 pl-3.5 hover:bg-hover',
        top === undefined ? '[contain-intrinsic-height:auto_3.5rem] [content-visibility:auto]' : 'absolute inset-x-0 top-0',
        drag.over && 'bg-accent-soft',
      )}
    >
      <Avatar name={name} color={profile.color} official={official} />
      <div className="min-w-0 flex-1" title={official ? undefined : `${profile.name}\n${profile.relay.url}`}>
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-small text-ink-faint">
          {official ? t('official.hint') : [hostOf(profile.relay.url), keyOfSeveral(profile)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {profile.tags?.slice(0, 3).map((tag) => (
        <button
          key={tag}
          type="button"
          tabIndex={tabIndex}
          data-column={`tag-${tag}`}
          aria-label={t('profiles.onlyTag', { tag })}
          onClick={() => setTag(tag)}
          className="h-5.5 max-w-28 shrink-0 truncate rounded-full bg-hover px-2 text-small text-ink-soft hover:text-ink max-mid:hidden"
        >
          {tag}
        </button>
      ))}
      {!official && <ExpiryChip profile={profile} tabIndex={tabIndex} />}
      {!official && <HealthMark id={profile.id} name={name} tabIndex={tabIndex} />}
      <ToolButtons profile={profile} name={name} tabIndex={tabIndex} />
      <Button
        size="small"
        data-column="switch"
        tabIndex={tabIndex}
        busy={busy}
        look={active ? 'ghost' : 'plain'}
        className={active ? 'min-w-21 text-accent-text!' : 'min-w-21'}
        title={t('profiles.switchHint')}
        aria-label={active ? t('profiles.activeLabel', { name }) : t('profiles.switchTo', { name })}
        onClick={(event) => void (event.altKey ? switchNow(profile.id) : openPlan({ kind: 'switch', profileId: profile.id }))}
      >
        {active && <Check size={14} aria-hidden="true" />}
        {active ? t('profiles.active') : t('profiles.switch')}
      </Button>
      <ProfileMenu profile={profile} name={name} tabIndex={tabIndex} />
    </li>
  )
})
