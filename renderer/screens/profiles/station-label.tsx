import { useTranslation } from 'react-i18next'
import { Avatar } from '../../components/avatar'
import { classes } from '../../lib/classes'
import { hostOf } from '../../lib/host-of'
import type { Station } from './board'

/** Where lines end: a profile, a relay that is not ours, or no relay at all. */
export function StationLabel({ station, inUse }: { readonly station: Station; readonly inUse: boolean }) {
  const { t } = useTranslation()
  const words = {
    profile: {
      name: station.kind === 'profile' ? station.profile.name : '',
      more: station.kind === 'profile' ? hostOf(station.profile.relay.url) : '',
    },
    foreign: { name: station.kind === 'foreign' ? station.host : '', more: t('station.foreign') },
    official: { name: t('state.official'), more: t('official.hint') },
  }[station.kind]
  return (
    <li className="flex min-h-0 flex-1 items-center gap-2.5 pl-2">
      <Avatar
        name={words.name || '?'}
        color={station.kind === 'profile' ? station.profile.color : undefined}
        official={station.kind === 'official'}
      />
      <span className={classes('min-w-0', !inUse && 'text-ink-faint')} title={`${words.name}\n${words.more}`}>
        <span className={classes('block truncate', inUse && 'font-medium')}>{words.name}</span>
        <span className="block truncate text-small text-ink-faint">{words.more}</span>
      </span>
    </li>
  )
}
